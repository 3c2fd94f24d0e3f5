//! `POST /oauth2/revoke` (RFC 7009).

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::json;

use super::access::{end_replaced, live_token};
use super::bearer::{Bearer, bearer};
use super::client_authentication::Credentials;
use super::error::{OAuthError, OAuthErrorCode};
use super::parameters::Parameters;
use crate::failure::Failure;
use crate::internal::Internal;
use crate::secret::Secret;
use crate::state::Shared;
use crate::store::tokens::{TokenKind, TokenRecord};
use crate::switches::{RevokeAuth, RevokeRefusal, RevokeSuccess, TokenAuth};
use crate::web::form::read_form;

/// Ends a token. An unknown or dead one is a success too (RFC 7009 §2.2), so that nobody can
/// probe for tokens. `token_type_hint` is read and not needed: the search covers both kinds.
pub(crate) async fn revoke(
    State(app): State<Arc<Shared>>,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, Failure> {
    let form = read_form(request).await.map_err(OAuthError::from)?;
    let token = form
        .single("token")?
        .ok_or_else(|| OAuthError::new(OAuthErrorCode::InvalidRequest, "The token is missing."))?;
    form.single("token_type_hint")?;
    let found = app.store.token_of_any_kind(&Secret::new(token))?;
    let record = found.as_ref().map(|(_, record)| record);
    let switches = app.switches();
    if !may_revoke(&app, &headers, &form, record, switches.revoke_auth)? {
        return refuse(switches.revoke_refusal, switches.revoke_success);
    }
    if let Some((kind, record)) = &found {
        end(&app, *kind, record)?;
    }
    Ok(success(switches.revoke_success))
}

/// An access token goes with the refresh token issued beside it, as in Doorkeeper, where they
/// are one record; a refresh token with every access token of its grant (RFC 7009 §2.1).
fn end(app: &Shared, kind: TokenKind, record: &TokenRecord) -> Result<(), Internal> {
    let now = app.clock.now();
    match kind {
        TokenKind::Access => {
            end_replaced(app, record)?;
            app.store.revoke_token(&record.digest, now)
        }
        TokenKind::Refresh => app.store.revoke_grant(&record.grant_digest, now),
    }
}

/// Whether the caller showed what `auth` asks for. With a token nobody knows there is nothing to
/// protect, but a missing secret is still refused (RFC 7009 §2.1 authenticates first). A
/// personal token has no application, so any application of the account may end it: Sell
/// documents that both kinds of token can be revoked.
fn may_revoke(
    app: &Shared,
    headers: &HeaderMap,
    form: &Parameters,
    record: Option<&TokenRecord>,
    auth: RevokeAuth,
) -> Result<bool, Failure> {
    let owns = |client_id: &str| {
        record
            .and_then(TokenRecord::client_id)
            .is_none_or(|owner| owner == client_id)
    };
    Ok(match auth {
        RevokeAuth::None => true,
        RevokeAuth::Secret => Credentials::read(headers, form, TokenAuth::BasicAndBody)?
            .client(app)?
            .is_some_and(|client| owns(&client.client_id)),
        RevokeAuth::ClientId => match form.single("client_id")? {
            Some(client_id) => app.store.client(client_id)?.is_some() && owns(client_id),
            None => false,
        },
        RevokeAuth::Bearer => bears_the_same_grant(app, headers, record)?,
    })
}

/// Doorkeeper 1.x to 4.1: the request carries a live token of the same application and person,
/// which for a personal token is one without application too.
fn bears_the_same_grant(
    app: &Shared,
    headers: &HeaderMap,
    record: Option<&TokenRecord>,
) -> Result<bool, Internal> {
    let Bearer::Token(token) = bearer(headers) else {
        return Ok(false);
    };
    let caller = live_token(app, &token)?;
    Ok(caller.is_some_and(|caller| {
        record.is_none_or(|record| {
            (record.user_id, record.client_id()) == (caller.user_id, caller.client_id())
        })
    }))
}

fn refuse(refusal: RevokeRefusal, form: RevokeSuccess) -> Result<Response, Failure> {
    match refusal {
        RevokeRefusal::InvalidClient => Err(OAuthError::invalid_client().into()),
        RevokeRefusal::UnauthorizedClient => Err(OAuthError::unauthorized_client().into()),
        RevokeRefusal::Silent => Ok(success(form)),
    }
}

fn success(form: RevokeSuccess) -> Response {
    match form {
        RevokeSuccess::Json => Json(json!({})).into_response(),
        RevokeSuccess::Empty => StatusCode::OK.into_response(),
        RevokeSuccess::NoContent => StatusCode::NO_CONTENT.into_response(),
    }
}
