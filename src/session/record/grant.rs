//! The grant of a client's session.

use super::{GRANT_PREFIX, VERSION};
use crate::protocol::form::append_component;
use crate::protocol::json::Members;
use crate::protocol::{AccessToken, Json, Now, Scopes};
use crate::session::Settings;
use crate::session::grant::{Grant, Received, Via};

/// The key under which a grant of these settings is kept; the capture script builds the same.
#[must_use]
pub fn grant_key(settings: &Settings) -> String {
    let mut key = GRANT_PREFIX.to_owned();
    append_component(&mut key, settings.client_id.as_str());
    key.push(':');
    append_component(&mut key, &settings.session);
    key
}

/// A grant as it is kept: the one record that holds a token. The capture script writes the same.
#[must_use]
pub fn write_grant(grant: &Grant, settings: &Settings) -> Json {
    let mut members = Members::default();
    members.put("v", VERSION);
    for (name, value) in bindings(settings) {
        members.put(name, value);
    }
    members.put("access_token", grant.token_to_revoke().expose());
    members.put("asked", grant.asked.joined().as_str());
    let said = grant.said.as_ref().map(Scopes::joined);
    members.put("said", Json::or_null(said.as_deref()));
    members.put("via", "popup");
    members.put("expires_in", Json::or_null(grant.expires_in.map(u64::from)));
    members.put("received_at", grant.received.wall);
    members.put("received_mono", grant.received.mono);
    members.into()
}

/// Reads the stored grant of these settings. Anything that does not fit drops it: another
/// version, client, endpoint or redirect URI, a token outside the grammar, an impossible time.
#[must_use]
pub fn read_grant(json: &Json, settings: &Settings, now: Now) -> Option<Grant> {
    if !is_bound_to(json, settings) {
        return None;
    }
    let stamp = stamp(json)?;
    let mut grant = Grant::new(Received {
        token: AccessToken::parse(json.text("access_token")?)?,
        asked: Scopes::parse(json.text("asked")?)?,
        said: said(json).ok()?,
        expires_in: expires_in(json).ok()?,
        at: received(stamp, now),
        via: Via::Restored,
    });
    grant.stamp = stamp;
    Some(grant)
}

/// Whether the record was issued under these very settings.
fn is_bound_to(json: &Json, settings: &Settings) -> bool {
    json.unsigned("v") == Some(VERSION)
        && bindings(settings)
            .iter()
            .all(|(name, value)| json.text(name) == Some(value))
}

/// What a grant is bound to, by the names of its record.
fn bindings(settings: &Settings) -> [(&'static str, &str); 7] {
    let endpoints = &settings.endpoints;
    [
        ("client_id", settings.client_id.as_str()),
        ("session", &settings.session),
        ("authorization_endpoint", endpoints.authorization.as_str()),
        ("token_info_endpoint", endpoints.token_info.as_str()),
        ("revocation_endpoint", endpoints.revocation.as_str()),
        ("api_base", endpoints.api_base.as_str()),
        ("redirect_uri", settings.redirect_uri.as_str()),
    ]
}

/// A member that no record of ours has.
struct Unfit;

fn said(json: &Json) -> Result<Option<Scopes>, Unfit> {
    match json.get("said") {
        None | Some(Json::Null) => Ok(None),
        Some(Json::Text(text)) => Scopes::parse(text).map(Some).ok_or(Unfit),
        Some(_) => Err(Unfit),
    }
}

fn expires_in(json: &Json) -> Result<Option<u32>, Unfit> {
    match json.get("expires_in") {
        None | Some(Json::Null) => Ok(None),
        Some(_) => {
            let seconds = json.unsigned("expires_in").ok_or(Unfit)?;
            u32::try_from(seconds).map(Some).map_err(|_| Unfit)
        }
    }
}

/// When the record says that the token came, by which one grant is told from another.
#[must_use]
pub fn stamp(json: &Json) -> Option<Now> {
    Some(Now {
        wall: json.unsigned("received_at")?,
        mono: json.unsigned("received_mono")?,
    })
}

/// When it came, as far as that can be. A moment in the future on either clock means that the clock
/// was moved since: the life then counts from now at the latest, never from later.
fn received(stamp: Now, now: Now) -> Now {
    Now {
        wall: stamp.wall.min(now.wall),
        mono: stamp.mono.min(now.mono),
    }
}
