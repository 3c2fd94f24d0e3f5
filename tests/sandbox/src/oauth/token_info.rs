//! `GET /oauth2/token/info`: what a token is worth. Sell's own page about it cannot be read, so
//! nearly every detail is a switch.

use std::sync::Arc;

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use serde_json::{Map, Value, json};

use super::access::live_token;
use super::bearer::{Bearer, bearer};
use super::error::{OAuthError, OAuthErrorCode};
use super::parameters::Parameters;
use crate::config::OTHER_CLIENT_ID;
use crate::failure::Failure;
use crate::rest::error::RestError;
use crate::secret::Secret;
use crate::state::Shared;
use crate::store::tokens::TokenRecord;
use crate::switches::{
    InfoApplication, InfoInvalid, InfoPersonal, InfoScope, InfoShape, InfoTransport, OwnerId,
    Switches,
};

/// Describes a live token, refuses any other with 401.
pub(crate) async fn show(
    State(app): State<Arc<Shared>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Json<Value>, Failure> {
    let switches = app.switches();
    let now = app.clock.now();
    let token = token(
        &headers,
        &query.unwrap_or_default(),
        switches.info_transport,
    )?;
    let record = match token {
        Some(token) => live_token(&app, &token)?,
        None => None,
    };
    match record {
        Some(record) => Ok(Json(describe(&record, now, &switches))),
        None => Err(refusal(switches.info_invalid)),
    }
}

/// The token of the request, from one place only (RFC 6750 §2: not more than one method).
fn token(
    headers: &HeaderMap,
    query: &str,
    transport: InfoTransport,
) -> Result<Option<Secret>, Failure> {
    let in_query = in_query(query, transport)?;
    match (bearer(headers), in_query) {
        (Bearer::Absent, token) => Ok(token),
        (Bearer::Malformed, None) => Ok(None),
        (Bearer::Token(token), None) => Ok(Some(token)),
        (Bearer::Malformed | Bearer::Token(_), Some(_)) => Err(invalid_request(
            "The token is sent both in the header and in the query.",
        )),
    }
}

fn in_query(query: &str, transport: InfoTransport) -> Result<Option<Secret>, Failure> {
    if transport == InfoTransport::Header {
        return Ok(None);
    }
    let parameters = Parameters::read(query.as_bytes());
    let one = |name| {
        parameters
            .one(name)
            .map_err(|_| invalid_request("The token is sent more than once."))
    };
    match (one("access_token")?, one("bearer_token")?) {
        (Some(_), Some(_)) => Err(invalid_request("The token is sent more than once.")),
        (token, other) => Ok(token.or(other).map(Secret::new)),
    }
}

fn invalid_request(description: &str) -> Failure {
    OAuthError::new(OAuthErrorCode::InvalidRequest, description).into()
}

fn refusal(form: InfoInvalid) -> Failure {
    let description = "The access token is missing, unknown, expired or revoked.";
    match form {
        InfoInvalid::InvalidToken => {
            OAuthError::token(OAuthErrorCode::InvalidToken, description).into()
        }
        InfoInvalid::InvalidRequest => {
            OAuthError::token(OAuthErrorCode::InvalidRequest, description).into()
        }
        InfoInvalid::Envelope => RestError::unauthorized().into(),
    }
}

fn describe(record: &TokenRecord, now: i64, switches: &Switches) -> Value {
    let mut info = Map::new();
    let mut add = |name: &str, value: Value| info.insert(name.to_owned(), value);
    let (scope, expires_in) = match switches.info_shape {
        InfoShape::Dk4 => ("scopes", "expires_in_seconds"),
        InfoShape::Dk5 => ("scope", "expires_in"),
    };
    match switches.info_owner_id {
        OwnerId::Number => add("resource_owner_id", json!(record.user_id)),
        OwnerId::Text => add("resource_owner_id", json!(record.user_id.to_string())),
        OwnerId::Absent => None,
    };
    match switches.info_scope {
        InfoScope::List => add(scope, json!(record.scopes.tokens())),
        InfoScope::Text => add(scope, json!(record.scopes.to_string())),
        InfoScope::Absent => None,
    };
    // A token without end has null here, as in Doorkeeper.
    add(expires_in, json!(record.expires_at.map(|end| end - now)));
    if let Some(value) = application(record, switches) {
        add("application", value);
    }
    add("created_at", json!(record.issued_at));
    if switches.info_extra.is_on() {
        add("x_unknown", json!({"nested": [1, "two", null]}));
    }
    Value::Object(info)
}

fn application(record: &TokenRecord, switches: &Switches) -> Option<Value> {
    match record.client_id() {
        Some(client_id) => client(client_id, switches.info_application),
        None => match switches.info_personal {
            InfoPersonal::UidNull => Some(json!({ "uid": null })),
            InfoPersonal::Null => Some(Value::Null),
            InfoPersonal::Absent => None,
        },
    }
}

fn client(uid: &str, form: InfoApplication) -> Option<Value> {
    let uid = match form {
        InfoApplication::Absent => return None,
        InfoApplication::Null => return Some(Value::Null),
        InfoApplication::Named => json!(uid),
        InfoApplication::OtherClient => json!(OTHER_CLIENT_ID),
        InfoApplication::UidNull => Value::Null,
        InfoApplication::UidNumber => json!(7),
        InfoApplication::UidList => json!([uid]),
        InfoApplication::UidUpper => json!(uid.to_uppercase()),
        InfoApplication::UidPadded => json!(format!("{uid} ")),
    };
    Some(json!({ "uid": uid }))
}
