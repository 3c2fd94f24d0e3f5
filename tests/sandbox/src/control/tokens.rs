//! `/tokens`: tokens without a login, and their end behind the client's back.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::body::read_json;
use super::error::ControlError;
use crate::oauth::issue::{Order, issue};
use crate::oauth::scope::Scopes;
use crate::secret::Secret;
use crate::state::Shared;
use crate::switches::TokenTtl;
use crate::switches::value::SwitchValue as _;

/// What a token is wanted for; everything has a default.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TokenOrder {
    /// The application's default when absent.
    scope: Option<String>,
    /// The demo client when absent.
    client_id: Option<String>,
    /// An e-mail address; the demo user when absent.
    user: Option<String>,
    /// Seconds, or `never`; the switch `token.ttl` when absent.
    ttl: Option<Value>,
}

/// `POST /tokens`
pub(super) async fn issue_token(
    State(app): State<Arc<Shared>>,
    request: Request,
) -> Result<Json<Value>, ControlError> {
    let wanted: TokenOrder = read_json(request).await?;
    let issued = issue(&app, order(&app, &wanted)?)?;
    Ok(Json(json!({
        "access_token": issued.access_token.expose(),
        "token_type": "bearer",
        "expires_in": issued.expires_in(),
        "scope": issued.record.scopes.to_string(),
        "client_id": issued.record.client_id,
        "user_id": issued.record.user_id,
    })))
}

fn order(app: &Shared, wanted: &TokenOrder) -> Result<Order, ControlError> {
    let client_id = wanted.client_id.as_ref().unwrap_or(&app.config.client_id);
    let client = app.store.client(client_id)?;
    let client = client.ok_or_else(|| ControlError::new(format!("no client `{client_id}`")))?;
    let email = wanted.user.as_ref().unwrap_or(&app.config.user);
    let user = app.store.user_by_email(email)?;
    let (user, _) = user.ok_or_else(|| ControlError::new(format!("no user `{email}`")))?;
    let scopes = match &wanted.scope {
        None => client.scopes,
        Some(text) => Scopes::read(text).ok_or_else(|| {
            ControlError::with_allowed(
                format!("expected scopes, found `{text}`"),
                vec!["read", "write", "profile", "sync"],
            )
        })?,
    };
    let ttl = match &wanted.ttl {
        None => app.switches().token_ttl,
        Some(value) => ttl(value)?,
    };
    let with_refresh_token = false;
    Ok(Order {
        client_id: client.client_id,
        user_id: user.id,
        scopes,
        ttl,
        with_refresh_token,
    })
}

fn ttl(value: &Value) -> Result<TokenTtl, ControlError> {
    let text = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    TokenTtl::read(&text).ok_or_else(|| {
        ControlError::with_allowed(
            format!("expected a `ttl`, found `{text}`"),
            TokenTtl::allowed().to_vec(),
        )
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Revocation {
    token: String,
}

/// `POST /tokens/revoke`
pub(super) async fn revoke_token(
    State(app): State<Arc<Shared>>,
    request: Request,
) -> Result<StatusCode, ControlError> {
    let revocation: Revocation = read_json(request).await?;
    let found = app
        .store
        .token_of_any_kind(&Secret::new(revocation.token))?;
    let record =
        found.ok_or_else(|| ControlError::new("no such token").status(StatusCode::NOT_FOUND))?;
    app.store.revoke_token(&record.digest, app.clock.now())?;
    Ok(StatusCode::NO_CONTENT)
}
