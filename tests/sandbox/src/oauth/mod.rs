//! The authorization server: RFC 6749, with the implicit grant for now, RFC 6750 and RFC 7009.

pub(crate) mod authorization_request;
mod authorization_response;
mod authorize;
pub(crate) mod bearer;
mod client_authentication;
pub(crate) mod error;
pub(crate) mod issue;
pub(crate) mod parameters;
pub(crate) mod redirect_uri;
mod revoke;
pub(crate) mod scope;
mod token_info;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::state::Shared;

/// The endpoints of the authorization server.
pub(crate) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route(
            "/oauth2/authorize",
            get(authorize::show).post(authorize::decide),
        )
        .route("/oauth2/token/info", get(token_info::show))
        .route("/oauth2/revoke", post(revoke::revoke))
}
