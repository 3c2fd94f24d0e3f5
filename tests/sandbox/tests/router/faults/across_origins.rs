//! Faults of cross-origin answers and of preflights.

use axum::body::Body;
use axum::http::Method;
use serde_json::{Value, json};

use super::{INFO, order};
use crate::support::{Answer, Sell};

const PAGE: &str = "http://127.0.0.1:8080";
const ALLOW_ORIGIN: &str = "access-control-allow-origin";

async fn across(sell: &Sell, method: Method) -> Answer {
    let request = sell
        .request(method, INFO)
        .header("origin", PAGE)
        .header("access-control-request-method", "GET")
        .body(Body::empty())
        .unwrap();
    sell.send(request).await
}

async fn preflight(fault: Value) -> Answer {
    let sell = Sell::new();
    order(&sell, fault).await;
    let answer = across(&sell, Method::OPTIONS).await;
    let next = across(&sell, Method::OPTIONS).await;
    assert_eq!((next.status, next.header(ALLOW_ORIGIN)), (204, Some(PAGE)));
    answer
}

#[tokio::test]
async fn an_answer_can_be_hidden_or_its_headers() {
    let sell = Sell::new();
    let expose = "access-control-expose-headers";
    for (cors, origin, exposed) in [
        ("hidden", None, true),
        ("other-origin", Some("https://other.example"), true),
        ("not-exposed", Some(PAGE), false),
    ] {
        let busy = json!({"path": INFO, "status": 429, "retry_after": "7", "cors": cors});
        order(&sell, busy).await;
        let answer = across(&sell, Method::GET).await;
        assert_eq!(
            (answer.status, answer.header(ALLOW_ORIGIN)),
            (429, origin),
            "{cors}"
        );
        assert_eq!(answer.header("retry-after"), Some("7"));
        assert_eq!(answer.header(expose).is_some(), exposed, "{cors}");
    }
}

#[tokio::test]
async fn a_preflight_is_refused_in_each_way() {
    let of = |cors: &str| json!({"path": INFO, "method": "OPTIONS", "cors": cors});
    for (cors, header) in [
        ("hidden", ALLOW_ORIGIN),
        ("no-headers", "access-control-allow-headers"),
        ("no-methods", "access-control-allow-methods"),
    ] {
        let answer = preflight(of(cors)).await;
        assert_eq!(
            (answer.status, answer.header(header)),
            (204, None),
            "{cors}"
        );
    }
    let answer = preflight(of("other-origin")).await;
    assert_eq!(answer.header(ALLOW_ORIGIN), Some("https://other.example"));
    for status in [401, 403, 405, 500] {
        let answer = preflight(json!({"path": INFO, "method": "OPTIONS", "status": status})).await;
        assert_eq!(answer.status, status);
    }
    let redirect = json!({"path": INFO, "method": "OPTIONS", "body": "redirect:/"});
    let answer = preflight(redirect).await;
    assert_eq!((answer.status, answer.location()), (302, "/"));
}

#[tokio::test]
async fn a_fault_for_any_method_is_left_for_the_request_behind_the_preflight() {
    let sell = Sell::new();
    order(&sell, json!({"path": INFO, "status": 500})).await;
    assert_eq!(across(&sell, Method::OPTIONS).await.status, 204);
    assert_eq!(across(&sell, Method::GET).await.status, 500);
}
