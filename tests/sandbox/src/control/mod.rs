//! The control endpoint: what tests and demos change while the sandbox runs. It is a router of
//! its own, served on a port of its own and only when asked for.

mod body;
mod clients;
mod clock;
mod codes;
mod error;
mod faults;
mod guard;
mod order;
mod other;
mod requests;
mod switches;
mod tokens;

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::middleware::from_fn;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::state::Shared;
use error::ControlError;

/// Every control path with what it does, for `GET /`.
pub(crate) const PATHS: &[(&str, &str)] = &[
    ("GET /switches", "the value of every switch"),
    (
        "PATCH /switches",
        "{\"name\": value} for each switch to change, all or none",
    ),
    (
        "GET /switches/catalogue",
        "default, values and meaning of every switch",
    ),
    ("POST /reset", "everything as it was at the start"),
    (
        "POST /tokens",
        "{\"kind\", \"scope\", \"client_id\", \"user\", \"ttl\", \"note\"}, all optional: a new token",
    ),
    (
        "POST /codes",
        "{\"scope\", \"client_id\", \"user\", \"redirect_uri\"}, all optional: a new code",
    ),
    (
        "POST /tokens/revoke",
        "{\"token\"}: ends it behind the client's back",
    ),
    (
        "POST /clients",
        "{\"client_id\", \"name\", \"redirect_uris\"}: registers an application",
    ),
    ("GET /requests", "the last requests"),
    ("DELETE /requests", "forgets them"),
    (
        "GET /other",
        "what the second origin received, and its address",
    ),
    ("DELETE /other", "forgets it"),
    ("GET /faults", "the faults still to come"),
    (
        "POST /faults",
        "{\"path\", \"method\", \"count\", \"status\", \"delay\", \"body\", \"edit\", \"cut\", \
         \"retry_after\", \"content_type\", \"headers\", \"header_bytes\", \"cors\"}",
    ),
    ("DELETE /faults", "forgets them"),
    ("GET /clock", "how far the clock is ahead, in seconds"),
    ("POST /clock", "{\"advance\": seconds}"),
];

/// The control endpoints.
pub(crate) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/", get(index))
        .route("/switches", get(switches::show).patch(switches::change))
        .route("/switches/catalogue", get(switches::catalogue))
        .route("/reset", post(reset))
        .route("/tokens", post(tokens::issue_token))
        .route("/codes", post(codes::make))
        .route("/tokens/revoke", post(tokens::revoke_token))
        .route("/clients", post(clients::register))
        .route("/requests", get(requests::show).delete(requests::clear))
        .route(
            "/faults",
            get(faults::show).post(faults::order).delete(faults::clear),
        )
        .route("/other", get(other::show).delete(other::clear))
        .route("/clock", get(clock::show).post(clock::advance))
        .fallback(unknown_path)
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn(guard::refuse_web_pages))
}

async fn index() -> Json<Value> {
    let paths: serde_json::Map<_, _> = PATHS
        .iter()
        .map(|(path, about)| ((*path).to_owned(), json!(about)))
        .collect();
    Json(Value::Object(paths))
}

async fn reset(State(app): State<Arc<Shared>>) -> Result<StatusCode, ControlError> {
    app.reset()?;
    Ok(StatusCode::NO_CONTENT)
}

fn path_names() -> Vec<&'static str> {
    PATHS.iter().map(|(path, _)| *path).collect()
}

async fn unknown_path() -> ControlError {
    ControlError::with_allowed("no such control path", path_names()).status(StatusCode::NOT_FOUND)
}

async fn wrong_method() -> ControlError {
    ControlError::with_allowed("the path has no such method", path_names())
        .status(StatusCode::METHOD_NOT_ALLOWED)
}
