//! Errors of the control endpoint: `{"error": sentence, "allowed": […]}`.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::faults::BadOrder;
use crate::internal::Internal;
use crate::switches::SwitchError;

/// Why a control request was not carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ControlError {
    status: StatusCode,
    problem: String,
    allowed: Vec<&'static str>,
}

impl ControlError {
    /// 400 with a sentence.
    pub(super) fn new(problem: impl Into<String>) -> Self {
        Self::with_allowed(problem, Vec::new())
    }

    /// 400 with a sentence and what would have been right.
    pub(super) fn with_allowed(problem: impl Into<String>, allowed: Vec<&'static str>) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            problem: problem.into(),
            allowed,
        }
    }

    pub(super) fn status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }
}

impl From<SwitchError> for ControlError {
    fn from(error: SwitchError) -> Self {
        Self::with_allowed(error.to_string(), error.allowed())
    }
}

impl From<BadOrder> for ControlError {
    fn from(error: BadOrder) -> Self {
        Self::with_allowed(error.problem, error.allowed.to_vec())
    }
}

impl From<Internal> for ControlError {
    fn from(error: Internal) -> Self {
        Self::new(error.to_string()).status(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl IntoResponse for ControlError {
    fn into_response(self) -> Response {
        let body = json!({ "error": self.problem, "allowed": self.allowed });
        (self.status, Json(body)).into_response()
    }
}
