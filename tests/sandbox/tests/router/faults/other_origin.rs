//! The second origin.

use axum::body::Body;
use axum::http::header::{AUTHORIZATION, HOST};
use axum::http::{Method, Request};
use serde_json::{Value, json};

use crate::support::{Answer, Sell, call};

async fn elsewhere(sell: &Sell, method: Method, path: &str) -> Answer {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(HOST, "127.0.0.1:4002")
        .header(AUTHORIZATION, "Bearer a-token-that-went-astray")
        .header("access-control-request-headers", "authorization")
        .body(Body::empty())
        .unwrap();
    call(sell.sandbox.other_router(), request).await
}

async fn journal(sell: &Sell) -> Value {
    sell.control(Method::GET, "/other", json!({})).await.json()
}

#[tokio::test]
async fn it_answers_everything_and_tells_what_came_but_no_values() {
    let sell = Sell::new();
    assert_eq!(journal(&sell).await["count"], 0);
    for method in [
        Method::GET,
        Method::POST,
        Method::PUT,
        Method::DELETE,
        Method::OPTIONS,
    ] {
        let answer = elsewhere(&sell, method, "/any/where?secret=1").await;
        assert_eq!((answer.status, answer.body.as_str()), (200, "{}"));
    }
    let seen = journal(&sell).await;
    assert_eq!(seen["count"], 5);
    assert_eq!(seen["requests"][1]["method"], "POST");
    assert_eq!(seen["requests"][1]["path"], "/any/where");
    assert_eq!(seen["requests"][1]["has_authorization"], true);
    assert_eq!(seen["requests"][1]["has_query"], true);
    assert!(!seen.to_string().contains("astray") && !seen.to_string().contains("secret"));
    let own = sell
        .control(Method::GET, "/requests", json!({}))
        .await
        .json();
    assert_eq!(
        own["requests"],
        json!([]),
        "the sandbox itself was not asked"
    );
}

#[tokio::test]
async fn its_journal_is_forgotten_on_demand_and_by_a_reset() {
    for (method, path) in [(Method::DELETE, "/other"), (Method::POST, "/reset")] {
        let sell = Sell::new();
        elsewhere(&sell, Method::GET, "/").await;
        assert_eq!(sell.control(method, path, json!({})).await.status, 204);
        assert_eq!(journal(&sell).await["count"], 0);
        assert_eq!(journal(&sell).await["requests"], json!([]));
    }
}

#[tokio::test]
async fn the_count_goes_on_where_the_list_ends() {
    let sell = Sell::new();
    for _ in 0..1005 {
        elsewhere(&sell, Method::GET, "/").await;
    }
    let seen = journal(&sell).await;
    assert_eq!(seen["count"], 1005);
    assert_eq!(seen["requests"].as_array().unwrap().len(), 1000);
}

#[tokio::test]
async fn pages_may_read_it_unless_told_otherwise() {
    let sell = Sell::new();
    let answer = elsewhere(&sell, Method::OPTIONS, "/").await;
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    assert_eq!(
        answer.header("access-control-allow-headers"),
        Some("authorization")
    );
    sell.set("other.cors", "off");
    let answer = elsewhere(&sell, Method::OPTIONS, "/").await;
    assert_eq!(answer.header("access-control-allow-origin"), None);
}

#[tokio::test]
async fn it_answers_to_a_loopback_name_only() {
    let sell = Sell::new();
    let request = Request::get("/").header(HOST, "evil.example");
    let request = request.body(Body::empty()).unwrap();
    let answer = call(sell.sandbox.other_router(), request).await;
    assert_eq!(answer.status, 421);
}
