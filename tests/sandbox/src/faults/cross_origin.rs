//! What is wrong with the cross-origin headers of one answer.

use super::order::BadOrder;

/// Which cross-origin header is missing or wrong (Fetch standard, CORS protocol).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CorsFault {
    /// `Access-Control-Allow-Origin` is left out: the browser hides the answer.
    Hidden,
    /// `Access-Control-Allow-Origin` names somebody else.
    OtherOrigin,
    /// `Access-Control-Expose-Headers` is left out: the page reads the body only.
    NotExposed,
    /// A preflight without `Access-Control-Allow-Headers`.
    NoHeaders,
    /// A preflight without `Access-Control-Allow-Methods`.
    NoMethods,
}

const WORDS: &[&str] = &[
    "hidden",
    "other-origin",
    "not-exposed",
    "no-headers",
    "no-methods",
];

impl CorsFault {
    pub(super) fn read(text: &str) -> Result<Self, BadOrder> {
        Ok(match text {
            "hidden" => Self::Hidden,
            "other-origin" => Self::OtherOrigin,
            "not-exposed" => Self::NotExposed,
            "no-headers" => Self::NoHeaders,
            "no-methods" => Self::NoMethods,
            _ => return Err(BadOrder::unknown("cors", text, WORDS)),
        })
    }

    /// Whether it makes sense for preflights only.
    pub(super) fn is_for_preflights(self) -> bool {
        matches!(self, Self::NoHeaders | Self::NoMethods)
    }
}
