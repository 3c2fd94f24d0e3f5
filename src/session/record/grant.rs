//! The grant of a client's session.

use serde::Serialize;

use super::{GRANT_PREFIX, VERSION};
use crate::protocol::form::append_component;
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
#[derive(Serialize)]
#[allow(missing_debug_implementations, reason = "it holds the token")]
pub struct GrantRecord<'a> {
    v: u64,
    client_id: &'a str,
    session: &'a str,
    authorization_endpoint: &'a str,
    token_info_endpoint: &'a str,
    revocation_endpoint: &'a str,
    api_base: &'a str,
    redirect_uri: &'a str,
    access_token: &'a str,
    asked: String,
    said: Option<String>,
    via: &'static str,
    expires_in: Option<u32>,
    received_at: u64,
    received_mono: u64,
}

impl<'a> GrantRecord<'a> {
    /// The record of a grant that was issued under these settings.
    #[must_use]
    pub fn new(grant: &'a Grant, settings: &'a Settings) -> Self {
        let endpoints = &settings.endpoints;
        Self {
            v: VERSION,
            client_id: settings.client_id.as_str(),
            session: &settings.session,
            authorization_endpoint: endpoints.authorization.as_str(),
            token_info_endpoint: endpoints.token_info.as_str(),
            revocation_endpoint: endpoints.revocation.as_str(),
            api_base: endpoints.api_base.as_str(),
            redirect_uri: settings.redirect_uri.as_str(),
            access_token: grant.token_to_revoke().expose(),
            asked: grant.asked.to_string(),
            said: grant.said.as_ref().map(Scopes::to_string),
            via: "popup",
            expires_in: grant.expires_in,
            received_at: grant.received.wall,
            received_mono: grant.received.mono,
        }
    }
}

/// Reads the stored grant of these settings. Anything that does not fit drops it: another
/// version, client, endpoint or redirect URI, a token outside the grammar, an impossible time.
#[must_use]
pub fn read_grant(json: &Json, settings: &Settings, now: Now) -> Option<Grant> {
    if !is_bound_to(json, settings) {
        return None;
    }
    Some(Grant::new(Received {
        token: AccessToken::parse(json.text("access_token")?)?,
        asked: Scopes::parse(json.text("asked")?)?,
        said: said(json).ok()?,
        expires_in: expires_in(json).ok()?,
        at: received(json, now)?,
        via: Via::Restored,
    }))
}

/// Whether the record was issued under these very settings.
fn is_bound_to(json: &Json, settings: &Settings) -> bool {
    let endpoints = &settings.endpoints;
    let bindings = [
        ("client_id", settings.client_id.as_str()),
        ("session", &settings.session),
        ("authorization_endpoint", endpoints.authorization.as_str()),
        ("token_info_endpoint", endpoints.token_info.as_str()),
        ("revocation_endpoint", endpoints.revocation.as_str()),
        ("api_base", endpoints.api_base.as_str()),
        ("redirect_uri", settings.redirect_uri.as_str()),
    ];
    json.unsigned("v") == Some(VERSION)
        && bindings
            .iter()
            .all(|(name, value)| json.text(name) == Some(value))
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

/// When the record says that the token came. A moment in the future on either clock means that
/// the clock was moved since: the life then counts from now at the latest, never from later.
fn received(json: &Json, now: Now) -> Option<Now> {
    Some(Now {
        wall: json.unsigned("received_at")?.min(now.wall),
        mono: json.unsigned("received_mono")?.min(now.mono),
    })
}
