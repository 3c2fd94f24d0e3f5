//! Bodies of every kind: slow, long, packed, broken.

use std::io::Read as _;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::Method;
use axum::response::Response;
use futures_util::StreamExt as _;
use serde_json::{Value, json};
use tokio::time::timeout;
use tower::ServiceExt as _;

use super::{INFO, order, spoiled};
use crate::support::Sell;

/// The response with its body unread.
async fn raw(body: &str) -> Response {
    let sell = Sell::new();
    order(&sell, json!({"path": INFO, "body": body})).await;
    let request = sell.request(Method::GET, INFO).body(Body::empty()).unwrap();
    sell.sandbox.router().oneshot(request).await.unwrap()
}

#[tokio::test]
async fn bodies_have_their_own_types_and_statuses() {
    let page = "<!doctype html><title>Fault</title><h1>Fault on demand</h1>";
    let problem = r#"{"status":503,"title":"Fault on demand","type":"about:blank"}"#;
    let json = "application/json; charset=utf-8";
    let nested = "[".repeat(5000) + &"]".repeat(5000);
    for (body, status, content_type, text) in [
        ("html", 503, Some("text/html; charset=utf-8"), page),
        (
            "text",
            503,
            Some("text/plain; charset=utf-8"),
            "fault on demand\n",
        ),
        ("problem", 503, Some("application/problem+json"), problem),
        ("empty", 503, None, ""),
        ("wrong-type", 200, Some("text/html; charset=utf-8"), "{}"),
        ("nested", 200, Some(json), &nested),
        ("nested:2", 200, Some(json), "[[]]"),
        ("literal:", 200, Some(json), ""),
        ("literal:null", 200, Some(json), "null"),
        ("literal:[]", 200, Some(json), "[]"),
        ("literal:1", 200, Some(json), "1"),
        ("literal:\"x\"", 200, Some(json), "\"x\""),
        ("literal:\u{feff}{}", 200, Some(json), "\u{feff}{}"),
        ("literal:{} x", 200, Some(json), "{} x"),
        (
            "literal:{\"a\":1,\"a\":2}",
            200,
            Some(json),
            "{\"a\":1,\"a\":2}",
        ),
        ("literal:[1e400", 200, Some(json), "[1e400"),
    ] {
        let answer = spoiled(json!({"path": INFO, "body": body})).await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (status, content_type),
            "{body}"
        );
        assert_eq!(answer.body, text, "{body}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_hanging_answer_never_comes_but_the_request_is_in_the_journal() {
    let sell = Sell::new();
    order(&sell, json!({"path": INFO, "body": "hang"})).await;
    let answer = timeout(Duration::from_hours(1), sell.get(INFO)).await;
    assert!(answer.is_err());
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
    let rest = timeout(Duration::from_hours(1), body.count()).await;
    assert!(rest.is_err(), "an hour later it is still dripping");
}

#[tokio::test]
async fn an_endless_body_goes_on_for_as_long_as_it_is_read() {
    let body = raw("endless").await.into_body().into_data_stream();
    let read: usize = body
        .take(1000)
        .map(|chunk| chunk.unwrap().len())
        .fold(0, |sum, length| std::future::ready(sum + length))
        .await;
    assert_eq!(read, 1000 * 64 * 1024);
}

#[tokio::test]
async fn a_truncated_body_announces_more_than_it_sends() {
    let response = raw("truncated").await;
    assert_eq!(response.headers()["content-length"], "1000");
    assert!(to_bytes(response.into_body(), 2000).await.is_err());
}

#[tokio::test]
async fn any_body_with_a_length_can_be_cut() {
    let sell = Sell::new();
    let token = sell.token("profile").await;
    let whole = sell.api(INFO, &token).await.body;
    order(&sell, json!({"path": INFO, "cut": 10})).await;
    let request = sell.bearer(Method::GET, INFO, &token);
    let request = request.body(Body::empty()).unwrap();
    let response = sell.sandbox.router().oneshot(request).await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(
        response.headers()["content-length"],
        whole.len().to_string()
    );
    let mut body = response.into_body().into_data_stream();
    let sent = body.next().await.unwrap().unwrap();
    assert_eq!(&sent[..], &whole.as_bytes()[..10]);
    assert!(
        body.next().await.unwrap().is_err(),
        "and then it breaks off"
    );
}

#[tokio::test]
async fn an_oversized_body_is_as_long_as_ordered_and_comes_in_chunks() {
    for (body, length) in [
        ("oversized", 8 << 20),
        ("oversized:1", 1),
        ("oversized:65537", 65537),
        ("oversized:104857600", 104_857_600),
    ] {
        let response = raw(body).await;
        assert!(!response.headers().contains_key("content-length"), "{body}");
        let chunks = response.into_body().into_data_stream();
        let sum = chunks.fold(0, |sum, chunk| {
            std::future::ready(sum + chunk.unwrap().len())
        });
        assert_eq!(sum.await, length, "{body}");
    }
}

#[tokio::test]
async fn a_bomb_is_small_on_the_wire_and_ten_megabytes_of_zeros_unpacked() {
    let response = raw("gzip-bomb").await;
    assert_eq!(response.headers()["content-encoding"], "gzip");
    assert_eq!(
        response.headers()["content-type"],
        "application/json; charset=utf-8"
    );
    let packed = to_bytes(response.into_body(), 1 << 16).await.unwrap();
    let mut unpacked = Vec::new();
    flate2::read::GzDecoder::new(&packed[..])
        .read_to_end(&mut unpacked)
        .unwrap();
    assert_eq!(unpacked.len(), 10 << 20);
    assert!(unpacked.iter().all(|byte| *byte == 0));
}

#[tokio::test]
async fn a_reset_without_a_connection_is_an_empty_answer() {
    let response = raw("reset").await;
    assert_eq!(to_bytes(response.into_body(), 10).await.unwrap(), "");
}
