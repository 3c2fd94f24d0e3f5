//! Faults that alter the real answer, and the headers of any.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;

use super::{INFO, order, spoiled};
use crate::support::{Answer, Sell};

/// Token info of a live token, spoiled.
async fn info(fault: Value) -> Answer {
    let sell = Sell::new();
    let token = sell.token("read profile").await;
    order(&sell, fault).await;
    sell.api(INFO, &token).await
}

async fn edited(edits: Value) -> Answer {
    let answer = info(json!({"path": INFO, "edit": edits})).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let length = answer.body.len().to_string();
    assert_eq!(answer.header("content-length"), Some(length.as_str()));
    answer
}

#[tokio::test(start_paused = true)]
async fn a_delay_holds_back_any_answer_and_the_real_one() {
    for (fault, status) in [
        (json!({"path": INFO, "delay": 1500}), 200),
        (json!({"path": INFO, "delay": 1500, "status": 502}), 502),
        (
            json!({"path": INFO, "delay": 1500, "body": "wrong-type"}),
            200,
        ),
    ] {
        let sell = Sell::new();
        let token = sell.token("read").await;
        order(&sell, fault.clone()).await;
        let start = Instant::now();
        assert_eq!(sell.api(INFO, &token).await.status, status, "{fault}");
        assert!(start.elapsed() >= Duration::from_millis(1500), "{fault}");
    }
}

#[tokio::test]
async fn each_field_of_the_real_answer_can_be_missing() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    let real = sell.api(INFO, &token).await.json();
    let fields = real.as_object().unwrap();
    assert!(fields.len() >= 5, "{real}");
    for field in fields.keys() {
        order(
            &sell,
            json!({"path": INFO, "edit": format!("drop:/{field}")}),
        )
        .await;
        let mut expected = real.clone();
        expected.as_object_mut().unwrap().remove(field);
        let mut found = sell.api(INFO, &token).await.json();
        // A second may have passed in between.
        if field != "expires_in" {
            found["expires_in"] = real["expires_in"].clone();
        }
        assert_eq!(found, expected);
    }
}

#[tokio::test]
async fn fields_of_the_real_answer_can_be_of_another_kind() {
    let body = edited(json!(["retype:/resource_owner_id", "set:/scope=null"])).await;
    assert_eq!(body.json()["resource_owner_id"], "70123");
    assert_eq!(body.json()["scope"], Value::Null);
    for scope in ["\"read profile\"", "[\"read\"]", "7"] {
        let body = edited(json!([format!("set:/scope={scope}")])).await;
        assert_eq!(body.json()["scope"].to_string(), scope);
    }
    let body = edited(json!("set:/surprise={\"a\":[1]}")).await;
    assert_eq!(body.json()["surprise"]["a"][0], 1);
}

#[tokio::test]
async fn the_real_answer_can_stop_being_json() {
    let body = edited(json!("bom")).await.body;
    assert!(body.starts_with("\u{feff}{"), "{body}");
    let body = edited(json!("trailing:;")).await.body;
    assert!(body.ends_with("};"), "{body}");
    let body = edited(json!("set:/expires_in=1e400")).await.body;
    assert!(body.contains("\"expires_in\":1e400"), "{body}");
    let body = edited(json!("double:/application={}")).await.body;
    assert!(
        body.contains("\"uid\":\"sell-elements-demo\"},\"application\":{}"),
        "{body}"
    );
    assert_eq!(edited(json!("set:=")).await.body, "");
}

#[tokio::test]
async fn error_bodies_can_be_edited_too_and_a_status_added() {
    let fault = json!({"path": "/v2/deals", "edit": "drop:/errors/0/meta", "status": 418});
    let sell = Sell::new();
    order(&sell, fault).await;
    let answer = sell.get("/v2/deals").await;
    assert_eq!(
        (answer.status, answer.error().as_str()),
        (418, "unauthorized")
    );
    assert_eq!(answer.json()["errors"][0].get("meta"), None);
}

#[tokio::test]
async fn an_edit_that_fits_nothing_says_so_instead_of_passing() {
    let answer = info(json!({"path": INFO, "edit": "drop:/nonsense"})).await;
    assert_eq!(answer.status, 500);
    assert!(answer.body.contains("has no `/nonsense`"), "{answer:?}");
    let sell = Sell::new();
    order(&sell, json!({"path": "/login", "edit": "bom"})).await;
    let answer = sell.get("/login").await;
    assert_eq!(answer.status, 500);
    assert!(answer.body.contains("not JSON"), "{answer:?}");
}

#[tokio::test]
async fn retry_after_has_every_form() {
    for text in [
        "7",
        "0",
        "-1",
        "1000000000",
        "soon",
        "Wed, 21 Oct 2015 07:28:00 GMT",
    ] {
        let fault = json!({"path": INFO, "status": 429, "retry_after": text});
        let answer = spoiled(fault).await;
        assert_eq!(
            (answer.status, answer.header("retry-after")),
            (429, Some(text))
        );
    }
    let answer = spoiled(json!({"path": INFO, "status": 429, "retry_after": 5})).await;
    assert_eq!(answer.header("retry-after"), Some("5"));
    let answer = spoiled(json!({"path": INFO, "status": 429, "retry_after": "date:+60"})).await;
    let date = answer.header("retry-after").unwrap();
    let ahead = httpdate::parse_http_date(date).unwrap();
    let ahead = ahead.duration_since(std::time::SystemTime::now()).unwrap();
    assert!((1..=60).contains(&ahead.as_secs()), "{date}");
    let answer = spoiled(json!({"path": INFO, "status": 429})).await;
    assert_eq!(answer.header("retry-after"), None);
}

#[tokio::test]
async fn every_error_status_goes_with_every_body() {
    for status in [
        400, 401, 403, 404, 405, 410, 418, 422, 429, 499, 500, 502, 503, 504, 599,
    ] {
        for body in ["json", "html", "text", "empty", "problem"] {
            let answer = spoiled(json!({"path": INFO, "status": status, "body": body})).await;
            assert_eq!(answer.status, status, "{body}");
        }
    }
}

#[tokio::test]
async fn content_types_are_as_ordered_or_absent() {
    for (content_type, expected) in [
        ("text/plain", Some("text/plain")),
        ("application/problem+json", Some("application/problem+json")),
        ("application/json", Some("application/json")),
        ("none", None),
    ] {
        let answer = info(json!({"path": INFO, "content_type": content_type})).await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (200, expected)
        );
        assert!(
            answer.json()["application"].is_object(),
            "the body is the real one"
        );
    }
}

#[tokio::test]
async fn headers_can_be_added_and_be_far_too_long() {
    let fault = json!({"path": INFO, "headers": {"X-Added": "yes"}, "header_bytes": 10_000});
    let answer = info(fault).await;
    assert_eq!(
        (answer.status, answer.header("x-added")),
        (200, Some("yes"))
    );
    assert_eq!(answer.header("x-filler").unwrap().len(), 10_000);
}

#[tokio::test]
async fn a_redirect_has_the_status_ordered() {
    let body = "redirect:https://elsewhere.example/x#y";
    let answer = spoiled(json!({"path": INFO, "body": body})).await;
    assert_eq!(
        (answer.status, answer.location()),
        (302, "https://elsewhere.example/x#y")
    );
    for status in [301, 302, 303, 307, 308] {
        let answer = spoiled(json!({"path": INFO, "body": body, "status": status})).await;
        assert_eq!(answer.status, status);
    }
}
