//! The grant of a client's session.

use super::{GRANT_PREFIX, VERSION};
use crate::protocol::form::append_component;
use crate::protocol::{AccessToken, Json, Now, Scopes};
use crate::session::Settings;
use crate::session::grant::{Grant, Received, Via};

/// The longest life that `expires_in` may name, in seconds.
const LONGEST_LIFE: u64 = u32::MAX as u64;

/// The key under which a grant of these settings is kept; the capture script builds the same.
#[must_use]
pub fn grant_key(settings: &Settings) -> String {
    let mut key = GRANT_PREFIX.to_owned();
    append_component(&mut key, settings.client_id.as_str());
    key.push(':');
    append_component(&mut key, &settings.session);
    key
}

/// Reads the stored grant of these settings. Anything that does not fit drops it: another
/// version, client, endpoint or redirect URI, a token outside the grammar, an impossible time.
#[must_use]
pub fn read_grant(json: &Json, settings: &Settings, now: Now) -> Option<Grant> {
    let same = |name: &str, expected: &str| json.text(name) == Some(expected);
    let bound = json.unsigned("v") == Some(VERSION)
        && same("client_id", settings.client_id.as_str())
        && same("session", &settings.session)
        && same(
            "authorization_endpoint",
            settings.endpoints.authorization.as_str(),
        )
        && same(
            "token_info_endpoint",
            settings.endpoints.token_info.as_str(),
        )
        && same(
            "revocation_endpoint",
            settings.endpoints.revocation.as_str(),
        )
        && same("api_base", settings.endpoints.api_base.as_str())
        && same("redirect_uri", settings.redirect_uri.as_str());
    if !bound {
        return None;
    }
    Some(Grant::new(Received {
        token: AccessToken::parse(json.text("access_token")?)?,
        asked: Scopes::parse(json.text("asked")?)?,
        said: optional_text(json, "said")?
            .map(Scopes::parse)
            .map_or(Some(None), |said| said.map(Some))?,
        expires_in: expires_in(json)?,
        at: received(json, now)?,
        via: Via::Restored,
    }))
}

/// A member that is text, or null or absent; anything else is no record of ours.
fn optional_text<'a>(json: &'a Json, name: &str) -> Option<Option<&'a str>> {
    match json.get(name) {
        None | Some(Json::Null) => Some(None),
        Some(Json::Text(text)) => Some(Some(text)),
        Some(_) => None,
    }
}

fn expires_in(json: &Json) -> Option<Option<u32>> {
    match json.get("expires_in") {
        None | Some(Json::Null) => Some(None),
        Some(_) => json
            .unsigned("expires_in")
            .filter(|life| *life <= LONGEST_LIFE)
            .map(|life| u32::try_from(life).ok()),
    }
}

/// When the record says that the token came. A moment in the future on either clock means that
/// the clock was moved since: the life then counts from now at the latest, never from later.
fn received(json: &Json, now: Now) -> Option<Now> {
    Some(Now {
        wall: json.unsigned("received_at")?.min(now.wall),
        mono: json.unsigned("received_mono")?.min(now.mono),
    })
}
