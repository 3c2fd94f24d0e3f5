//! The body of POST and PUT: `{"data": {…}, "meta": {"type": …}}`.

use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use serde_json::Value;

use super::code::Code;
use super::error::RestError;
use crate::store::records::Fields;
use crate::web::form::read_body;

/// Reads what is in `data`; `meta.type`, when there, must be `kind`.
pub(crate) async fn read_payload(kind: &str, request: Request) -> Result<Fields, RestError> {
    let body = read_json(request).await?;
    let named = body.pointer("/meta/type");
    if named.is_some_and(|named| named != kind) {
        return Err(RestError::incorrect_payload(
            "`meta.type` names another resource.",
        ));
    }
    unwrap_data(body)
}

/// The object in `data`.
pub(crate) fn unwrap_data(body: Value) -> Result<Fields, RestError> {
    match body {
        Value::Object(mut body) => match body.remove("data") {
            Some(Value::Object(data)) => Ok(data),
            _ => Err(RestError::incorrect_payload("`data` must be an object.")),
        },
        _ => Err(RestError::incorrect_payload(
            "The payload must be an object.",
        )),
    }
}

/// Reads a body of JSON, whatever is in it.
pub(crate) async fn read_json(request: Request) -> Result<Value, RestError> {
    check_type(request.headers())?;
    let bytes = read_body(request.into_body()).await;
    let bytes = bytes.map_err(|_| RestError::payload_too_large())?;
    serde_json::from_slice(&bytes)
        .map_err(|_| RestError::invalid_payload("The payload is not valid JSON."))
}

fn check_type(headers: &HeaderMap) -> Result<(), RestError> {
    let value = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let media_type = value
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default()
        .trim();
    if media_type.eq_ignore_ascii_case("application/json") {
        return Ok(());
    }
    Err(RestError::invalid_header(
        Code::InvalidHeader,
        "Content-Type must be application/json.",
    ))
}
