//! The spoiled answers themselves.

use std::convert::Infallible;
use std::io;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, LOCATION, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;

use super::order::{Fault, FaultBody};
use crate::failure::Failure;
use crate::oauth::error::OAuthError;
use crate::rest::error::RestError;

const OVERSIZED_CHUNKS: usize = 128;
const CHUNK_BYTES: usize = 64 * 1024;
const DRIP_EVERY: Duration = Duration::from_millis(200);
/// Long beyond every client's patience, and still an end.
const MOST_DRIPS: usize = 5 * 60 * 10;

/// Makes the answer a fault ordered for `path`.
pub(super) async fn respond(fault: &Fault, path: &str) -> Response {
    let mut response = match &fault.body {
        FaultBody::Hang => std::future::pending().await,
        FaultBody::Json => usual_error(fault.status, path),
        FaultBody::Html => {
            let page = "<!doctype html><title>Fault</title><h1>Fault on demand</h1>";
            typed("text/html; charset=utf-8", page.into())
        }
        FaultBody::Text => typed("text/plain; charset=utf-8", "fault on demand\n".into()),
        FaultBody::Empty => Response::new(Body::empty()),
        FaultBody::Drip => typed("application/json", dripping()),
        FaultBody::Truncated => truncated(),
        FaultBody::Oversized => typed("application/json", oversized()),
        FaultBody::WrongType => typed("text/html; charset=utf-8", "{}".into()),
        FaultBody::Literal(text) => typed("application/json", text.clone().into()),
        FaultBody::Redirect(address) => [(LOCATION, address.clone())].into_response(),
    };
    *response.status_mut() = fault.status;
    if let Some(retry_after) = &fault.retry_after {
        response
            .headers_mut()
            .insert(RETRY_AFTER, retry_after.clone());
    }
    response
}

fn typed(content_type: &'static str, body: Body) -> Response {
    let mut response = Response::new(body);
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

/// The body an error of this path usually has; a success has an empty object.
fn usual_error(status: StatusCode, path: &str) -> Response {
    if status.is_success() {
        return typed("application/json", "{}".into());
    }
    if path.starts_with("/v2/") {
        return Failure::Rest(RestError::on_demand(status)).into_response();
    }
    Failure::OAuth(OAuthError::on_demand(status)).into_response()
}

fn dripping() -> Body {
    let drips = stream::unfold(0, |count| async move {
        if count == MOST_DRIPS {
            return None;
        }
        tokio::time::sleep(DRIP_EVERY).await;
        let drop = if count == 0 { "{" } else { " " };
        Some((
            Ok::<_, Infallible>(Bytes::from_static(drop.as_bytes())),
            count + 1,
        ))
    });
    Body::from_stream(drips)
}

fn truncated() -> Response {
    let broken = io::Error::new(io::ErrorKind::ConnectionAborted, "cut off on demand");
    let chunks = stream::iter([
        Ok(Bytes::from_static(b"{\"resource_owner_id\":")),
        Err(broken),
    ]);
    let mut response = typed("application/json", Body::from_stream(chunks));
    response
        .headers_mut()
        .insert(CONTENT_LENGTH, HeaderValue::from_static("1000"));
    response
}

fn oversized() -> Body {
    let chunk = Bytes::from(vec![b' '; CHUNK_BYTES]);
    let chunks = std::iter::repeat_n(chunk, OVERSIZED_CHUNKS).map(Ok::<_, Infallible>);
    Body::from_stream(stream::iter(chunks))
}
