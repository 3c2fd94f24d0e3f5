//! What a fault changes about an answer, made up or real.

use std::time::SystemTime;

use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};

use super::answer::cut_off;
use super::edit;
use super::fault::{ContentType, Fault};

/// More than any answer of a handler, or any made up one with an end.
const MOST_BYTES: usize = 64 << 20;
const FILLER: HeaderName = HeaderName::from_static("x-filler");

/// Marks an answer whose `Content-Type` is exactly as ordered.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Exact;

/// Finishes the answer: status, headers, edits, and where it breaks off.
pub(super) async fn finish(fault: &Fault, response: Response) -> Response {
    let mut response = edited(fault, response).await;
    if let Some(status) = fault.status {
        *response.status_mut() = status;
    }
    set_headers(fault, &mut response);
    match fault.cut() {
        Some(bytes) => cut(response, bytes).await,
        None => response,
    }
}

async fn edited(fault: &Fault, response: Response) -> Response {
    if fault.edits.is_empty() {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let body = to_bytes(body, MOST_BYTES).await.unwrap_or_default();
    match edit::apply(&fault.edits, &body) {
        Ok(body) => {
            parts.headers.remove(CONTENT_LENGTH);
            Response::from_parts(parts, Body::from(body))
        }
        Err(problem) => mistaken(&problem),
    }
}

/// The order does not fit the answer: whoever ordered it should see why, at once.
fn mistaken(problem: &str) -> Response {
    let text = format!("The fault cannot edit this answer: {problem}.\n");
    (StatusCode::INTERNAL_SERVER_ERROR, text).into_response()
}

fn set_headers(fault: &Fault, response: &mut Response) {
    let headers = response.headers_mut();
    let retry_after = fault.retry_after.as_ref();
    if let Some(retry_after) = retry_after.and_then(|said| said.header(SystemTime::now())) {
        headers.insert(RETRY_AFTER, retry_after);
    }
    for (name, value) in &fault.headers {
        headers.insert(name, value.clone());
    }
    if let Some(bytes) = fault.header_bytes() {
        headers.extend(HeaderValue::try_from("x".repeat(bytes)).map(|filler| (FILLER, filler)));
    }
    match &fault.content_type {
        None => return,
        Some(ContentType::Absent) => {
            headers.remove(CONTENT_TYPE);
        }
        Some(ContentType::Is(content_type)) => {
            headers.insert(CONTENT_TYPE, content_type.clone());
        }
    }
    response.extensions_mut().insert(Exact);
}

async fn cut(response: Response, bytes: usize) -> Response {
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, MOST_BYTES).await.unwrap_or_default();
    let sent = body.get(..bytes).unwrap_or(&body);
    // Even a cut behind the end breaks off: the body is announced longer than it is then.
    let announced = body.len().max(bytes.saturating_add(1));
    cut_off(Response::from_parts(parts, Body::empty()), sent, announced)
}
