//! The browser's own JSON.

use js_sys::{Array, JSON, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

use crate::protocol::Json;

/// How deep a text may nest. A hostile one could otherwise exhaust the stack.
const DEEPEST: u8 = 32;

/// The largest whole number that a double holds exactly (`Number.MAX_SAFE_INTEGER`).
const LARGEST_INTEGER: f64 = 9_007_199_254_740_991.0;

/// Reads a text; `None` where it is not JSON or nests too deep.
#[must_use]
pub fn parse(text: &str) -> Option<Json> {
    read(&JSON::parse(text).ok()?, DEEPEST)
}

/// Writes a record.
#[must_use]
pub fn write(record: &impl Serialize) -> Option<String> {
    let value = record
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .ok()?;
    JSON::stringify(&value).ok()?.as_string()
}

/// Indents a JSON text for reading; anything else is returned as it is.
#[must_use]
pub fn pretty(text: &str) -> String {
    let indented = JSON::parse(text).and_then(|value| {
        JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &JsValue::from(2))
    });
    indented
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| text.to_owned())
}

/// What the parser made, walked by hand: serde's way costs 13 KB, most of it the printing of
/// fractions in error messages that nobody reads.
fn read(value: &JsValue, depth: u8) -> Option<Json> {
    if let Some(text) = value.as_string() {
        return Some(Json::Text(text));
    }
    if let Some(number) = value.as_f64() {
        return Some(whole(number));
    }
    if let Some(flag) = value.as_bool() {
        return Some(Json::Flag(flag));
    }
    if value.is_null() {
        return Some(Json::Null);
    }
    let depth = depth.checked_sub(1)?;
    match value.dyn_ref::<Array>() {
        Some(items) => items
            .iter()
            .map(|item| read(&item, depth))
            .collect::<Option<_>>()
            .map(Json::List),
        None => read_members(value, depth),
    }
}

fn read_members(value: &JsValue, depth: u8) -> Option<Json> {
    let names = Object::keys(value.unchecked_ref::<Object>());
    let member = |name: JsValue| {
        Some((
            name.as_string()?,
            read(&Reflect::get(value, &name).ok()?, depth)?,
        ))
    };
    names
        .iter()
        .map(member)
        .collect::<Option<_>>()
        .map(Json::Object)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::float_cmp,
    reason = "only exact whole numbers pass"
)]
fn whole(number: f64) -> Json {
    if number.abs() <= LARGEST_INTEGER && number == number.trunc() {
        Json::Integer(number as i64)
    } else {
        Json::Other
    }
}
