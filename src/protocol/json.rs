//! JSON as a value.
//!
//! One shape for every body keeps the wasm small and lets readers accept the variants that
//! servers really send. The page fills it from the browser's own parser, tests from `serde_json`.

use super::Scopes;

/// A JSON value.
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

    /// A value that may not be there, as `null` where it is not.
    #[must_use]
    pub fn or_null(value: Option<impl Into<Self>>) -> Self {
        value.map_or(Self::Null, Into::into)
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

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Json {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

/// What is too large for a whole number of ours is [`Other`](Json::Other).
impl From<u64> for Json {
    fn from(number: u64) -> Self {
        i64::try_from(number).map_or(Self::Other, Self::Integer)
    }
}

/// Scopes as a list of words.
impl From<&Scopes> for Json {
    fn from(scopes: &Scopes) -> Self {
        Self::List(scopes.iter().map(|scope| scope.as_str().into()).collect())
    }
}

/// The members of an object that is being written, in the order in which they are put.
#[derive(Debug, Default)]
pub struct Members(Vec<(String, Json)>);

impl Members {
    /// Puts a member.
    pub fn put(&mut self, name: &str, value: impl Into<Json>) {
        self.push(name, value.into());
    }

    /// Puts a member where it has a value, and leaves it out where it has none.
    pub fn put_known(&mut self, name: &str, value: Option<impl Into<Json>>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    // Not made anew for every kind of value.
    fn push(&mut self, name: &str, value: Json) {
        self.0.push((name.to_owned(), value));
    }
}

impl From<Members> for Json {
    fn from(members: Members) -> Self {
        Self::Object(members.0)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
impl Json {
    /// Reads a text, for tests; what is no JSON is [`Other`](Self::Other).
    pub(crate) fn from_text(text: &str) -> Self {
        serde_json::from_str::<serde_json::Value>(text).map_or(Self::Other, Self::from)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Flag(flag),
            Value::Number(number) => number.as_i64().map_or(Self::Other, Self::Integer),
            Value::String(text) => Self::Text(text),
            Value::Array(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Value::Object(members) => Self::Object(
                members
                    .into_iter()
                    .map(|(name, value)| (name, value.into()))
                    .collect(),
            ),
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
impl From<Json> for serde_json::Value {
    fn from(json: Json) -> Self {
        match json {
            Json::Null | Json::Other => Self::Null,
            Json::Integer(number) => number.into(),
            Json::Text(text) => Self::String(text),
            Json::List(items) => items.into_iter().collect(),
            Json::Object(members) => members.into_iter().collect(),
            Json::Flag(flag) => Self::Bool(flag),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_read_by_name_and_kind() {
        let value = Json::from_text(r#"{"a":"x","b":7,"c":-1,"d":1.5,"e":[null,"y"],"g":true}"#);
        assert_eq!(value.text("a"), Some("x"));
        assert_eq!(value.text("b"), None);
        assert_eq!(value.unsigned("b"), Some(7));
        assert_eq!(value.unsigned("c"), None);
        assert_eq!(value.unsigned("d"), None);
        assert_eq!(value.flag("g"), Some(true));
        assert_eq!(value.flag("a"), None);
        assert_eq!(value.get("e").map(|list| list.items().len()), Some(2));
        assert_eq!(value.get("missing"), None);
    }

    #[test]
    fn an_object_is_written_in_order_without_what_is_not_known() {
        let mut members = Members::default();
        members.put("a", "x");
        members.put("b", 7);
        members.put("c", Json::or_null(None::<bool>));
        members.put_known("d", None::<&str>);
        members.put_known("e", Some(true));
        members.put("f", &Scopes::parse("y").unwrap());
        members.put("g", u64::MAX);
        let expected = [
            ("a", Json::Text("x".to_owned())),
            ("b", Json::Integer(7)),
            ("c", Json::Null),
            ("e", Json::Flag(true)),
            ("f", Json::List(vec![Json::Text("y".to_owned())])),
            ("g", Json::Other),
        ];
        let expected = expected.map(|(name, value)| (name.to_owned(), value));
        assert_eq!(Json::from(members), Json::Object(expected.to_vec()));
    }

    #[test]
    fn scalars_are_values_without_members() {
        for text in ["null", "1", "\"x\"", "true", "[]", "1e300"] {
            assert_eq!(Json::from_text(text).get("a"), None, "{text}");
        }
    }
}
