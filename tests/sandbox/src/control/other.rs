//! `/other`: what the second origin received.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::state::Shared;

/// `GET /other`
pub(super) async fn show(State(app): State<Arc<Shared>>) -> Json<Value> {
    let requests = app.other_origin.journal.entries();
    Json(json!({
        "origin": app.other_origin.base(),
        "count": app.other_origin.journal.count(),
        "requests": requests,
    }))
}

/// `DELETE /other`
pub(super) async fn clear(State(app): State<Arc<Shared>>) -> StatusCode {
    app.other_origin.journal.clear();
    StatusCode::NO_CONTENT
}
