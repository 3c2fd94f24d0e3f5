//! Faults on demand.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::Method;
use axum::response::Response;
use futures_util::StreamExt as _;
use serde_json::{Value, json};
use tokio::time::timeout;
use tower::ServiceExt as _;

use crate::support::{Answer, Sell};

const INFO: &str = "/oauth2/token/info";

async fn order(sell: &Sell, fault: Value) {
    let answer = sell.control(Method::POST, "/faults", fault).await;
    assert_eq!(answer.status, 204, "{answer:?}");
}

async fn spoiled(fault: Value) -> Answer {
    let sell = Sell::new();
    order(&sell, fault).await;
    sell.get(INFO).await
}

/// The response with its body unread.
async fn raw(body: &str) -> Response {
    let sell = Sell::new();
    order(&sell, json!({"path": INFO, "body": body})).await;
    let request = sell.request(Method::GET, INFO).body(Body::empty()).unwrap();
    sell.sandbox.router().oneshot(request).await.unwrap()
}

#[tokio::test]
async fn a_fault_serves_as_often_as_ordered_and_then_the_truth_returns() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    order(
        &sell,
        json!({"path": INFO, "status": 503, "count": 2, "retry_after": "2"}),
    )
    .await;
    for _ in 0..2 {
        let answer = sell.api(INFO, &token).await;
        assert_eq!(
            (answer.status, answer.header("retry-after")),
            (503, Some("2"))
        );
        assert_eq!(answer.error(), "temporarily_unavailable");
        assert_eq!(
            sell.api("/v2/deals", &token).await.status,
            200,
            "other paths are spared"
        );
    }
    assert_eq!(sell.api(INFO, &token).await.status, 200);
}

#[tokio::test]
async fn a_json_fault_has_the_form_errors_of_its_path_have() {
    let sell = Sell::new();
    for (path, status, code) in [
        (INFO, 401, "invalid_token"),
        (INFO, 403, "insufficient_scope"),
        (INFO, 500, "server_error"),
        (INFO, 400, "invalid_request"),
        ("/v2/deals", 401, "unauthorized"),
        ("/v2/deals", 429, "rate_limit_exceeded"),
        ("/v2/deals", 502, "server_error"),
        ("/v2/deals", 503, "temporarily_unavailable"),
    ] {
        order(&sell, json!({"path": path, "status": status})).await;
        let answer = sell.get(path).await;
        assert_eq!(
            (answer.status, answer.error().as_str()),
            (status, code),
            "{path}"
        );
        if path == "/v2/deals" {
            assert_eq!(
                answer.json()["meta"]["logref"],
                *answer.header("x-request-id").unwrap()
            );
        }
    }
}

#[tokio::test]
async fn other_bodies_have_their_own_types() {
    for (body, status, content_type, text) in [
        (
            "html",
            503,
            Some("text/html; charset=utf-8"),
            "<h1>Fault on demand</h1>",
        ),
        (
            "text",
            503,
            Some("text/plain; charset=utf-8"),
            "fault on demand\n",
        ),
        ("empty", 503, None, ""),
        ("wrong-type", 200, Some("text/html; charset=utf-8"), "{}"),
        (
            "literal:[1e400",
            200,
            Some("application/json; charset=utf-8"),
            "[1e400",
        ),
    ] {
        let answer = spoiled(json!({"path": INFO, "body": body})).await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (status, content_type),
            "{body}"
        );
        assert!(answer.body.ends_with(text), "{body}");
    }
}

#[tokio::test]
async fn a_redirect_is_a_302_or_the_status_ordered() {
    let body = "redirect:https://elsewhere.example/x#y";
    let answer = spoiled(json!({"path": INFO, "body": body})).await;
    assert_eq!(
        (answer.status, answer.location()),
        (302, "https://elsewhere.example/x#y")
    );
    let answer = spoiled(json!({"path": INFO, "body": body, "status": 308})).await;
    assert_eq!(answer.status, 308);
}

#[tokio::test(start_paused = true)]
async fn a_hanging_answer_never_comes_but_the_request_is_in_the_journal() {
    let sell = Sell::new();
    order(&sell, json!({"path": INFO, "body": "hang"})).await;
    assert!(
        timeout(Duration::from_hours(1), sell.get(INFO))
            .await
            .is_err()
    );
    let journal = sell
        .control(Method::GET, "/requests", json!({}))
        .await
        .json();
    assert_eq!(journal["requests"][0]["path"], INFO);
    assert_eq!(journal["requests"][0]["status"], Value::Null);
}

#[tokio::test(start_paused = true)]
async fn a_dripping_body_starts_at_once_and_does_not_end() {
    let response = raw("drip").await;
    assert_eq!(response.status(), 200);
    let mut body = response.into_body().into_data_stream();
    let first = body.next().await.unwrap().unwrap();
    assert_eq!(&first[..], b"{");
    let rest = timeout(Duration::from_mins(1), body.count()).await;
    assert!(rest.is_err(), "a minute later it is still dripping");
}

#[tokio::test]
async fn a_truncated_body_announces_more_than_it_sends() {
    let response = raw("truncated").await;
    assert_eq!(response.headers()["content-length"], "1000");
    assert!(to_bytes(response.into_body(), 2000).await.is_err());
}

#[tokio::test]
async fn an_oversized_body_has_eight_megabytes() {
    let response = raw("oversized").await;
    let bytes = to_bytes(response.into_body(), 1 << 24).await.unwrap();
    assert_eq!(bytes.len(), 8 << 20);
}

#[tokio::test]
async fn faults_are_chosen_by_path_prefix_and_method_in_their_order() {
    let sell = Sell::new();
    order(
        &sell,
        json!({"path": "/v2/*", "method": "POST", "status": 500}),
    )
    .await;
    order(&sell, json!({"path": "/v2/*", "status": 502})).await;
    order(&sell, json!({"path": "/v2/deals", "status": 504})).await;
    assert_eq!(sell.get("/v2/deals").await.status, 502);
    assert_eq!(sell.get("/v2/deals").await.status, 504);
    assert_eq!(sell.get("/v2/deals").await.status, 401);
    assert_eq!(sell.post("/v2/deals", &[]).await.status, 500);
}

#[tokio::test]
async fn waiting_faults_are_listed_and_forgotten() {
    let sell = Sell::new();
    order(&sell, json!({"path": INFO, "count": 3})).await;
    sell.get(INFO).await;
    let waiting = sell.control(Method::GET, "/faults", json!({})).await.json();
    assert_eq!(waiting["faults"][0]["count"], 2);
    assert_eq!(waiting["faults"][0]["path"], INFO);
    sell.control(Method::DELETE, "/faults", json!({})).await;
    assert_eq!(sell.get(INFO).await.status, 401);
}

#[tokio::test]
async fn a_bad_order_lists_the_bodies_there_are() {
    let sell = Sell::new();
    let answer = sell
        .control(Method::POST, "/faults", json!({"path": "/", "body": "x"}))
        .await;
    assert_eq!(answer.status, 400);
    assert!(
        answer.json()["allowed"]
            .as_array()
            .unwrap()
            .contains(&json!("drip"))
    );
    for bad in [
        json!({}),
        json!({"path": "x"}),
        json!({"path": "/", "pace": 1}),
    ] {
        assert_eq!(sell.control(Method::POST, "/faults", bad).await.status, 400);
    }
}

#[tokio::test]
async fn the_number_of_waiting_faults_is_bounded() {
    let sell = Sell::new();
    for _ in 0..100 {
        order(&sell, json!({"path": "/x"})).await;
    }
    let answer = sell
        .control(Method::POST, "/faults", json!({"path": "/x"}))
        .await;
    assert_eq!(answer.status, 400);
}
