//! The made-up answers of faults.

use std::convert::Infallible;
use std::io;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;
use serde_json::json;

use super::body::FaultBody;
use super::fault::Fault;
use crate::failure::Failure;
use crate::oauth::error::OAuthError;
use crate::rest::error::RestError;

const CHUNK_BYTES: usize = 64 * 1024;
const DRIP_EVERY: Duration = Duration::from_millis(200);
const JSON: &str = "application/json";

/// Makes the answer a fault ordered for `path`; nothing where the real one is wanted.
pub(super) async fn made_up(fault: &Fault, path: &str, other: Option<&str>) -> Option<Response> {
    let status = fault.status.unwrap_or_default();
    let mut response = match &fault.body {
        FaultBody::Real => return None,
        FaultBody::Hang => std::future::pending().await,
        FaultBody::Json => usual_error(status, path),
        FaultBody::Html => {
            let page = "<!doctype html><title>Fault</title><h1>Fault on demand</h1>";
            typed("text/html; charset=utf-8", page)
        }
        FaultBody::Text => typed("text/plain; charset=utf-8", "fault on demand\n"),
        FaultBody::Problem => problem(status),
        // Without a connection there is nothing to reset but the answer.
        FaultBody::Empty | FaultBody::Reset => Response::new(Body::empty()),
        FaultBody::Drip => typed(JSON, dripping()),
        FaultBody::Endless => typed(JSON, spaces(None)),
        FaultBody::Truncated => cut_off(typed(JSON, ""), b"{\"resource_owner_id\":", 1000),
        FaultBody::Oversized(bytes) => typed(JSON, spaces(Some(*bytes))),
        FaultBody::GzipBomb(packed) => {
            let gzip = [(CONTENT_ENCODING, "gzip")];
            (gzip, typed(JSON, packed.clone())).into_response()
        }
        FaultBody::Nested(depth) => typed(JSON, "[".repeat(*depth) + &"]".repeat(*depth)),
        FaultBody::WrongType => typed("text/html; charset=utf-8", "{}"),
        FaultBody::Literal(text) => typed(JSON, text.clone()),
        FaultBody::Redirect(address) => match address.location(other) {
            Some(address) => [(LOCATION, address)].into_response(),
            None => typed("text/plain; charset=utf-8", "there is no second origin\n"),
        },
    };
    *response.status_mut() = status;
    Some(response)
}

fn typed(content_type: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

/// The body an error of this path usually has; a success has an empty object.
fn usual_error(status: StatusCode, path: &str) -> Response {
    if status.is_success() {
        return typed(JSON, "{}");
    }
    if path.starts_with("/v2/") {
        return Failure::Rest(RestError::on_demand(status)).into_response();
    }
    Failure::OAuth(OAuthError::on_demand(status)).into_response()
}

fn problem(status: StatusCode) -> Response {
    let body =
        json!({ "type": "about:blank", "title": "Fault on demand", "status": status.as_u16() });
    typed("application/problem+json", body.to_string())
}

fn dripping() -> Body {
    let drips = stream::unfold("{", |drop| async move {
        tokio::time::sleep(DRIP_EVERY).await;
        Some((
            Ok::<_, Infallible>(Bytes::from_static(drop.as_bytes())),
            " ",
        ))
    });
    Body::from_stream(drips)
}

/// White space in chunks, without end when `bytes` is `None`.
fn spaces(bytes: Option<usize>) -> Body {
    let chunk = Bytes::from(vec![b' '; CHUNK_BYTES]);
    let chunks = stream::unfold(bytes, move |left| {
        let size = left.map_or(CHUNK_BYTES, |left| left.min(CHUNK_BYTES));
        let part = chunk.slice(..size);
        let rest = left.map(|left| left - size);
        std::future::ready((size > 0).then_some((Ok::<_, Infallible>(part), rest)))
    });
    Body::from_stream(chunks)
}

/// A response whose body is announced with `announced` bytes and breaks off after `sent`.
pub(super) fn cut_off(response: Response, sent: &[u8], announced: usize) -> Response {
    let sent = Bytes::copy_from_slice(sent);
    let chunks = stream::unfold(Some(sent), |sent| async move {
        if let Some(sent) = sent {
            return Some((Ok(sent), None));
        }
        // A breath, in which what was sent so far really leaves.
        tokio::task::yield_now().await;
        let kind = io::ErrorKind::ConnectionAborted;
        Some((Err(io::Error::new(kind, "cut off on demand")), None))
    });
    let mut response = response.map(|_| Body::from_stream(chunks));
    response
        .headers_mut()
        .insert(CONTENT_LENGTH, HeaderValue::from(announced));
    response
}
