//! Refreshing (RFC 6749 §6).

use axum::http::Method;
use serde_json::json;

use crate::support::{Answer, Sell};
use crate::token_support::bad;

async fn refresh_for(sell: &Sell, refresh_token: &str, scope: &str) -> Answer {
    let fields = [
        ("grant_type", "refresh_token"),
        ("refresh_token", refresh_token),
        ("scope", scope),
    ];
    sell.exchange(&fields).await
}

#[tokio::test]
async fn a_refresh_gives_two_new_tokens() {
    let sell = Sell::new();
    let (access, refresh) = sell.pair("read").await;
    let answer = sell.refresh(&refresh).await;
    assert_eq!(
        (answer.status, answer.text("scope").as_str()),
        (200, "read")
    );
    let (new_access, new_refresh) = answer.pair();
    assert_ne!((&access, &refresh), (&new_access, &new_refresh));
    assert!(sell.is_live(&new_access).await);
    assert_eq!(sell.refresh(&new_refresh).await.status, 200);
}

#[tokio::test]
async fn the_old_tokens_serve_until_the_first_use_of_the_new_one() {
    for first_use in ["/v2/deals", "/oauth2/token/info"] {
        let sell = Sell::new();
        let (old_access, old_refresh) = sell.pair("read").await;
        let (lost, _) = sell.refresh(&old_refresh).await.pair();
        let again = sell.refresh(&old_refresh).await;
        assert_eq!(again.status, 200, "an answer may get lost");
        assert!(sell.is_live(&old_access).await);
        let (new_access, new_refresh) = again.pair();
        assert_eq!(sell.api(first_use, &new_access).await.status, 200);
        assert!(!sell.is_live(&old_access).await);
        assert_eq!(
            sell.refresh(&old_refresh).await.refusal(),
            bad("invalid_grant")
        );
        assert_eq!(sell.refresh(&new_refresh).await.status, 200);
        assert!(sell.is_live(&lost).await, "it was not the one replaced");
    }
}

#[tokio::test]
async fn using_the_new_refresh_token_ends_the_old_one_too() {
    let sell = Sell::new();
    let (_, first) = sell.pair("read").await;
    let (_, second) = sell.refresh(&first).await.pair();
    assert_eq!(sell.refresh(&second).await.status, 200);
    assert_eq!(sell.refresh(&first).await.refusal(), bad("invalid_grant"));
}

#[tokio::test]
async fn without_rotation_the_refresh_token_stays() {
    let sell = Sell::with(&[("refresh.rotate", "off")]);
    let (access, refresh) = sell.pair("read").await;
    for _ in 0..2 {
        let answer = sell.refresh(&refresh).await;
        assert_eq!(
            (answer.status, answer.json().get("refresh_token")),
            (200, None)
        );
        assert!(sell.is_live(&answer.text("access_token")).await);
    }
    assert!(sell.is_live(&access).await);
}

#[tokio::test]
async fn the_scope_may_narrow_and_come_back_and_never_widen() {
    let sell = Sell::new();
    let (_, refresh) = sell.pair("read profile").await;
    for wider in ["read write", "sync", "everything"] {
        let answer = refresh_for(&sell, &refresh, wider).await;
        assert_eq!(answer.refusal(), bad("invalid_scope"), "{wider}");
    }
    let narrow = refresh_for(&sell, &refresh, "profile").await;
    assert_eq!(narrow.text("scope"), "profile");
    let refused = sell.api("/v2/deals", &narrow.text("access_token")).await;
    assert_eq!(refused.status, 403);
    let again = sell.refresh(&narrow.text("refresh_token")).await;
    assert_eq!(
        again.text("scope"),
        "read profile",
        "what was granted at first"
    );
}

#[tokio::test]
async fn a_refresh_token_outlives_its_access_token() {
    let sell = Sell::new();
    let (access, refresh) = sell.pair("read").await;
    sell.sandbox.advance_clock(100 * 24 * 3600);
    assert!(!sell.is_live(&access).await);
    assert_eq!(sell.refresh(&refresh).await.status, 200);
}

#[tokio::test]
async fn the_refresh_token_of_the_fragment_serves_a_client_with_the_secret() {
    let sell = Sell::new();
    let fragment = sell.grant("read").await.fragment();
    assert_eq!(sell.refresh(&fragment["refresh_token"]).await.status, 200);
}

#[tokio::test]
async fn an_unknown_revoked_or_foreign_refresh_token_is_refused() {
    let sell = Sell::new();
    let (access, refresh) = sell.pair("read").await;
    for wrong in ["unknown", &access] {
        assert_eq!(sell.refresh(wrong).await.refusal(), bad("invalid_grant"));
    }
    let other = sell.client("other", json!({})).await;
    let fields = [
        ("grant_type", "refresh_token"),
        ("refresh_token", &*refresh),
    ];
    let answer = sell.exchange_as(&other, &fields).await;
    assert_eq!(answer.refusal(), bad("invalid_grant"));
    sell.control(Method::POST, "/tokens/revoke", json!({"token": access}))
        .await;
    assert_eq!(sell.refresh(&refresh).await.refusal(), bad("invalid_grant"));
}

#[tokio::test]
async fn a_refresh_token_opens_nothing_itself() {
    let sell = Sell::new();
    let (_, refresh) = sell.pair("read").await;
    assert_eq!(sell.api("/v2/deals", &refresh).await.status, 401);
    assert!(!sell.is_live(&refresh).await);
}

#[tokio::test]
async fn revoking_the_refresh_token_ends_every_token_of_the_grant() {
    for rotate in ["on", "off"] {
        let sell = Sell::with(&[("revoke.auth", "none"), ("refresh.rotate", rotate)]);
        let (access, refresh) = sell.pair("read").await;
        let refreshed = sell.refresh(&refresh).await.text("access_token");
        let answer = sell.post("/oauth2/revoke", &[("token", &refresh)]).await;
        assert_eq!(answer.status, 200);
        for token in [&access, &refreshed] {
            assert!(!sell.is_live(token).await, "{rotate}");
        }
        assert_eq!(sell.refresh(&refresh).await.refusal(), bad("invalid_grant"));
    }
}

#[tokio::test]
async fn revoking_a_refreshed_access_token_leaves_no_older_one_behind() {
    let sell = Sell::with(&[("revoke.auth", "none")]);
    let (access, refresh) = sell.pair("read").await;
    let (new_access, new_refresh) = sell.refresh(&refresh).await.pair();
    sell.post("/oauth2/revoke", &[("token", &new_access)]).await;
    assert!(!sell.is_live(&access).await);
    for dead in [&refresh, &new_refresh] {
        assert_eq!(sell.refresh(dead).await.refusal(), bad("invalid_grant"));
    }
}
