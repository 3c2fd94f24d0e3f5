//! What stands between a connection and a handler, and the pages for people.

pub(crate) mod assets;
pub(crate) mod browser;
pub(crate) mod cors;
mod destination;
mod developer;
pub(crate) mod form;
mod front;
pub(crate) mod host;
pub(crate) mod journal;
pub(crate) mod limits;
mod login;
pub(crate) mod pages;
pub(crate) mod render_failure;
pub(crate) mod request_id;
pub(crate) mod reveal;
pub(crate) mod security_headers;
pub(crate) mod session;

use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};

use crate::description;
use crate::routes::Routes;

/// The pages that are not part of OAuth or of the API.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/", get(front::show))
        .route("/login", get(login::show).post(login::sign_in))
        .route("/logout", post(login::sign_out))
        .route("/openapi.json", get(description::show))
        .route("/assets/sandbox.css", get(assets::stylesheet))
        .route("/assets/icon.svg", get(assets::icon))
        .merge(developer::routes())
}

/// 303: the browser goes on with a GET and never repeats a form post there (RFC 9700 §4.12).
pub(crate) fn see_other(location: &str) -> Response {
    match HeaderValue::try_from(location) {
        Ok(location) => (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response(),
        // Control characters in a query; no browser sends them.
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}
