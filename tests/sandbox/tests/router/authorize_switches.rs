//! The many forms of the fragment, one switch each.

use crate::support::{Sell, asking};

async fn location(switches: &[(&str, &str)], scope: &str) -> String {
    Sell::with(switches)
        .grant(scope)
        .await
        .location()
        .to_owned()
}

fn names(location: &str) -> Vec<&str> {
    let fragment = location.split_once('#').unwrap().1;
    fragment
        .split('&')
        .map(|pair| pair.split_once('=').unwrap().0)
        .collect()
}

#[tokio::test]
async fn the_fields_come_in_the_documented_order_or_another() {
    let documented = [
        "access_token",
        "token_type",
        "expires_in",
        "refresh_token",
        "scope",
        "state",
    ];
    assert_eq!(names(&location(&[], "read").await), documented);
    let reversed = location(&[("implicit.order", "reversed")], "read").await;
    assert!(names(&reversed).into_iter().rev().eq(documented));
    let alphabetical = location(&[("implicit.order", "alphabetical")], "read").await;
    assert!(names(&alphabetical).is_sorted());
}

#[tokio::test]
async fn fields_are_left_out_by_switch() {
    for (switch, value, name) in [
        ("implicit.echo_state", "off", "state"),
        ("implicit.refresh_token", "off", "refresh_token"),
        ("implicit.scope", "never", "scope"),
        ("implicit.expires_in", "absent", "expires_in"),
        ("token.ttl", "never", "expires_in"),
    ] {
        let location = location(&[(switch, value)], "read").await;
        assert!(!names(&location).contains(&name), "{switch}");
    }
}

#[tokio::test]
async fn fields_are_added_by_switch() {
    let sell = Sell::with(&[("implicit.iss", "on"), ("implicit.extra_fields", "on")]);
    let fragment = sell.grant("read").await.fragment();
    assert_eq!(fragment["iss"], "http://127.0.0.1:4000");
    assert!(fragment.contains_key("created_at") && fragment.contains_key("x_unknown"));
}

#[tokio::test]
async fn fields_change_their_form_by_switch() {
    for (switch, value, expected) in [
        ("implicit.token_type", "Bearer", "&token_type=Bearer&"),
        ("implicit.scope_separator", "+", "&scope=read+profile&"),
        ("implicit.scope_separator", "%20", "&scope=read%20profile&"),
        ("implicit.expires_in", "zero", "&expires_in=0&"),
        ("implicit.expires_in", "negative", "&expires_in=-1&"),
        ("implicit.expires_in", "text", "&expires_in=soon&"),
        ("token.ttl", "7", "&expires_in=7&"),
    ] {
        let location = location(&[(switch, value)], "read profile").await;
        assert!(location.contains(expected), "{switch}={value}: {location}");
    }
}

#[tokio::test]
async fn the_scope_is_said_always_by_switch() {
    let sell = Sell::with(&[("implicit.scope", "always")]);
    assert_eq!(
        sell.grant("read write profile").await.fragment()["scope"],
        "read write profile"
    );
}

#[tokio::test]
async fn less_or_more_than_asked_is_granted_by_switch() {
    let reduced = Sell::with(&[("implicit.granted", "reduced")]);
    let fragment = reduced.grant("read profile").await.fragment();
    assert_eq!(fragment["scope"], "read");
    assert_eq!(
        reduced
            .api("/v2/users/self", &fragment["access_token"])
            .await
            .status,
        403
    );
    let wider = Sell::with(&[("implicit.granted", "wider")]);
    assert_eq!(wider.grant("read").await.fragment()["scope"], "read sync");
}

#[tokio::test]
async fn a_state_of_any_characters_comes_back_as_it_was_sent() {
    let sell = Sell::new();
    sell.sign_in().await;
    let query = asking("read").replace("st-1", "a%2Bb%20c%26d%3De%23f%25%C3%BC");
    let answer = sell.decide(&query, &["read"], "allow").await;
    assert_eq!(answer.fragment()["state"], "a+b c&d=e#f%ü");
}

#[tokio::test]
async fn login_and_consent_are_isolated_by_switch() {
    let sell = Sell::new();
    let opener = "cross-origin-opener-policy";
    assert_eq!(sell.get("/login").await.header(opener), None);
    sell.set("login.coop", "on");
    assert_eq!(sell.get("/login").await.header(opener), Some("same-origin"));
    sell.sign_in().await;
    let consent = sell
        .get(&format!("/oauth2/authorize?{}", asking("read")))
        .await;
    assert_eq!(consent.header(opener), Some("same-origin"));
}
