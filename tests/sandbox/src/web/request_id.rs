//! `X-Request-Id` on every response; an error's `meta.logref` is the same text.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use crate::random;
use crate::state::Shared;

/// The id of the request being answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RequestId(pub(crate) String);

/// Sell's header.
const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Gives the request an id, which the error envelope reads, and the response the same.
pub(crate) async fn name_request(
    State(app): State<Arc<Shared>>,
    mut request: Request,
    next: Next,
) -> Response {
    // Without a random source nothing works, but the answer still should say so.
    let id = random::request_id(app.switches().logref).unwrap_or_else(|_| "unknown".to_owned());
    let header = HeaderValue::try_from(&id);
    request.extensions_mut().insert(RequestId(id));
    let mut response = next.run(request).await;
    if let Ok(header) = header {
        response.headers_mut().insert(X_REQUEST_ID, header);
    }
    response
}
