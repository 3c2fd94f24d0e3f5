//! The authorization server: RFC 6749 with four of its grants, RFC 6750 and RFC 7009.

pub(crate) mod access;
pub(crate) mod authorization_request;
mod authorization_response;
mod authorize;
mod basic;
pub(crate) mod bearer;
mod client_authentication;
pub(crate) mod code;
pub(crate) mod error;
pub(crate) mod grant_type;
pub(crate) mod issue;
pub(crate) mod parameters;
pub(crate) mod redirect_uri;
pub(crate) mod registration;
mod revoke;
pub(crate) mod scope;
mod token;
mod token_info;

use axum::routing::{get, post};

use crate::failure::Failure;
use crate::routes::Routes;
use error::OAuthError;

/// The endpoints of the authorization server.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .route(
            "/oauth2/authorize",
            get(authorize::show).post(authorize::decide),
        )
        .route("/oauth2/token", post(token::token).fallback(wrong_method))
        .route("/oauth2/token/info", get(token_info::show))
        .route(
            "/oauth2/revoke",
            post(revoke::revoke).fallback(wrong_method),
        )
}

async fn wrong_method() -> Failure {
    OAuthError::wrong_method().into()
}
