//! The loosely typed fields of an order: numbers where texts are meant, one where a list is.

use serde::{Deserialize, Serialize};

/// A text, or a number taken for its text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(from = "TextOrNumber")]
pub(super) struct Text(pub(super) String);

#[derive(Deserialize)]
#[serde(untagged)]
enum TextOrNumber {
    Text(String),
    Number(serde_json::Number),
}

impl From<TextOrNumber> for Text {
    fn from(text: TextOrNumber) -> Self {
        Self(match text {
            TextOrNumber::Text(text) => text,
            TextOrNumber::Number(number) => number.to_string(),
        })
    }
}

/// Some texts, or a single one without a list around it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(from = "ListOrText")]
pub(super) struct OneOrMore(pub(super) Vec<String>);

impl OneOrMore {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum ListOrText {
    List(Vec<String>),
    Text(String),
}

impl From<ListOrText> for OneOrMore {
    fn from(texts: ListOrText) -> Self {
        Self(match texts {
            ListOrText::List(list) => list,
            ListOrText::Text(text) => vec![text],
        })
    }
}

/// How many requests are still spoiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(untagged)]
pub(super) enum Count {
    /// This many.
    Times(u32),
    /// All of them, until the fault is forgotten.
    Always(Always),
}

/// The word for no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
pub(super) enum Always {
    #[serde(rename = "always")]
    Always,
}

impl Default for Count {
    fn default() -> Self {
        Self::Times(1)
    }
}

impl Count {
    /// One request later.
    pub(super) fn less_one(self) -> Self {
        match self {
            Self::Times(times) => Self::Times(times.saturating_sub(1)),
            Self::Always(word) => Self::Always(word),
        }
    }
}
