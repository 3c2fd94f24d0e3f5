//! Control is for programs on this machine, not for web pages.

use axum::extract::Request;
use axum::http::header::ORIGIN;
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::error::ControlError;

/// Refuses what a page in a browser sends: it could reach loopback, but should not steer tests.
/// The person's own address bar (`Sec-Fetch-Site: none`) may read.
pub(super) async fn refuse_web_pages(request: Request, next: Next) -> Response {
    if is_from_page(request.headers()) {
        let problem = "the control endpoint does not answer web pages";
        return ControlError::new(problem)
            .status(StatusCode::FORBIDDEN)
            .into_response();
    }
    next.run(request).await
}

fn is_from_page(headers: &HeaderMap) -> bool {
    let site = headers.get("sec-fetch-site");
    headers.contains_key(ORIGIN) || site.is_some_and(|site| site != "none")
}
