//! `/clock`: expiry without waiting.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::body::read_json;
use super::error::ControlError;
use crate::state::Shared;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    /// Seconds.
    advance: u32,
}

/// `GET /clock`
pub(super) async fn show(State(app): State<Arc<Shared>>) -> Json<Value> {
    Json(json!({ "offset": app.clock.offset_seconds() }))
}

/// `POST /clock`
pub(super) async fn advance(
    State(app): State<Arc<Shared>>,
    request: Request,
) -> Result<Json<Value>, ControlError> {
    let Advance { advance } = read_json(request).await?;
    app.clock.advance(advance);
    Ok(Json(json!({ "offset": app.clock.offset_seconds() })))
}
