//! `POST /oauth2/revoke` (RFC 7009).

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::json;

use super::bearer::{Bearer, bearer};
use super::client_authentication::authenticated_client;
use super::error::{OAuthError, OAuthErrorCode};
use super::parameters::{Parameters, Repeated};
use crate::failure::Failure;
use crate::internal::Internal;
use crate::secret::Secret;
use crate::state::Shared;
use crate::store::tokens::TokenRecord;
use crate::switches::{RevokeAuth, RevokeRefusal, RevokeSuccess};
use crate::web::form::read_form;

/// Ends a token. An unknown or dead one is a success too (RFC 7009 §2.2), so that nobody can
/// probe for tokens. `token_type_hint` is read and not needed: the search covers both kinds.
pub(crate) async fn revoke(
    State(app): State<Arc<Shared>>,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, Failure> {
    let form = read_form(request).await.map_err(OAuthError::from)?;
    let token = single(&form, "token")?
        .ok_or_else(|| OAuthError::new(OAuthErrorCode::InvalidRequest, "The token is missing."))?;
    single(&form, "token_type_hint")?;
    let record = app.store.token_of_any_kind(&Secret::new(token))?;
    let switches = app.switches();
    if !may_revoke(&app, &headers, &form, record.as_ref(), switches.revoke_auth)? {
        return refuse(switches.revoke_refusal, switches.revoke_success);
    }
    if let Some(record) = record {
        app.store.revoke_token(&record.digest, app.clock.now())?;
    }
    Ok(success(switches.revoke_success))
}

fn single<'a>(form: &'a Parameters, name: &'static str) -> Result<Option<&'a str>, OAuthError> {
    form.one(name).map_err(|Repeated(name)| {
        OAuthError::new(
            OAuthErrorCode::InvalidRequest,
            format!("{name} is repeated."),
        )
    })
}

/// Whether the caller showed what `auth` asks for. With a token nobody knows there is nothing to
/// protect, but a missing secret is still refused (RFC 7009 §2.1 authenticates first).
fn may_revoke(
    app: &Shared,
    headers: &HeaderMap,
    form: &Parameters,
    record: Option<&TokenRecord>,
    auth: RevokeAuth,
) -> Result<bool, Internal> {
    let owns = |client_id: &str| record.is_none_or(|record| record.client_id == client_id);
    Ok(match auth {
        RevokeAuth::None => true,
        RevokeAuth::Secret => {
            authenticated_client(app, headers, form)?.is_some_and(|client| owns(&client))
        }
        RevokeAuth::ClientId => match form.one("client_id") {
            Ok(Some(client_id)) => app.store.client(client_id)?.is_some() && owns(client_id),
            _ => false,
        },
        RevokeAuth::Bearer => bears_the_same_grant(app, headers, record)?,
    })
}

/// Doorkeeper 1.x to 4.1: the request carries a live token of the same application and person.
fn bears_the_same_grant(
    app: &Shared,
    headers: &HeaderMap,
    record: Option<&TokenRecord>,
) -> Result<bool, Internal> {
    let Bearer::Token(token) = bearer(headers) else {
        return Ok(false);
    };
    let caller = app
        .store
        .token(&token)?
        .filter(|caller| caller.is_live(app.clock.now()));
    Ok(caller.is_some_and(|caller| {
        record.is_none_or(|record| {
            (record.user_id, &record.client_id) == (caller.user_id, &caller.client_id)
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
