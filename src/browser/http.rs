//! One call over the network: options that leak nothing, one time limit over headers and body,
//! a cap on what is read.

use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, ReadableStream, ReadableStreamDefaultReader, RequestInit, Response,
};

use super::callback::Timer;
use super::json;
use super::object::{get, of_window};
use crate::protocol::exchange::TIMEOUT_MS;
use crate::protocol::text::cut;
use crate::protocol::{Body, Reply, Request, RetryAfter, TransportError};

/// The most that is read of a body, in decoded bytes.
pub const LONGEST_BODY: usize = 64 * 1024;

/// Milliseconds after which a file of the page is given up.
const FILE_TIMEOUT_MS: u32 = 60_000;

/// Sends a request and reads its whole answer within its time limit.
///
/// # Errors
/// [`TransportError`], when nothing readable came.
pub async fn send(request: &Request) -> Result<Reply, TransportError> {
    let (built, limit) = build(request).map_err(|_| TransportError::Unreadable)?;
    let (response, bytes) = exchange(built, &limit, LONGEST_BODY).await?;
    Ok(reply(&response, bytes))
}

/// An answer with its whole body, once it is here.
type Exchanged<'a> =
    Pin<Box<dyn Future<Output = Result<(Response, Vec<u8>), TransportError>> + 'a>>;

/// Sends what was built and reads the whole answer, of at most `longest` decoded bytes. Boxed, so
/// that it is compiled once and not into everybody who awaits it.
pub(super) fn exchange(request: web_sys::Request, limit: &Limit, longest: usize) -> Exchanged<'_> {
    Box::pin(async move {
        let window = web_sys::window().ok_or(TransportError::Unreadable)?;
        // Not by gloo, which panics where a page has put a `fetch` of its own in place that throws
        // what is no `Error`.
        let sent = JsFuture::from(window.fetch_with_request(&request)).await;
        let answer = sent.map_err(|_| limit.fault())?;
        let response: Response = answer.dyn_into().map_err(|_| TransportError::Unreadable)?;
        let bytes = read_body(&response, limit, longest).await?;
        Ok((response, bytes))
    })
}

/// The answer of an address that is asked without any credentials; none where the browser hid it.
pub async fn ask_openly(method: &str, url: &str) -> Option<Response> {
    let nothing = JsValue::UNDEFINED;
    let headers = headers(&nothing).ok()?;
    let (request, limit) = guarded(url, method, &headers, &nothing, false, TIMEOUT_MS).ok()?;
    let (response, _) = exchange(request, &limit, LONGEST_BODY).await.ok()?;
    Some(response)
}

/// Reads a JSON file that lies beside the page.
pub async fn fetch_json(url: &str) -> Option<crate::protocol::Json> {
    let limit = Limit::start(FILE_TIMEOUT_MS).ok()?;
    let init = RequestInit::new();
    init.set_signal(Some(get(&limit.controller, "signal").unchecked_ref()));
    let request = web_sys::Request::new_with_str_and_init(url, &init).ok()?;
    let (response, bytes) = exchange(request, &limit, LONGEST_BODY).await.ok()?;
    // Of gloo's requests only the answer: a request of its own brings formatting for its errors.
    if !gloo_net::http::Response::from(response).ok() {
        return None;
    }
    json::parse(&String::from_utf8(bytes).ok()?)
}

/// What all requests have in common: options that leak nothing, a time limit, and what they accept
/// where nothing else is said.
pub(super) fn guarded(
    url: &str,
    method: &str,
    headers: &Headers,
    body: &JsValue,
    keepalive: bool,
    timeout_ms: u32,
) -> Result<(web_sys::Request, Limit), JsValue> {
    let limit = Limit::start(timeout_ms)?;
    if !headers.has("accept")? {
        headers.set("accept", "application/json")?;
    }
    let init = RequestInit::new();
    // By their names: each typed setter is an import, and each typed value a table of all its words.
    for (name, value) in [
        ("method", method.into()),
        ("mode", "cors".into()),
        ("credentials", "omit".into()),
        ("redirect", "error".into()),
        ("cache", "no-store".into()),
        ("referrerPolicy", "no-referrer".into()),
        ("keepalive", keepalive.into()),
        ("headers", headers.into()),
        ("body", body.clone()),
        ("signal", get(&limit.controller, "signal")),
    ] {
        Reflect::set(&init, &name.into(), &value)?;
    }
    let request = web_sys::Request::new_with_str_and_init(url, &init)?;
    Ok((request, limit))
}

/// The headers of a `Headers`, of pairs or of a plain object, as `fetch` reads them; none where there
/// is nothing.
///
/// # Errors
/// When they are none of these.
pub fn headers(given: &JsValue) -> Result<Headers, JsValue> {
    let nothing = JsValue::UNDEFINED;
    Headers::new_with_str_sequence_sequence(if given.is_null() { &nothing } else { given })
}

fn build(request: &Request) -> Result<(web_sys::Request, Limit), JsValue> {
    let headers = headers(&JsValue::UNDEFINED)?;
    let mut body = JsValue::UNDEFINED;
    match &request.body {
        Body::Bearer(value) => headers.set("authorization", value)?,
        Body::Form(form) => {
            headers.set("content-type", "application/x-www-form-urlencoded")?;
            body = form.into();
        }
    }
    guarded(
        &request.url,
        request.method.as_str(),
        &headers,
        &body,
        request.keepalive,
        request.timeout_ms,
    )
}

/// The time limit of an exchange. Dropping it stops the clock, not the exchange.
pub(super) struct Limit {
    pub(super) controller: AbortController,
    is_up: Rc<Cell<bool>>,
    seconds: u32,
    _timer: Timer,
}

impl Limit {
    pub(super) fn start(milliseconds: u32) -> Result<Self, JsValue> {
        let controller = AbortController::new()?;
        let is_up = Rc::new(Cell::new(false));
        let timer = Timer::once(milliseconds, {
            let (controller, is_up) = (controller.clone(), Rc::clone(&is_up));
            move || {
                is_up.set(true);
                controller.abort();
            }
        });
        Ok(Self {
            controller,
            is_up,
            seconds: milliseconds / 1000,
            _timer: timer,
        })
    }

    /// Why nothing came, as far as the browser lets anybody know.
    pub(super) fn fault(&self) -> TransportError {
        let online = get(&of_window("navigator"), "onLine")
            .as_bool()
            .unwrap_or(true);
        match (self.is_up.get(), online) {
            (true, _) => TransportError::Timeout(self.seconds),
            (false, false) => TransportError::Offline,
            (false, true) => TransportError::Unreadable,
        }
    }
}

/// Reads a whole body of at most `longest` decoded bytes.
async fn read_body(
    response: &Response,
    limit: &Limit,
    longest: usize,
) -> Result<Vec<u8>, TransportError> {
    let mut bytes = Vec::new();
    let stream = get(response, "body");
    if !stream.is_object() {
        return Ok(bytes);
    }
    let stream: ReadableStream = stream.unchecked_into();
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    loop {
        let read = JsFuture::from(reader.read())
            .await
            .map_err(|_| limit.fault())?;
        let Ok(chunk) = get(&read, "value").dyn_into::<Uint8Array>() else {
            return Ok(bytes);
        };
        if bytes.len() + chunk.length() as usize > longest {
            limit.controller.abort();
            return Err(TransportError::TooLarge);
        }
        bytes.extend(chunk.to_vec());
    }
}

fn reply(response: &Response, bytes: Vec<u8>) -> Reply {
    let text = String::from_utf8(bytes).unwrap_or_default();
    let headers = response.headers();
    let header = |name| headers.get(name).ok().flatten();
    let is_json = header("content-type").is_some_and(|media_type| is_json(&media_type));
    Reply {
        status: response.status(),
        json: is_json.then(|| json::parse(&text)).flatten(),
        text,
        retry_after: header("retry-after").and_then(|value| retry_after(&value)),
    }
}

/// `application/json` and its relatives; a captive portal's HTML is not parsed.
fn is_json(media_type: &str) -> bool {
    let (essence, _) = cut(media_type, b';');
    let essence = essence.trim_ascii().to_ascii_lowercase();
    essence == "application/json"
        || (essence.starts_with("application/") && essence.ends_with("+json"))
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, and the pause is capped later"
)]
pub(super) fn retry_after(value: &str) -> Option<RetryAfter> {
    let value = value.trim_ascii();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(RetryAfter::Seconds(value.parse().unwrap_or(u32::MAX)));
    }
    let at = js_sys::Date::parse(value);
    (value.len() > 12 && at.is_finite()).then_some(RetryAfter::At(at as u64))
}
