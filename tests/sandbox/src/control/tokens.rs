//! `/tokens`: tokens without a login, and their end behind the client's back.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::body::read_json;
use super::error::ControlError;
use super::order;
use crate::oauth::issue::{Order, issue};
use crate::oauth::scope::Scopes;
use crate::secret::Secret;
use crate::state::Shared;
use crate::store::tokens::Holder;
use crate::switches::TokenTtl;
use crate::switches::value::SwitchValue as _;

/// Which kind of token is wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
enum Kind {
    /// An access token of an application.
    #[default]
    #[serde(rename = "access")]
    Access,
    /// The same with a refresh token beside it.
    #[serde(rename = "access+refresh")]
    AccessAndRefresh,
    /// A personal token, which belongs to no application.
    #[serde(rename = "personal")]
    Personal,
}

/// What a token is wanted for; everything has a default.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TokenOrder {
    #[serde(default)]
    kind: Kind,
    /// The application's default when absent.
    scope: Option<String>,
    /// The demo client when absent; a personal token has none.
    client_id: Option<String>,
    /// An e-mail address; the demo user when absent.
    user: Option<String>,
    /// Seconds, or `never`; when absent the switch `token.ttl`, for a personal token `never`.
    ttl: Option<Value>,
    /// What a personal token is for.
    note: Option<String>,
}

/// `POST /tokens`
pub(super) async fn issue_token(
    State(app): State<Arc<Shared>>,
    request: Request,
) -> Result<Json<Value>, ControlError> {
    let wanted: TokenOrder = read_json(request).await?;
    let issued = issue(&app, order(&app, wanted)?)?;
    let mut answer = json!({
        "access_token": issued.access_token.expose(),
        "token_type": "bearer",
        "expires_in": issued.expires_in(),
        "scope": issued.record.scopes.to_string(),
        "client_id": issued.record.client_id(),
        "user_id": issued.record.user_id,
    });
    if let Some(refresh_token) = &issued.refresh_token {
        answer["refresh_token"] = json!(refresh_token.expose());
    }
    Ok(Json(answer))
}

fn order(app: &Shared, wanted: TokenOrder) -> Result<Order, ControlError> {
    let user_id = order::user(app, wanted.user.as_deref())?.id;
    let (holder, default_scopes, default_ttl) = if wanted.kind == Kind::Personal {
        if wanted.client_id.is_some() {
            return Err(ControlError::new(
                "expected no `client_id` for a personal token",
            ));
        }
        let note = wanted.note.unwrap_or_default();
        (Holder::Owner { note }, Scopes::all(), TokenTtl::Never)
    } else {
        if wanted.note.is_some() {
            return Err(ControlError::new(
                "expected a `note` for a personal token only",
            ));
        }
        let client = order::client(app, wanted.client_id.as_deref())?;
        let ttl = app.switches().token_ttl;
        (Holder::Client(client.client_id), client.scopes, ttl)
    };
    let scopes = order::scopes(wanted.scope.as_deref(), default_scopes)?;
    Ok(Order {
        holder,
        user_id,
        ttl: wanted.ttl.as_ref().map_or(Ok(default_ttl), ttl)?,
        refresh_scopes: (wanted.kind == Kind::AccessAndRefresh).then(|| scopes.clone()),
        scopes,
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
    let (_, record) =
        found.ok_or_else(|| ControlError::new("no such token").status(StatusCode::NOT_FOUND))?;
    app.store.revoke_token(&record.digest, app.clock.now())?;
    Ok(StatusCode::NO_CONTENT)
}
