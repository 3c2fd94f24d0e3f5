//! The browser's own JSON.

use js_sys::{Array, JSON, Object, Reflect};
use serde::{Serialize, Serializer};
use wasm_bindgen::{JsCast, JsValue};

use crate::protocol::Json;

/// How deep a text may nest. A hostile one could otherwise exhaust the stack.
const DEEPEST: u8 = 32;

/// The largest whole number that a double holds exactly (`Number.MAX_SAFE_INTEGER`).
const LARGEST_INTEGER: f64 = 9_007_199_254_740_991.0;

/// Reads a text; `None` where it is not JSON or nests too deep.
#[must_use]
pub fn parse(text: &str) -> Option<Json> {
    read(&JSON::parse(text).ok()?)
}

/// Reads what a script holds; `None` where it nests too deep or throws.
#[must_use]
pub fn read(value: &JsValue) -> Option<Json> {
    read_within(value, DEEPEST)
}

/// Writes a value as text.
#[must_use]
pub fn write(json: &Json) -> Option<String> {
    JSON::stringify(&value(json)).ok()?.as_string()
}

/// A value as scripts hold it.
#[must_use]
pub fn value(json: &Json) -> JsValue {
    // Only a name that is no text could be refused, and every name is one.
    Plain(json)
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .unwrap_or(JsValue::UNDEFINED)
}

/// A value on its way to scripts. Objects are written as maps, and numbers as the doubles that they
/// become: for structures and whole numbers serde's adapter keeps a table of their names and prints
/// its objections, which is 5 KB.
struct Plain<'a>(&'a Json);

impl Serialize for Plain<'_> {
    #[allow(
        clippy::cast_precision_loss,
        reason = "what is written is exact, or a time in a far future"
    )]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Json::Null | Json::Other => serializer.serialize_unit(),
            Json::Integer(number) => serializer.serialize_f64(*number as f64),
            Json::Text(text) => serializer.serialize_str(text),
            Json::Flag(flag) => serializer.serialize_bool(*flag),
            Json::List(items) => serializer.collect_seq(items.iter().map(Plain)),
            Json::Object(members) => {
                serializer.collect_map(members.iter().map(|(name, member)| (name, Plain(member))))
            }
        }
    }
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
fn read_within(value: &JsValue, depth: u8) -> Option<Json> {
    if let Some(text) = value.as_string() {
        return Some(Json::Text(text));
    }
    if let Some(number) = value.as_f64() {
        return Some(whole(number));
    }
    if let Some(flag) = value.as_bool() {
        return Some(Json::Flag(flag));
    }
    if value.is_null() || value.is_undefined() {
        return Some(Json::Null);
    }
    let depth = depth.checked_sub(1)?;
    if let Some(items) = value.dyn_ref::<Array>() {
        let mut list = Vec::new();
        for item in items.iter() {
            list.push(read_within(&item, depth)?);
        }
        return Some(Json::List(list));
    }
    let mut members = Vec::new();
    for name in Object::keys(value.unchecked_ref::<Object>()).iter() {
        let member = read_within(&Reflect::get(value, &name).ok()?, depth)?;
        members.push((name.as_string()?, member));
    }
    Some(Json::Object(members))
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
