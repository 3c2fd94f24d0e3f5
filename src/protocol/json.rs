//! JSON as a value, read through serde from whatever parser is at hand: the browser's own in
//! the page, `serde_json` in native tests. One shape for every body keeps the wasm small and
//! lets readers accept the variants that servers really send.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// How deep a body may nest. A hostile one could otherwise exhaust the stack.
const DEEPEST: u8 = 32;

/// A JSON value. Numbers that are not whole, or beyond 2^53, are [`Other`](Self::Other): no
/// field that we read is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// A whole number.
    Integer(i64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, in the order in which it was written.
    Object(Vec<(String, Json)>),
    /// `true` or `false`.
    Flag(bool),
    /// A fraction, or a number too large to be exact.
    Other,
}

impl Json {
    /// The member of an object; `None` when there is none, or no object.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text of a member.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Self::as_text)
    }

    /// The whole number of a member, where it is not negative.
    #[must_use]
    pub fn unsigned(&self, name: &str) -> Option<u64> {
        match self.get(name) {
            Some(Self::Integer(number)) => u64::try_from(*number).ok(),
            _ => None,
        }
    }

    /// The truth of a member.
    #[must_use]
    pub fn flag(&self, name: &str) -> Option<bool> {
        match self.get(name) {
            Some(Self::Flag(flag)) => Some(*flag),
            _ => None,
        }
    }

    /// This value as text.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The elements of an array; none for anything else.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Depth(DEEPEST).deserialize(deserializer)
    }
}

/// How much deeper the value may go.
#[derive(Clone, Copy)]
struct Depth(u8);

impl<'de> DeserializeSeed<'de> for Depth {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Depth {
    fn deeper<E: Error>(self) -> Result<Self, E> {
        self.0
            .checked_sub(1)
            .map(Self)
            .ok_or_else(|| E::custom("nested too deep"))
    }
}

impl<'de> Visitor<'de> for Depth {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_none<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Json, E> {
        Ok(Json::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Integer(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(i64::try_from(number).map_or(Json::Other, Json::Integer))
    }

    #[allow(
        clippy::cast_possible_truncation,
        clippy::float_cmp,
        reason = "only whole numbers below 2^53 pass"
    )]
    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        let exact = number.abs() < 9_007_199_254_740_992.0 && number == (number as i64) as f64;
        Ok(if exact {
            Json::Integer(number as i64)
        } else {
            Json::Other
        })
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Json, E> {
        Ok(Json::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Json, A::Error> {
        let depth = self.deeper()?;
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element_seed(depth)? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let depth = self.deeper()?;
        let mut members = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            members.push((name, map.next_value_seed(depth)?));
        }
        Ok(Json::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Json, serde_json::Error> {
        serde_json::from_str(text)
    }

    #[test]
    fn members_are_read_by_name_and_kind() {
        let value = parse(r#"{"a":"x","b":7,"c":-1,"d":1.5,"e":[null,"y"],"f":1e2}"#).unwrap();
        assert_eq!(value.text("a"), Some("x"));
        assert_eq!(value.text("b"), None);
        assert_eq!(value.unsigned("b"), Some(7));
        assert_eq!(value.unsigned("c"), None);
        assert_eq!(value.unsigned("d"), None);
        assert_eq!(value.unsigned("f"), Some(100));
        assert_eq!(value.get("e").map(|list| list.items().len()), Some(2));
        assert_eq!(value.get("missing"), None);
    }

    #[test]
    fn a_body_that_nests_too_deep_is_refused_and_not_followed() {
        let deep = |levels: usize| parse(&format!("{}{}", "[".repeat(levels), "]".repeat(levels)));
        assert!(deep(32).is_ok());
        assert!(deep(33).is_err());
        assert!(deep(100).is_err());
    }

    #[test]
    fn scalars_are_values_without_members() {
        for text in ["null", "1", "\"x\"", "true", "[]", "1e300"] {
            assert_eq!(parse(text).unwrap().get("a"), None, "{text}");
        }
    }
}
