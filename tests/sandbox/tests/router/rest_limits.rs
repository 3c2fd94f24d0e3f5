//! The rate limit.

use axum::http::Method;
use serde_json::json;

use crate::support::Sell;

async fn exhaust(sell: &Sell, token: &str) -> crate::support::Answer {
    for _ in 0..100 {
        let answer = sell.api("/v2/users/self", token).await;
        if answer.status != 200 {
            return answer;
        }
    }
    panic!("a hundred requests in a row were admitted");
}

#[tokio::test]
async fn too_many_requests_with_one_token_are_refused() {
    let sell = Sell::with(&[("rate_limit.per_second", "2")]);
    let (token, other) = (sell.token("profile").await, sell.token("profile").await);
    let answer = exhaust(&sell, &token).await;
    assert_eq!(
        (answer.status, answer.error().as_str()),
        (429, "rate_limit_exceeded")
    );
    assert_eq!(answer.header("retry-after"), None, "Sell documents none");
    assert_eq!(
        answer.json()["meta"]["http_status"],
        "429 Too Many Requests"
    );
    assert_eq!(
        sell.api("/v2/users/self", &other).await.status,
        200,
        "the limit is per token"
    );
}

#[tokio::test]
async fn a_second_later_requests_are_admitted_again() {
    let sell = Sell::with(&[("rate_limit.per_second", "1")]);
    let token = sell.token("profile").await;
    exhaust(&sell, &token).await;
    sell.sandbox.advance_clock(1);
    assert_eq!(sell.api("/v2/users/self", &token).await.status, 200);
}

#[tokio::test]
async fn the_body_and_the_header_of_a_429_change_by_switch() {
    let sell = Sell::with(&[
        ("rate_limit.per_second", "1"),
        ("rate_limit.body", "text"),
        ("rate_limit.retry_after", "7"),
    ]);
    let token = sell.token("profile").await;
    let answer = exhaust(&sell, &token).await;
    assert_eq!(
        (answer.status, answer.header("retry-after")),
        (429, Some("7"))
    );
    assert_eq!(
        answer.header("content-type"),
        Some("text/plain; charset=utf-8")
    );
    assert_eq!(answer.body, "Too many requests\n");
}

#[tokio::test]
async fn token_info_and_revoke_are_not_limited() {
    let sell = Sell::with(&[("rate_limit.per_second", "1"), ("revoke.auth", "none")]);
    let token = sell.token("profile").await;
    exhaust(&sell, &token).await;
    assert_eq!(sell.api("/oauth2/token/info", &token).await.status, 200);
    assert_eq!(
        sell.post("/oauth2/revoke", &[("token", &token)])
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn a_reset_fills_the_buckets() {
    let sell = Sell::with(&[("rate_limit.per_second", "1")]);
    let token = sell.token("profile").await;
    exhaust(&sell, &token).await;
    sell.control(Method::POST, "/reset", json!({})).await;
    assert_eq!(
        sell.api("/v2/users/self", &token).await.status,
        401,
        "tokens are gone"
    );
    let token = sell.token("profile").await;
    assert_eq!(sell.api("/v2/users/self", &token).await.status, 200);
}
