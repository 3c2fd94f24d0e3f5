//! The site server, called without a port.
#![allow(
    clippy::unwrap_used,
    reason = "the lint knows tests, but not their helper functions"
)]

use std::fs;

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Request, Response, StatusCode, header};
use http_body_util::BodyExt;
use sell_stage::{Site, SiteConfiguration};
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt;

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      connect-src 'self' http://127.0.0.1:2; img-src 'self'; base-uri 'none'; \
                      form-action 'none'; frame-ancestors 'none'";

/// A small `dist/`, gone with the value.
struct Built {
    site: Site,
    _folder: TempDir,
}

impl Built {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let dist = folder.path().join("dist");
        fs::create_dir_all(dist.join("styles")).unwrap();
        let files: &[(&str, &str)] = &[
            ("index.html", "<!doctype html><title>app</title>"),
            (
                "callback.html",
                "<!doctype html><script>alert('Hello, world.');</script>",
            ),
            ("config.json", "{\"client_id\":\"\"}"),
            ("styles/app.css", "p{}"),
            ("sell-elements-0f_bg.wasm", "plain"),
            ("sell-elements-0f_bg.wasm.br", "brotli"),
            ("sell-elements-0f_bg.wasm.gz", "gzip"),
            ("../outside.txt", "not for the web"),
        ];
        for (name, text) in files {
            fs::write(dist.join(name), text).unwrap();
        }
        let configuration = SiteConfiguration {
            client_id: "demo".to_owned(),
            sandbox: "http://127.0.0.1:2".to_owned(),
            origins: vec!["http://127.0.0.1:1".to_owned()],
            scopes: vec!["read".to_owned(), "profile".to_owned()],
        };
        Self {
            site: Site::new(&dist, configuration),
            _folder: folder,
        }
    }

    async fn get(&self, path: &str) -> Response<Body> {
        self.send(Request::get(path).body(Body::empty()).unwrap())
            .await
    }

    async fn get_accepting(&self, path: &str, encoding: &'static str) -> Response<Body> {
        let request = Request::get(path).header(header::ACCEPT_ENCODING, encoding);
        self.send(request.body(Body::empty()).unwrap()).await
    }

    async fn send(&self, request: Request<Body>) -> Response<Body> {
        self.site.router().oneshot(request).await.unwrap()
    }
}

async fn text(response: Response<Body>) -> String {
    String::from_utf8(
        response
            .into_body()
            .collect()
            .await
            .unwrap()
            .to_bytes()
            .to_vec(),
    )
    .unwrap()
}

fn header_of<'a>(response: &'a Response<Body>, name: &str) -> Option<&'a str> {
    response
        .headers()
        .get(name)
        .map(|value| value.to_str().unwrap())
}

#[tokio::test]
async fn the_folder_answers_with_the_page() {
    let response = Built::new().get("/").await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(header_of(&response, "content-type"), Some("text/html"));
    assert!(text(response).await.contains("<title>app</title>"));
}

#[tokio::test]
async fn every_answer_carries_the_strict_headers_even_that_something_is_missing() {
    let built = Built::new();
    for path in ["/", "/styles/app.css", "/config.json", "/missing.js"] {
        let response = built.get(path).await;
        assert_eq!(
            header_of(&response, "content-security-policy"),
            Some(POLICY),
            "{path}"
        );
        assert_eq!(
            header_of(&response, "referrer-policy"),
            Some("no-referrer"),
            "{path}"
        );
        assert_eq!(
            header_of(&response, "x-content-type-options"),
            Some("nosniff"),
            "{path}"
        );
        assert_eq!(
            header_of(&response, "cache-control"),
            Some("no-cache"),
            "{path}"
        );
        let opener = header_of(&response, "cross-origin-opener-policy");
        assert_eq!(opener, Some("same-origin"), "{path}");
        assert!(
            header_of(&response, "permissions-policy").is_some(),
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_callback_page_may_run_its_own_script_and_is_never_kept() {
    let response = Built::new().get("/callback.html").await;
    let policy = header_of(&response, "content-security-policy").unwrap();
    let hash = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
    assert!(
        policy.contains(&format!("script-src 'self' 'wasm-unsafe-eval' {hash};")),
        "{policy}"
    );
    assert_eq!(header_of(&response, "cache-control"), Some("no-store"));
}

#[tokio::test]
async fn a_file_named_by_its_content_is_kept_for_ever() {
    let response = Built::new().get("/sell-elements-0f_bg.wasm").await;
    let expected = Some("public, max-age=31536000, immutable");
    assert_eq!(header_of(&response, "cache-control"), expected);
}

#[tokio::test]
async fn the_module_has_the_type_that_streaming_needs_in_every_encoding() {
    let built = Built::new();
    for (encoding, body) in [
        ("br, gzip", "brotli"),
        ("gzip", "gzip"),
        ("identity", "plain"),
    ] {
        let response = built
            .get_accepting("/sell-elements-0f_bg.wasm", encoding)
            .await;
        assert_eq!(
            header_of(&response, "content-type"),
            Some("application/wasm"),
            "{encoding}"
        );
        assert_eq!(
            header_of(&response, "vary"),
            Some("accept-encoding"),
            "{encoding}"
        );
        assert_eq!(text(response).await, body);
    }
}

#[tokio::test]
async fn the_configuration_is_the_stages_and_not_the_template() {
    let response = Built::new().get("/config.json").await;
    assert_eq!(
        header_of(&response, "content-type"),
        Some("application/json")
    );
    let value: Value = serde_json::from_str(&text(response).await).unwrap();
    assert_eq!(
        value,
        json!({
            "client_id": "demo",
            "auth_base": "http://127.0.0.1:2",
            "api_base": "http://127.0.0.1:2",
            "redirect_uri": "http://127.0.0.1:1/callback.html",
            "scopes": ["read", "profile"],
        })
    );
}

#[tokio::test]
async fn an_unknown_path_is_not_found() {
    let built = Built::new();
    for path in ["/missing", "/styles/", "/styles/missing.css"] {
        assert_eq!(
            built.get(path).await.status(),
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_path_out_of_the_folder_is_not_found() {
    let built = Built::new();
    for path in [
        "/../outside.txt",
        "/styles/../../outside.txt",
        "/%2e%2e/outside.txt",
    ] {
        let response = built.get(path).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        assert!(!text(response).await.contains("not for the web"), "{path}");
    }
}

#[tokio::test]
async fn nothing_can_be_sent_to_the_site() {
    let request = Request::post("/index.html").body(Body::from("x")).unwrap();
    assert_eq!(
        Built::new().send(request).await.status(),
        StatusCode::METHOD_NOT_ALLOWED
    );
}

#[tokio::test]
async fn requests_are_noted_without_their_queries() {
    let built = Built::new();
    let _ = built
        .get("/callback.html?access_token=canary&state=s")
        .await;
    let _ = built.get("/").await;
    assert_eq!(built.site.requests(), ["/callback.html", "/"]);
    built.site.forget_requests();
    assert!(built.site.requests().is_empty());
}

#[tokio::test]
async fn a_refused_path_is_answered_with_the_status_and_the_others_as_ever() {
    let built = Built::new();
    built
        .site
        .switches()
        .refuse("/sell-elements-*.wasm", StatusCode::SERVICE_UNAVAILABLE);
    let refused = built.get("/sell-elements-0f_bg.wasm").await;
    assert_eq!(refused.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(header_of(&refused, "cache-control"), Some("no-cache"));
    assert_eq!(built.get("/").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_tampered_file_is_another_file_in_no_encoding() {
    let built = Built::new();
    built.site.switches().tamper("/sell-elements-*.wasm");
    let response = built.get_accepting("/sell-elements-0f_bg.wasm", "br").await;
    assert_eq!(header_of(&response, "content-encoding"), None);
    assert_eq!(text(response).await, "plain\n");
}

#[tokio::test]
async fn a_held_path_is_answered_once_it_is_released() {
    let built = Built::new();
    let held = built.site.switches().hold("/index.html");
    let mut answer = Box::pin(built.get("/index.html"));
    // Polled once, so that the request stands at the barrier.
    assert!(
        std::future::poll_fn(|cx| std::task::Poll::Ready(answer.as_mut().poll(cx)))
            .await
            .is_pending()
    );
    held.release();
    assert_eq!(answer.await.status(), StatusCode::OK);
    assert_eq!(built.get("/index.html").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn headers_policy_type_and_configuration_can_be_switched_and_reset() {
    let built = Built::new();
    let switches = built.site.switches();
    switches.forbid_wasm(true);
    switches.omit_header(HeaderName::from_static("cross-origin-opener-policy"));
    switches.send_header(header::REFERRER_POLICY, HeaderValue::from_static("origin"));
    switches.relabel(
        "/sell-elements-*.wasm",
        HeaderValue::from_static("text/plain"),
    );
    switches.configure(json!({"client_id": "another"}));

    let page = built.get("/").await;
    assert!(
        !header_of(&page, "content-security-policy")
            .unwrap()
            .contains("wasm-unsafe-eval")
    );
    assert_eq!(header_of(&page, "cross-origin-opener-policy"), None);
    assert_eq!(header_of(&page, "referrer-policy"), Some("origin"));
    let module = built.get("/sell-elements-0f_bg.wasm").await;
    assert_eq!(header_of(&module, "content-type"), Some("text/plain"));
    assert_eq!(
        text(built.get("/config.json").await).await,
        r#"{"client_id":"another"}"#
    );

    switches.reset();
    assert_eq!(
        header_of(&built.get("/").await, "content-security-policy"),
        Some(POLICY)
    );
}
