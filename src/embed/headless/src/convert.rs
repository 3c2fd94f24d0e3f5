//! Values on their way to scripts and from them.

use std::pin::Pin;

use js_sys::{JSON, Object, Promise, Reflect};
use sell_elements::browser::json;
pub(crate) use sell_elements::browser::object::get;
use sell_elements::door::{ErrorRecord, TokenRecord};
use sell_elements::protocol::Json;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::future_to_promise;

/// An error as what a promise is rejected with.
pub(crate) fn rejection(error: ErrorRecord) -> JsValue {
    json::value(&error.into())
}

/// A record of a token as scripts hold it: the server's JSON parsed.
pub(crate) fn token(record: TokenRecord) -> JsValue {
    let written = json::value(&record.into());
    parse_raw(&written);
    written
}

/// What holds such records under `info` and `inspected`.
pub(crate) fn accounts(written: &Json) -> JsValue {
    let written = json::value(written);
    for name in ["info", "inspected"] {
        parse_raw(&get(&written, name));
    }
    written
}

/// Puts the server's JSON in the place of its text.
fn parse_raw(record: &JsValue) {
    if let Some(text) = get(record, "raw").as_string() {
        set(record, "raw", &JSON::parse(&text).unwrap_or(JsValue::NULL));
    }
}

/// Takes the server's JSON out of a record; anything else has none.
pub(crate) fn without_raw(record: &JsValue) {
    let _ = Reflect::delete_property(record.unchecked_ref::<Object>(), &"raw".into());
}

/// A future as a promise. Boxed first, so that what a promise costs is paid once and not for each
/// kind of future.
pub(crate) fn promise(future: impl Future<Output = Result<JsValue, JsValue>> + 'static) -> Promise {
    let boxed: Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>> = Box::pin(future);
    future_to_promise(boxed)
}

/// A promise of what is known already.
pub(crate) fn settled(result: Result<JsValue, JsValue>) -> Promise {
    promise(std::future::ready(result))
}

/// Sets a member of a fresh plain object, which cannot fail.
pub(crate) fn set(object: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

/// A plain object of a script as a value of ours; anything else has no members.
pub(crate) fn options(object: &JsValue) -> Json {
    json::read(object).unwrap_or(Json::Null)
}
