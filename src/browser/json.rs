//! The browser's own JSON, through serde.

use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::protocol::Json;

/// Reads a text; `None` where it is not JSON or nests too deep.
#[must_use]
pub fn parse(text: &str) -> Option<Json> {
    let value = js_sys::JSON::parse(text).ok()?;
    serde_wasm_bindgen::from_value(value).ok()
}

/// Writes a record.
#[must_use]
pub fn write(record: &impl Serialize) -> Option<String> {
    let value = record
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .ok()?;
    js_sys::JSON::stringify(&value)
        .ok()
        .and_then(|text| text.as_string())
}

/// Indents a JSON text for reading; anything else is returned as it is.
#[must_use]
pub fn pretty(text: &str) -> String {
    let indented = js_sys::JSON::parse(text).and_then(|value| {
        js_sys::JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &JsValue::from(2))
    });
    indented
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| text.to_owned())
}
