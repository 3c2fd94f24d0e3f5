//! A host page's own request: any method and body, the same safe options, and an answer that a
//! script knows how to read.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::{AbortSignal, Headers, ResponseInit};

use super::callback::EventListener;
use super::http::{self, Limit, retry_after};
use super::object::get;
use crate::protocol::{RetryAfter, TransportError};

/// The most that is read of a body, in decoded bytes: beyond it a page asks for less at a time.
pub const LONGEST_BODY: usize = 16 * 1024 * 1024;

/// What is sent.
#[allow(missing_debug_implementations, reason = "it holds a token")]
pub struct Exchange<'a> {
    /// Where: an address that was built from a parsed base and a parsed path.
    pub url: &'a str,
    /// How.
    pub method: &'a str,
    /// The host's headers; they get ours as well.
    pub headers: Option<&'a Headers>,
    /// The one header that is ours.
    pub authorization: &'a str,
    /// With what.
    pub body: Option<&'a Uint8Array>,
    /// Milliseconds until the whole exchange, body included, is given up.
    pub timeout_ms: u32,
    /// By what the host can give it up.
    pub signal: Option<&'a AbortSignal>,
}

/// An answer, its body already read.
#[derive(Debug, Clone)]
pub struct Response(web_sys::Response);

impl Response {
    /// The status code.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.0.status()
    }

    /// When to come back, where the server said so and the browser lets a page read it.
    #[must_use]
    pub fn retry_after(&self) -> Option<RetryAfter> {
        let header = self.0.headers().get("retry-after").ok()??;
        retry_after(&header)
    }

    /// The answer as the host's script gets it.
    #[must_use]
    pub fn into_inner(self) -> web_sys::Response {
        self.0
    }
}

/// Sends a host's request and reads its whole answer within its time limit.
///
/// # Errors
/// [`TransportError`], when nothing readable came.
pub async fn send(exchange: &Exchange<'_>) -> Result<Response, TransportError> {
    let (built, limit) = build(exchange).map_err(|_| TransportError::Unreadable)?;
    let _abort = exchange.signal.map(|signal| {
        let controller = limit.controller.clone();
        if get(signal, "aborted").is_truthy() {
            controller.abort();
        }
        EventListener::new(signal, "abort", move |_| controller.abort())
    });
    let (answer, body) = http::exchange(built, &limit, LONGEST_BODY).await?;
    rebuilt(&answer, &body).map_err(|_| TransportError::Unreadable)
}

fn build(exchange: &Exchange<'_>) -> Result<(web_sys::Request, Limit), JsValue> {
    let headers = exchange.headers.cloned();
    let headers = headers.map_or_else(|| http::headers(&JsValue::UNDEFINED), Ok)?;
    headers.set("authorization", exchange.authorization)?;
    let body = exchange.body.map(AsRef::as_ref);
    http::guarded(
        exchange.url,
        exchange.method,
        &headers,
        body.unwrap_or(&JsValue::UNDEFINED),
        false,
        exchange.timeout_ms,
    )
}

/// The answer with its body in hand, so that reading it cannot hang or break off any more.
fn rebuilt(raw: &web_sys::Response, body: &[u8]) -> Result<Response, JsValue> {
    let init = ResponseInit::new();
    // By their names, because each typed getter and setter is an import.
    for name in ["status", "statusText", "headers"] {
        Reflect::set(&init, &name.into(), &get(raw, name))?;
    }
    // These have no body by definition, and the constructor refuses one.
    let bodiless = matches!(raw.status(), 204 | 205 | 304);
    let bytes = (!bodiless).then(|| Uint8Array::from(body));
    let response = web_sys::Response::new_with_opt_js_u8_array_and_init(bytes.as_ref(), &init)?;
    Ok(Response(response))
}
