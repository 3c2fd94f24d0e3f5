//! JSON bodies of control requests.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use serde::de::DeserializeOwned;

use super::error::ControlError;
use crate::web::form::read_body;

/// Reads a JSON body; an empty one counts as `{}`.
pub(super) async fn read_json<T: DeserializeOwned>(request: Request) -> Result<T, ControlError> {
    let content_type = request.headers().get(CONTENT_TYPE).cloned();
    let bytes = read_body(request.into_body()).await.map_err(|_| {
        ControlError::new("the body is too large").status(StatusCode::PAYLOAD_TOO_LARGE)
    })?;
    let is_json =
        content_type.is_some_and(|value| value.as_bytes().starts_with(b"application/json"));
    if !is_json && !bytes.is_empty() {
        return Err(ControlError::new(
            "expected a body with `Content-Type: application/json`",
        ));
    }
    let text: &[u8] = if bytes.is_empty() { b"{}" } else { &bytes };
    serde_json::from_slice(text).map_err(|error| ControlError::new(error.to_string()))
}
