//! Faults on demand.

mod across_origins;
mod altered;
mod bodies;
mod other_origin;

use axum::http::Method;
use sell_sandbox::Config;
use serde_json::{Value, json};

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
        json!({"path": "/", "edit": "drop"}),
        json!({"path": "/", "body": "redirect:{other}/x"}),
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

#[tokio::test]
async fn a_fault_for_always_stays_until_it_is_forgotten() {
    let sell = Sell::new();
    order(&sell, json!({"path": INFO, "count": "always"})).await;
    for _ in 0..5 {
        assert_eq!(sell.get(INFO).await.status, 503);
    }
    sell.control(Method::DELETE, "/faults", json!({})).await;
    assert_eq!(sell.get(INFO).await.status, 401);
}

#[tokio::test]
async fn faults_of_the_start_are_there_at_once_and_again_after_a_reset() {
    let faults = vec![format!("GET {INFO} status=502").parse().unwrap()];
    let sell = Sell::open(Config {
        faults,
        ..Sell::config()
    });
    for _ in 0..2 {
        assert_eq!(sell.get(INFO).await.status, 502);
        assert_eq!(sell.get(INFO).await.status, 401);
        sell.control(Method::POST, "/reset", json!({})).await;
    }
}
