//! What a script wants to send, read.

use js_sys::{JSON, Uint8Array};
use sell_elements::advice::Unsent;
use sell_elements::browser::http;
use sell_elements::door::ErrorRecord;
use sell_elements::protocol::ApiPath;
use sell_elements::runtime::{HostRequest, Refused};
use sell_elements::session::Passport;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Headers;

use crate::convert::get;

/// What a browser lets a page send, less what only proxies and tunnels use.
const METHODS: [&str; 6] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/// Reads a path and the options of a request.
pub(crate) fn read(path: &str, init: &JsValue) -> Result<HostRequest, Unsent> {
    let path = ApiPath::parse(path).ok_or(Unsent::Path)?;
    let method = get(init, "method")
        .as_string()
        .unwrap_or_else(|| "GET".to_owned());
    let method = method.to_ascii_uppercase();
    if !METHODS.contains(&method.as_str()) {
        return Err(Unsent::Init);
    }
    let (body, is_json) = body(&get(init, "body")).ok_or(Unsent::Init)?;
    if body.is_some() && matches!(method.as_str(), "GET" | "HEAD") {
        return Err(Unsent::Init);
    }
    let headers = headers(&get(init, "headers"), is_json).map_err(|_| Unsent::Init)?;
    Ok(HostRequest {
        path,
        method,
        headers: Some(headers),
        body,
        // Whether it is one, of whichever window, was looked at before.
        signal: Some(get(init, "signal"))
            .filter(JsValue::is_object)
            .map(JsCast::unchecked_into),
        // Only an element makes a pause by itself.
        at_once: cfg!(feature = "notices") && get(init, "atOnce").is_truthy(),
    })
}

/// The body as bytes, and whether it is JSON: a text and a plain object are.
fn body(body: &JsValue) -> Option<(Option<Uint8Array>, bool)> {
    if body.is_undefined() || body.is_null() {
        return Some((None, false));
    }
    if let Some(bytes) = body.dyn_ref::<Uint8Array>() {
        return Some((Some(bytes.clone()), false));
    }
    let text = match body.as_string() {
        Some(text) => text,
        None if body.is_object() => JSON::stringify(body).ok()?.as_string()?,
        None => return None,
    };
    Some((Some(Uint8Array::from(text.as_bytes())), true))
}

/// The headers, and what the body is where they do not say it.
fn headers(given: &JsValue, is_json: bool) -> Result<Headers, JsValue> {
    let headers = http::headers(given)?;
    if is_json && !headers.has("content-type")? {
        headers.set("content-type", "application/json")?;
    }
    Ok(headers)
}

/// Why a request has no answer.
pub(crate) fn refusal(refused: &Refused, passport: Option<&Passport>) -> ErrorRecord {
    match refused {
        Refused::NotSignedIn => ErrorRecord::of_unsent(Unsent::NotSignedIn),
        Refused::Failed(failure) => ErrorRecord::of_failure(failure, passport),
    }
}
