//! Carrying out what the switches say about one answer.

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{ACCEPT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::Site;

/// No file of the app comes near this.
const LARGEST_FILE: usize = 16 << 20;

/// Waits, refuses, alters: in this order.
pub(super) async fn apply(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    site.switches.wait_for(&path).await;
    if let Some(status) = site.switches.refusal(&path) {
        return status.into_response();
    }
    let tampered = site.switches.is_tampered(&path);
    if tampered {
        // A byte behind a compressed stream would be an encoding error, not another file.
        request.headers_mut().remove(ACCEPT_ENCODING);
    }
    let mut response = next.run(request).await;
    if let Some(label) = site.switches.label(&path) {
        response.headers_mut().insert(CONTENT_TYPE, label);
    }
    if tampered {
        with_another_byte(response).await
    } else {
        response
    }
}

/// A line end is harmless in every text, and still not what was hashed.
async fn with_another_byte(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, LARGEST_FILE).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    head.headers.remove(CONTENT_LENGTH);
    let mut bytes = bytes.to_vec();
    bytes.push(b'\n');
    Response::from_parts(head, Body::from(bytes))
}
