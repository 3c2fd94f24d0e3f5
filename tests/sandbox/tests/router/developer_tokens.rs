//! Tokens as an administrator sees them, and personal tokens.

use serde_json::{Value, json};

use crate::developer_apps::{element, submit};
use crate::support::{CLIENT, Sell};

const DEMO: &str = "/settings/oauth/app?client_id=sell-elements-demo";
const REVOKE: &str = "/settings/oauth/app/revoke";
const PERSONAL: &str = "/settings/oauth/tokens";
const REVOKE_PERSONAL: &str = "/settings/oauth/tokens/revoke";

#[tokio::test]
async fn a_token_is_listed_by_its_fingerprint_and_never_itself() {
    let sell = Sell::new();
    sell.sign_in().await;
    assert!(sell.get(DEMO).await.body.contains("None is usable now."));
    let (access, refresh) = sell.pair("read profile").await;
    let page = sell.get(DEMO).await;
    assert!(!page.body.contains(&access) && !page.body.contains(&refresh));
    let digest = page.hidden("token");
    for text in [
        &digest[..12],
        "access and refresh",
        "ada@example.test",
        "read profile",
    ] {
        assert!(page.body.contains(&format!(">{text}<")), "{text}");
    }
    assert_eq!(
        sell.api("/v2/deals", &digest).await.status,
        401,
        "a digest is no token"
    );
    assert!(
        sell.get("/settings/oauth/app?client_id=other-app")
            .await
            .body
            .contains("None is")
    );
}

#[tokio::test]
async fn tokens_are_revoked_one_by_one() {
    let sell = Sell::new();
    sell.sign_in().await;
    let first = sell.token("read").await;
    let (second, refresh) = sell.pair("read").await;
    let newest = sell.get(DEMO).await.hidden("token");
    let fields = [("client_id", CLIENT), ("token", &*newest)];
    let answer = submit(&sell, DEMO, REVOKE, &fields).await;
    assert_eq!((answer.status, answer.location()), (303, DEMO));
    assert!(!sell.is_live(&second).await && sell.is_live(&first).await);
    assert_eq!(sell.refresh(&refresh).await.status, 400);
    assert!(!sell.get(DEMO).await.body.contains(&newest));
    let again = submit(&sell, DEMO, REVOKE, &fields).await;
    assert_eq!(again.status, 303, "gone is gone");
}

#[tokio::test]
async fn a_dead_token_is_not_listed_unless_its_refresh_token_lives() {
    let sell = Sell::new();
    sell.sign_in().await;
    sell.token("read").await;
    let (_, _) = sell.pair("read").await;
    sell.sandbox.advance_clock(3600);
    let page = sell.get(DEMO).await.body;
    assert_eq!(page.matches("name=\"token\"").count(), 1);
    assert!(page.contains("refresh; its access token has expired"));
}

#[tokio::test]
async fn a_long_list_says_that_it_is_cut() {
    let sell = Sell::new();
    sell.sign_in().await;
    for _ in 0..101 {
        sell.token("read").await;
    }
    let page = sell.get(DEMO).await.body;
    assert_eq!(page.matches("name=\"token\"").count(), 100);
    assert!(page.contains("Older tokens are not shown."));
}

#[tokio::test]
async fn a_page_revokes_its_own_tokens_only() {
    let sell = Sell::new();
    sell.sign_in().await;
    let personal = sell.personal_token("read").await;
    let foreign = sell.token_for(json!({"client_id": "other-app"})).await;
    let theirs = sell
        .get("/settings/oauth/app?client_id=other-app")
        .await
        .hidden("token");
    let mine = sell.get(PERSONAL).await.hidden("token");
    for digest in [&theirs, &mine, ""] {
        let fields = [("client_id", CLIENT), ("token", digest)];
        submit(&sell, DEMO, REVOKE, &fields).await;
    }
    submit(&sell, PERSONAL, REVOKE_PERSONAL, &[("token", &*theirs)]).await;
    assert!(sell.is_live(&personal).await && sell.is_live(&foreign).await);
}

#[tokio::test]
async fn a_personal_token_is_made_shown_once_used_and_revoked() {
    let sell = Sell::new();
    sell.sign_in().await;
    let fields = [
        ("note", "The <nightly> export"),
        ("scope", "read"),
        ("scope", "sync"),
    ];
    let answer = submit(&sell, PERSONAL, PERSONAL, &fields).await;
    assert_eq!((answer.status, answer.location()), (303, PERSONAL));
    let page = sell.get(PERSONAL).await;
    let token = element(&page, "secret").to_owned();
    assert_eq!(token.len(), 64);
    let again = sell.get(PERSONAL).await;
    assert!(!again.body.contains(&token));
    for text in [
        "The &lt;nightly&gt; export",
        ">personal<",
        ">read sync<",
        ">never<",
    ] {
        assert!(again.body.contains(text), "{text}");
    }
    sell.sandbox.advance_clock(1_000_000_000);
    assert_eq!(sell.api("/v2/deals", &token).await.status, 200);
    assert_eq!(
        sell.api("/v2/users/self", &token).await.status,
        403,
        "profile was not ticked"
    );
    sell.sign_in().await;
    let digest = sell.get(PERSONAL).await.hidden("token");
    submit(&sell, PERSONAL, REVOKE_PERSONAL, &[("token", &*digest)]).await;
    assert!(!sell.is_live(&token).await);
    assert!(
        sell.get(PERSONAL)
            .await
            .body
            .contains("None is usable now.")
    );
}

#[tokio::test]
async fn a_personal_token_without_scope_or_with_a_long_note_is_not_made() {
    let sell = Sell::new();
    sell.sign_in().await;
    let long = "n".repeat(101);
    for (fields, problem) in [
        (&[("note", "Kept")][..], "Tick at least one scope."),
        (
            &[("note", "Kept"), ("scope", "everything")],
            "Tick at least one scope.",
        ),
        (
            &[("note", &*long), ("scope", "read")],
            "Say in at most 100 characters",
        ),
    ] {
        let page = submit(&sell, PERSONAL, PERSONAL, fields).await;
        assert_eq!(page.status, 422);
        assert!(page.body.contains(problem), "{problem}");
        assert!(page.body.contains(&format!("value=\"{}\"", fields[0].1)));
    }
    assert!(
        sell.get(PERSONAL)
            .await
            .body
            .contains("None is usable now.")
    );
}

#[tokio::test]
async fn token_info_of_a_personal_token_has_null_or_nothing_for_what_it_lacks() {
    let sell = Sell::new();
    let token = sell.personal_token("read").await;
    for (value, application) in [
        ("uid-null", Some(json!({"uid": null}))),
        ("null", Some(Value::Null)),
        ("absent", None),
    ] {
        sell.set("token_info.personal", value);
        let info = sell.api("/oauth2/token/info", &token).await.json();
        assert_eq!(info.get("application"), application.as_ref(), "{value}");
        assert_eq!(info["expires_in"], Value::Null);
        assert_eq!(info["resource_owner_id"], 70123);
        assert_eq!(info["scope"], json!(["read"]));
    }
}
