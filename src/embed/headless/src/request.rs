//! What a script wants to send, read.

use js_sys::{Array, JSON, JsString, Object, Uint8Array};
use sell_elements::door::ErrorRecord;
use sell_elements::protocol::ApiPath;
use sell_elements::runtime::{HostRequest, Refused};
use sell_elements::words::ErrorKind;
use wasm_bindgen::{JsCast, JsValue};

use crate::convert::get;

/// What a browser lets a page send, less what only proxies and tunnels use.
const METHODS: [&str; 6] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/// Reads a path and the options of a request.
pub(crate) fn read(path: &str, init: &JsValue) -> Result<HostRequest, Box<ErrorRecord>> {
    let path = ApiPath::parse(path).ok_or_else(|| ErrorRecord::of_kind(ErrorKind::NotFound))?;
    let content = || ErrorRecord::of_kind(ErrorKind::BodyRefused);
    let method = get(init, "method")
        .as_string()
        .unwrap_or_else(|| "GET".to_owned());
    let method = method.to_ascii_uppercase();
    if !METHODS.contains(&method.as_str()) {
        return Err(content().into());
    }
    let (body, is_json) = body(&get(init, "body")).ok_or_else(content)?;
    let mut headers = headers(&get(init, "headers"));
    let typed = headers
        .iter()
        .any(|(name, _)| name.eq_ignore_ascii_case("content-type"));
    if is_json && !typed {
        headers.push(("content-type".to_owned(), "application/json".to_owned()));
    }
    Ok(HostRequest {
        path,
        method,
        headers,
        body,
        signal: get(init, "signal").dyn_into().ok(),
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

/// The headers of a `Headers`, of pairs or of a plain object. Whoever writes `Authorization` writes
/// in vain: that one is ours.
fn headers(given: &JsValue) -> Vec<(String, String)> {
    let pairs = if js_sys::Symbol::iterator().is_undefined() || !given.is_object() {
        None
    } else if let Some(pairs) = given.dyn_ref::<Array>() {
        Some(pairs.clone())
    } else if given.has_type::<web_sys::Headers>() {
        Some(Array::from(given))
    } else {
        Some(Object::entries(given.unchecked_ref()))
    };
    let text = |value: JsValue| value.dyn_into::<JsString>().ok().map(String::from);
    pairs
        .iter()
        .flat_map(Array::iter)
        .filter_map(|pair| {
            let pair = pair.dyn_into::<Array>().ok()?;
            Some((text(pair.get(0))?, text(pair.get(1))?))
        })
        .filter(|(name, _)| !name.eq_ignore_ascii_case("authorization"))
        .collect()
}

/// Why a request has no answer.
pub(crate) fn refusal(refused: &Refused, held: Option<&str>) -> ErrorRecord {
    match refused {
        Refused::NotSignedIn => ErrorRecord::of_kind(ErrorKind::TokenExpired),
        Refused::Aborted => ErrorRecord::of_code(ErrorKind::Unreadable, Some("aborted")),
        Refused::Failed(failure) => ErrorRecord::of_failure(failure, held),
    }
}
