//! `/faults`

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::body::read_json;
use super::error::ControlError;
use crate::faults::{Fault, FaultOrder};
use crate::state::Shared;

/// `POST /faults`
pub(super) async fn order(
    State(app): State<Arc<Shared>>,
    request: Request,
) -> Result<StatusCode, ControlError> {
    let order: FaultOrder = read_json(request).await?;
    let fault = Fault::try_from(order)?;
    if fault.needs_other_origin() && app.other_origin.base().is_none() {
        return Err(ControlError::new(
            "there is no second origin to redirect to; start with `--other-port`",
        ));
    }
    if !app.faults.add(fault) {
        return Err(ControlError::new("expected at most 100 faults waiting"));
    }
    Ok(StatusCode::NO_CONTENT)
}

/// `GET /faults`
pub(super) async fn show(State(app): State<Arc<Shared>>) -> Json<Value> {
    Json(json!({ "faults": app.faults.waiting() }))
}

/// `DELETE /faults`
pub(super) async fn clear(State(app): State<Arc<Shared>>) -> StatusCode {
    app.faults.clear();
    StatusCode::NO_CONTENT
}
