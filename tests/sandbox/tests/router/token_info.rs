//! `GET /oauth2/token/info`.

use axum::body::Body;
use axum::http::Method;
use serde_json::{Value, json};

use crate::support::Sell;

const INFO: &str = "/oauth2/token/info";

async fn info(switches: &[(&str, &str)]) -> Value {
    let sell = Sell::with(switches);
    let token = sell.token("read profile").await;
    sell.api(INFO, &token).await.json()
}

#[tokio::test]
async fn a_live_token_is_described() {
    let info = info(&[]).await;
    assert_eq!(info["resource_owner_id"], 70123);
    assert_eq!(info["scope"], json!(["read", "profile"]));
    assert_eq!(info["application"], json!({"uid": "sell-elements-demo"}));
    assert!((3590..=3600).contains(&info["expires_in"].as_i64().unwrap()));
    assert!(info["created_at"].is_i64());
}

#[tokio::test]
async fn the_older_shape_has_other_names() {
    let info = info(&[("token_info.shape", "dk4")]).await;
    assert_eq!(info["scopes"], json!(["read", "profile"]));
    assert!(info["expires_in_seconds"].is_i64());
    assert_eq!((info.get("scope"), info.get("expires_in")), (None, None));
}

#[tokio::test]
async fn each_field_takes_its_other_forms_by_switch() {
    let uid = "sell-elements-demo";
    for (switch, value, pointer, expected) in [
        (
            "token_info.owner_id",
            "text",
            "/resource_owner_id",
            Some(json!("70123")),
        ),
        ("token_info.owner_id", "absent", "/resource_owner_id", None),
        (
            "token_info.scope",
            "text",
            "/scope",
            Some(json!("read profile")),
        ),
        ("token_info.scope", "absent", "/scope", None),
        ("token.ttl", "never", "/expires_in", Some(Value::Null)),
        ("token_info.application", "absent", "/application", None),
        (
            "token_info.application",
            "null",
            "/application",
            Some(Value::Null),
        ),
        (
            "token_info.application",
            "other-client",
            "/application/uid",
            Some(json!("other-app")),
        ),
        (
            "token_info.application",
            "uid-null",
            "/application/uid",
            Some(Value::Null),
        ),
        (
            "token_info.application",
            "uid-number",
            "/application/uid",
            Some(json!(7)),
        ),
        (
            "token_info.application",
            "uid-list",
            "/application/uid",
            Some(json!([uid])),
        ),
        (
            "token_info.application",
            "uid-upper",
            "/application/uid",
            Some(json!("SELL-ELEMENTS-DEMO")),
        ),
        (
            "token_info.application",
            "uid-padded",
            "/application/uid",
            Some(json!("sell-elements-demo ")),
        ),
        (
            "token_info.extra_fields",
            "on",
            "/x_unknown/nested/1",
            Some(json!("two")),
        ),
    ] {
        let info = info(&[(switch, value)]).await;
        assert_eq!(info.pointer(pointer), expected.as_ref(), "{switch}={value}");
    }
}

#[tokio::test]
async fn a_token_of_another_client_names_that_client() {
    let sell = Sell::new();
    let token = sell.token_for(json!({"client_id": "other-app"})).await;
    assert_eq!(
        sell.api(INFO, &token).await.json()["application"]["uid"],
        "other-app"
    );
}

#[tokio::test]
async fn the_remaining_life_shrinks_and_ends() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    sell.sandbox.advance_clock(3000);
    assert!(
        sell.api(INFO, &token).await.json()["expires_in"]
            .as_i64()
            .unwrap()
            <= 600
    );
    sell.sandbox.advance_clock(600);
    assert_eq!(sell.api(INFO, &token).await.status, 401);
}

#[tokio::test]
async fn a_token_that_is_unknown_expired_revoked_or_missing_is_refused() {
    let sell = Sell::new();
    let expired = sell.token_for(json!({"ttl": 0})).await;
    let revoked = sell.token("read").await;
    sell.control(Method::POST, "/tokens/revoke", json!({"token": revoked}))
        .await;
    for token in [
        expired.as_str(),
        revoked.as_str(),
        "unknown",
        "not a token",
        "",
    ] {
        let answer = sell.api(INFO, token).await;
        assert_eq!(
            (answer.status, answer.error().as_str()),
            (401, "invalid_token"),
            "{token}"
        );
        let challenge = answer.header("www-authenticate").unwrap();
        assert_eq!(
            challenge,
            "Bearer realm=\"sell-sandbox\", error=\"invalid_token\""
        );
    }
    assert_eq!(sell.get(INFO).await.status, 401);
}

#[tokio::test]
async fn the_refusal_has_other_forms_by_switch() {
    let sell = Sell::with(&[("token_info.invalid", "invalid_request")]);
    let answer = sell.get(INFO).await;
    assert_eq!(
        (answer.status, answer.error().as_str()),
        (401, "invalid_request")
    );
    sell.set("token_info.invalid", "envelope");
    let answer = sell.get(INFO).await;
    assert_eq!(answer.json()["errors"][0]["error"]["code"], "unauthorized");
    sell.set("www_authenticate", "off");
    assert_eq!(sell.get(INFO).await.header("www-authenticate"), None);
}

#[tokio::test]
async fn a_flat_error_has_the_documented_body_and_headers() {
    let answer = Sell::new().get(INFO).await;
    assert_eq!(
        answer.header("content-type"),
        Some("application/json; charset=utf-8")
    );
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.header("pragma"), Some("no-cache"));
    assert_eq!(answer.header("content-language"), Some("en"));
    assert!(answer.json()["error_description"].is_string());
    assert!(
        answer.json()["error_uri"]
            .as_str()
            .unwrap()
            .starts_with("https://")
    );
}

#[tokio::test]
async fn the_token_may_come_in_the_query_unless_switched_off() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    for name in ["access_token", "bearer_token"] {
        assert_eq!(
            sell.get(&format!("{INFO}?{name}={token}")).await.status,
            200,
            "{name}"
        );
    }
    sell.set("token_info.transport", "header");
    assert_eq!(
        sell.get(&format!("{INFO}?access_token={token}"))
            .await
            .status,
        401
    );
}

#[tokio::test]
async fn a_token_sent_in_two_ways_is_a_bad_request() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    let twice = sell
        .api(&format!("{INFO}?access_token={token}"), &token)
        .await;
    assert_eq!(
        (twice.status, twice.error().as_str()),
        (400, "invalid_request")
    );
    for query in [
        format!("access_token={token}&bearer_token={token}"),
        format!("access_token={token}&access_token={token}"),
    ] {
        assert_eq!(sell.get(&format!("{INFO}?{query}")).await.status, 400);
    }
}

#[tokio::test]
async fn only_get_is_answered() {
    let sell = Sell::new();
    let request = sell
        .request(Method::POST, INFO)
        .body(Body::empty())
        .unwrap();
    let answer = sell.send(request).await;
    assert_eq!(answer.status, 405);
    assert_eq!(answer.header("allow"), Some("GET,HEAD"));
    assert_eq!(answer.error(), "method_not_allowed");
}
