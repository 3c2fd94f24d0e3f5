//! `/requests`: the journal.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::state::Shared;

/// `GET /requests`
pub(super) async fn show(State(app): State<Arc<Shared>>) -> Json<Value> {
    Json(json!({ "requests": app.journal.entries() }))
}

/// `DELETE /requests`
pub(super) async fn clear(State(app): State<Arc<Shared>>) -> StatusCode {
    app.journal.clear();
    StatusCode::NO_CONTENT
}
