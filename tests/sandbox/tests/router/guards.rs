//! What holds for every request: host, sizes, headers, ids.

use axum::body::Body;
use axum::http::header::HOST;
use axum::http::{Method, Request};
use sell_sandbox::Config;
use serde_json::json;

use crate::support::{Sell, asking, call};

fn with_host(host: Option<&str>) -> Request<Body> {
    let builder = Request::builder().uri("/login");
    let builder = match host {
        Some(host) => builder.header(HOST, host),
        None => builder,
    };
    builder.body(Body::empty()).unwrap()
}

#[tokio::test]
async fn a_foreign_or_missing_host_is_refused_by_both_routers() {
    let sell = Sell::new();
    for host in [
        None,
        Some("evil.example"),
        Some("127.0.0.1.evil.example:4000"),
        Some(""),
    ] {
        let answer = call(sell.sandbox.router(), with_host(host)).await;
        assert_eq!(answer.status, 421, "{host:?}");
        assert!(answer.header("x-request-id").is_some());
        let answer = call(sell.sandbox.control_router(), with_host(host)).await;
        assert_eq!(answer.status, 421, "{host:?}");
    }
    for host in ["127.0.0.1", "localhost:1", "[::1]:4000"] {
        assert_eq!(
            call(sell.sandbox.router(), with_host(Some(host)))
                .await
                .status,
            200,
            "{host}"
        );
    }
}

#[tokio::test]
async fn a_configured_host_is_answered() {
    let config = Config {
        extra_hosts: vec!["sell.test:4000".to_owned()],
        ..Sell::config()
    };
    let sell = Sell::open(config);
    assert_eq!(
        call(sell.sandbox.router(), with_host(Some("sell.test:4000")))
            .await
            .status,
        200
    );
    assert_eq!(
        call(sell.sandbox.router(), with_host(Some("sell.test")))
            .await
            .status,
        421
    );
}

#[tokio::test]
async fn long_addresses_and_heavy_headers_are_refused() {
    let sell = Sell::new();
    assert_eq!(
        sell.get(&format!("/login?{}", "x".repeat(9000)))
            .await
            .status,
        414
    );
    let heavy = sell
        .request(Method::GET, "/login")
        .header("x-heavy", "x".repeat(17_000));
    assert_eq!(
        sell.send(heavy.body(Body::empty()).unwrap()).await.status,
        431
    );
    let many = (0..70).fold(sell.request(Method::GET, "/login"), |builder, number| {
        builder.header(format!("x-{number}"), "1")
    });
    assert_eq!(
        sell.send(many.body(Body::empty()).unwrap()).await.status,
        431
    );
}

#[tokio::test]
async fn pages_cannot_be_framed_sniffed_cached_or_scripted() {
    let sell = Sell::new();
    sell.sign_in().await;
    let consent = format!("/oauth2/authorize?{}", asking("read"));
    for path in [
        "/",
        "/login?x",
        &consent,
        "/oauth2/authorize?client_id=unknown",
    ] {
        let answer = sell.get(path).await;
        let policy = answer.header("content-security-policy").unwrap();
        assert!(
            policy.starts_with("default-src 'none'; "),
            "{path}: {policy}"
        );
        assert!(
            policy.contains("frame-ancestors 'none'"),
            "{path}: {policy}"
        );
        assert!(
            !policy.contains("script-src") && !policy.contains("unsafe"),
            "{path}: {policy}"
        );
        assert_eq!(answer.header("x-frame-options"), Some("DENY"));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        for inline in ["<script", "<style", "style=\"", " onclick="] {
            assert!(!answer.body.contains(inline), "{path}: {inline}");
        }
    }
}

#[tokio::test]
async fn a_redirect_with_a_token_is_not_cached_and_names_no_referrer() {
    let answer = Sell::new().grant("read").await;
    assert_eq!(answer.status, 303);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
    assert_eq!(answer.body, "");
}

#[tokio::test]
async fn every_answer_has_an_id_of_its_own_and_errors_repeat_it() {
    let sell = Sell::new();
    let mut ids = Vec::new();
    for path in [
        "/",
        "/login",
        "/v2/deals",
        "/nowhere",
        "/oauth2/token/info",
        "/assets/icon.svg",
    ] {
        let answer = sell.get(path).await;
        let id = answer.header("x-request-id").unwrap().to_owned();
        if path == "/v2/deals" || path == "/nowhere" {
            assert_eq!(answer.json()["meta"]["logref"], json!(id));
        }
        ids.push(id);
    }
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 6);
}

#[tokio::test]
async fn ids_have_two_forms() {
    let sell = Sell::new();
    let lengths = |id: &str| id.split('-').map(str::len).collect::<Vec<_>>();
    let id = sell
        .get("/")
        .await
        .header("x-request-id")
        .unwrap()
        .to_owned();
    assert_eq!(lengths(&id), [5, 5, 5, 5]);
    sell.set("logref", "uuid");
    let id = sell
        .get("/")
        .await
        .header("x-request-id")
        .unwrap()
        .to_owned();
    assert_eq!(lengths(&id), [8, 4, 4, 4, 12]);
}
