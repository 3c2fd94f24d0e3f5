//! The authorization code grant (RFC 6749 §4.1).

use axum::http::Method;
use serde_json::json;

use crate::support::{Answer, CALLBACK, Sell, asking};
use crate::token_support::bad;

/// The query of a good request for a code.
fn asking_code(scope: &str) -> String {
    asking(scope).replace("response_type=token", "response_type=code")
}

/// A field of the query a redirect leads to.
fn in_query(answer: &Answer, name: &str) -> Option<String> {
    let (start, query) = answer.location().split_once('?').unwrap();
    assert_eq!(start, CALLBACK);
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let found = pairs.find(|(key, _)| key == name);
    found.map(|(_, value)| value.into_owned())
}

#[tokio::test]
async fn the_journey_ends_with_the_persons_token() {
    let sell = Sell::new();
    sell.sign_in_as("ngozi@example.test").await;
    let answer = sell
        .decide(&asking_code("read profile"), &["profile"], "allow")
        .await;
    assert_eq!(answer.status, 303);
    assert_eq!(in_query(&answer, "state").as_deref(), Some("st-1"));
    assert!(!answer.location().contains('#') && !answer.location().contains("token"));
    let code = in_query(&answer, "code").unwrap();
    let fields = [
        ("grant_type", "authorization_code"),
        ("code", &*code),
        ("redirect_uri", CALLBACK),
    ];
    let answer = sell.exchange(&fields).await;
    assert_eq!(
        (answer.status, answer.text("scope").as_str()),
        (200, "profile")
    );
    let me = sell
        .api("/v2/users/self", &answer.text("access_token"))
        .await;
    assert_eq!(me.json()["data"]["name"], "Ngozi Sample");
}

#[tokio::test]
async fn denying_is_told_in_the_query_whatever_the_switch_of_the_implicit_grant() {
    let sell = Sell::new();
    sell.sign_in().await;
    for place in ["fragment", "query"] {
        sell.set("implicit.error_in", place);
        let answer = sell.decide(&asking_code("read"), &["read"], "deny").await;
        assert_eq!(in_query(&answer, "error").as_deref(), Some("access_denied"));
        assert_eq!(in_query(&answer, "state").as_deref(), Some("st-1"));
    }
}

#[tokio::test]
async fn state_goes_the_issuer_comes_and_the_scope_shrinks_by_switch() {
    let sell = Sell::with(&[
        ("implicit.echo_state", "off"),
        ("implicit.iss", "on"),
        ("implicit.granted", "reduced"),
    ]);
    sell.sign_in().await;
    let query = asking_code("read profile");
    let answer = sell.decide(&query, &["read", "profile"], "allow").await;
    assert_eq!(in_query(&answer, "state"), None);
    let issuer = in_query(&answer, "iss");
    assert_eq!(issuer.as_deref(), Some("http://127.0.0.1:4000"));
    let code = in_query(&answer, "code").unwrap();
    assert_eq!(sell.exchange_code(&code).await.text("scope"), "read");
}

#[tokio::test]
async fn a_registered_query_is_kept_before_the_code() {
    let sell = Sell::new();
    let callback = "https://app.example/cb?tenant=1";
    sell.client("q", json!({"redirect_uris": [callback]})).await;
    sell.sign_in().await;
    let query = "response_type=code&client_id=q&scope=read\
                 &redirect_uri=https://app.example/cb%3Ftenant%3D1";
    let answer = sell.decide(query, &["read"], "allow").await;
    let expected = format!("{callback}&code=");
    assert!(
        answer.location().starts_with(&expected),
        "{}",
        answer.location()
    );
}

#[tokio::test]
async fn the_redirect_uri_may_be_left_out_but_not_differ() {
    let sell = Sell::new();
    let code = sell.code(json!({})).await;
    for uri in [
        "https://evil.example/",
        "http://127.0.0.1:8080/callback.html/",
    ] {
        let fields = [
            ("grant_type", "authorization_code"),
            ("code", &*code),
            ("redirect_uri", uri),
        ];
        assert_eq!(sell.exchange(&fields).await.refusal(), bad("invalid_grant"));
    }
    let answer = sell.exchange_code(&code).await;
    assert_eq!(answer.status, 200, "a refusal uses nothing up");
}

#[tokio::test]
async fn a_second_use_is_refused_and_ends_everything_the_first_gave() {
    let sell = Sell::new();
    let code = sell.code(json!({})).await;
    let first = sell.exchange_code(&code).await;
    let (access, refresh) = sell.refresh(&first.text("refresh_token")).await.pair();
    let bystander = sell.token("read").await;
    assert!(sell.is_live(&first.text("access_token")).await);
    assert_eq!(
        sell.exchange_code(&code).await.refusal(),
        bad("invalid_grant")
    );
    assert!(!sell.is_live(&first.text("access_token")).await);
    assert!(
        !sell.is_live(&access).await,
        "what was refreshed from it ends too"
    );
    assert_eq!(sell.refresh(&refresh).await.refusal(), bad("invalid_grant"));
    assert!(sell.is_live(&bystander).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_requests_at_once_only_one_gets_a_token_and_it_is_revoked() {
    let sell = std::sync::Arc::new(Sell::new());
    let code = sell.code(json!({})).await;
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let (sell, code) = (sell.clone(), code.clone());
            tokio::spawn(async move { sell.exchange_code(&code).await })
        })
        .collect();
    let mut tokens = Vec::new();
    for task in tasks {
        let answer = task.await.unwrap();
        if answer.status == 200 {
            tokens.push(answer.text("access_token"));
        } else {
            assert_eq!(answer.refusal(), bad("invalid_grant"));
        }
    }
    assert_eq!(tokens.len(), 1);
    assert!(!sell.is_live(&tokens[0]).await);
}

#[tokio::test]
async fn a_code_expires_after_its_life() {
    let sell = Sell::new();
    for (life, advance, status) in [("600", 590, 200), ("600", 600, 400), ("0", 0, 400)] {
        sell.set("code.ttl", life);
        let code = sell.code(json!({})).await;
        sell.sandbox.advance_clock(advance);
        let answer = sell.exchange_code(&code).await;
        assert_eq!(answer.status, status, "{life} {advance}");
    }
}

#[tokio::test]
async fn a_code_serves_the_client_it_was_given_to_and_no_other() {
    let sell = Sell::new();
    let other = sell.client("other", json!({})).await;
    let code = sell.code(json!({})).await;
    let fields = [("grant_type", "authorization_code"), ("code", &*code)];
    let answer = sell.exchange_as(&other, &fields).await;
    assert_eq!(answer.refusal(), bad("invalid_grant"));
    let token = sell.exchange_code(&code).await.text("access_token");
    let answer = sell.exchange_as(&other, &fields).await;
    assert_eq!(answer.refusal(), bad("invalid_grant"));
    assert!(
        sell.is_live(&token).await,
        "another client cannot end the token"
    );
}

#[tokio::test]
async fn an_order_for_a_code_takes_the_same_fields_as_one_for_a_token() {
    let sell = Sell::new();
    let order = json!({
        "client_id": "other-app", "user": "ngozi@example.test", "scope": "read",
        "redirect_uri": "https://other-app.example/callback",
    });
    let made = sell.control(Method::POST, "/codes", order).await.json();
    assert_eq!(
        (&made["scope"], &made["expires_in"]),
        (&json!("read"), &json!(600))
    );
    for order in [
        json!({"client_id": "nobody"}),
        json!({"user": "nobody@example.test"}),
        json!({"scope": "everything"}),
        json!({"redirect_uri": "https://evil.example/"}),
        json!({"ttl": 5}),
    ] {
        let answer = sell.control(Method::POST, "/codes", order.clone()).await;
        assert_eq!(answer.status, 400, "{order}");
    }
}
