//! One page or script of a host, with headers of its own.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};

/// What a host answers at one path.
#[derive(Debug, Clone)]
pub struct HostPage {
    text: String,
    headers: HeaderMap,
}

impl HostPage {
    /// A page of markup, sent without any policy.
    #[must_use]
    pub fn markup(text: impl Into<String>) -> Self {
        Self::of_type(text.into(), "text/html; charset=utf-8")
    }

    /// A script of the host's own: a strict policy allows no inline ones.
    #[must_use]
    pub fn script(text: impl Into<String>) -> Self {
        Self::of_type(text.into(), "text/javascript; charset=utf-8")
    }

    /// Sends this header too.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    fn of_type(text: String, content_type: &'static str) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        Self { text, headers }
    }
}

impl IntoResponse for HostPage {
    fn into_response(self) -> Response {
        (self.headers, self.text).into_response()
    }
}
