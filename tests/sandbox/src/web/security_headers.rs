//! Headers every answer carries, and the policy of the pages.

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, PRAGMA, REFERRER_POLICY, VARY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use super::render_failure::name_charset;
use crate::faults::Exact;

/// What an answer may do that set no policy of its own: nothing.
const NO_CONTENT_POLICY: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; \
                                 frame-ancestors 'none'";

/// Adds the headers that hold for every answer, without touching those already there.
pub(crate) async fn add_security_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let is_exact = response.extensions().get::<Exact>().is_some();
    let headers = response.headers_mut();
    if !is_exact {
        name_charset(headers);
    }
    for (name, value) in [
        // RFC 6749 §5.1 asks for both of anything that holds tokens; nothing here is worth caching.
        (CACHE_CONTROL, "no-store"),
        (PRAGMA, "no-cache"),
        (CONTENT_LANGUAGE, "en"),
        (CONTENT_SECURITY_POLICY, NO_CONTENT_POLICY),
        (X_FRAME_OPTIONS, "DENY"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
    ] {
        add(headers, name, value);
    }
    headers.append(VARY, HeaderValue::from_static("Content-Language"));
    response
}

fn add(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers
        .entry(name)
        .or_insert(HeaderValue::from_static(value));
}

/// The policy of a page: our stylesheet and icon, no script at all, no frame around it.
/// `form_targets` are the origins its forms may end up at.
pub(crate) fn page_policy(form_targets: &str) -> String {
    format!(
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; \
         form-action 'self'{form_targets}; frame-ancestors 'none'"
    )
}
