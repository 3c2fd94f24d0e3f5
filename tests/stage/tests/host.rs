//! The host of the package, called without a port.
#![allow(
    clippy::unwrap_used,
    reason = "the lint knows tests, but not their helper functions"
)]

use std::fs;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Request, StatusCode, header};
use http_body_util::BodyExt;
use sell_stage::{Host, HostPage, SiteConfiguration};
use tempfile::TempDir;
use tower::ServiceExt;

/// A host of a package of one script and the callback page, gone with the value.
struct Packed {
    host: Host,
    _folder: TempDir,
}

impl Packed {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in [
            ("sell-elements.js", "export {};"),
            ("callback.html", "<script>alert('Hello, world.');</script>"),
        ] {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let configuration = SiteConfiguration {
            client_id: "demo".to_owned(),
            sandbox: "http://127.0.0.1:2".to_owned(),
            origins: Vec::new(),
            scopes: Vec::new(),
        };
        Self {
            host: Host::new(folder.path(), configuration),
            _folder: folder,
        }
    }

    async fn ask(&self, path: &str) -> (StatusCode, HeaderMap, String) {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let (head, body) = self
            .host
            .router()
            .oneshot(request)
            .await
            .unwrap()
            .into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        (
            head.status,
            head.headers,
            String::from_utf8_lossy(&bytes).into_owned(),
        )
    }
}

#[tokio::test]
async fn a_page_is_answered_with_its_own_headers_and_no_others() {
    let packed = Packed::new();
    let name = HeaderName::from_static("cross-origin-opener-policy");
    let page =
        HostPage::markup("<p>host").header(name.clone(), HeaderValue::from_static("same-origin"));
    packed.host.show("/page", page);
    let (status, headers, text) = packed.ask("/page?x=1").await;
    assert_eq!((status, text.as_str()), (StatusCode::OK, "<p>host"));
    assert_eq!(headers[&name], "same-origin");
    assert!(!headers.contains_key(header::CONTENT_SECURITY_POLICY));
    assert_eq!(packed.ask("/other").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_package_is_served_in_two_places() {
    let packed = Packed::new();
    for path in [
        "/sell-elements/sell-elements.js",
        "/second-copy/sell-elements.js",
    ] {
        let (status, headers, text) = packed.ask(path).await;
        assert_eq!(
            (status, text.as_str()),
            (StatusCode::OK, "export {};"),
            "{path}"
        );
        assert_eq!(headers[header::CONTENT_TYPE], "text/javascript");
    }
    assert_eq!(
        packed.host.requests(),
        ["/sell-elements.js", "/sell-elements.js"]
    );
}

#[tokio::test]
async fn the_callback_page_of_the_package_may_run_its_script_and_keeps_its_opener() {
    let packed = Packed::new();
    let (_, headers, _) = packed.ask("/sell-elements/callback.html").await;
    let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(
        policy.contains("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"),
        "{policy}"
    );
    assert!(!headers.contains_key("cross-origin-opener-policy"));
    assert_eq!(headers[header::CACHE_CONTROL], "no-store");
}
