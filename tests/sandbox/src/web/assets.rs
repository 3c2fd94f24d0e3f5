//! The stylesheet and the icon of the pages.

use axum::http::HeaderName;
use axum::http::header::CONTENT_TYPE;

type Asset = ([(HeaderName, &'static str); 1], &'static str);

/// `/assets/sandbox.css`
pub(crate) async fn stylesheet() -> Asset {
    (
        [(CONTENT_TYPE, "text/css; charset=utf-8")],
        include_str!("assets/sandbox.css"),
    )
}

/// `/assets/icon.svg`
pub(crate) async fn icon() -> Asset {
    (
        [(CONTENT_TYPE, "image/svg+xml")],
        include_str!("assets/icon.svg"),
    )
}
