//! How a fault is ordered: a JSON object, or a line of the start command (see [`super::line`]).

use std::collections::BTreeMap;
use std::fmt;

use axum::http::HeaderValue;
use serde::{Deserialize, Serialize};

use super::text::{Count, OneOrMore, Text};

/// A fault as the control endpoint receives and lists it.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FaultOrder {
    /// The path it is for; a `*` at the end stands for any rest.
    pub(super) path: String,
    /// The method it is for; any but a preflight's when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) method: Option<String>,
    /// How many requests it spoils; one when absent.
    #[serde(default)]
    pub(super) count: Count,
    /// The status; the body's usual one when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<u16>,
    /// Milliseconds before the headers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) delay: Option<u64>,
    /// The body; see [`FaultOrder::usual_body`] when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) body: Option<String>,
    /// Changes to the JSON of the real answer.
    #[serde(default, skip_serializing_if = "OneOrMore::is_empty")]
    pub(super) edit: OneOrMore,
    /// Breaks off after this many bytes of the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cut: Option<usize>,
    /// The text of `Retry-After`, or `date:` and seconds from now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) retry_after: Option<Text>,
    /// `Content-Type`; `none` leaves it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) content_type: Option<String>,
    /// More headers.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) headers: BTreeMap<String, Text>,
    /// Adds a header with a value of this many bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) header_bytes: Option<usize>,
    /// What is wrong with the cross-origin headers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cors: Option<String>,
}

impl FaultOrder {
    /// The real answer where the order only alters it, an error where it does not say.
    pub(super) fn usual_body(&self) -> &'static str {
        let says_an_error = self.status.is_some() || self.retry_after.is_some();
        let alters = self.delay.is_some()
            || self.cut.is_some()
            || self.cors.is_some()
            || self.content_type.is_some()
            || self.header_bytes.is_some()
            || !self.headers.is_empty();
        if !self.edit.is_empty() || (alters && !says_an_error) {
            "real"
        } else {
            "json"
        }
    }
}

/// What is wrong with the order of a fault, and what would have been right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadOrder {
    /// One sentence: expected, then found.
    pub problem: String,
    /// The words that would have been right, where they can be listed.
    pub allowed: &'static [&'static str],
}

impl BadOrder {
    pub(super) fn new(problem: impl Into<String>) -> Self {
        let allowed = &[];
        Self {
            problem: problem.into(),
            allowed,
        }
    }

    pub(super) fn unknown(field: &str, found: &str, allowed: &'static [&'static str]) -> Self {
        let problem = format!("expected a known `{field}`, found `{found}`");
        Self { problem, allowed }
    }
}

impl fmt::Display for BadOrder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.problem)?;
        if self.allowed.is_empty() {
            return Ok(());
        }
        write!(formatter, " (one of {})", self.allowed.join(", "))
    }
}

impl std::error::Error for BadOrder {}

/// A text as the value of a header.
pub(super) fn value(name: &str, text: &str) -> Result<HeaderValue, BadOrder> {
    HeaderValue::try_from(text)
        .map_err(|_| BadOrder::new(format!("expected a text that may be the header {name}")))
}
