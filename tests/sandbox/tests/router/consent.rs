//! The consent page and the decision.

use axum::http::Method;
use serde_json::json;

use crate::support::{CALLBACK, Sell, asking, with_form};

#[tokio::test]
async fn without_a_login_there_is_no_consent_page() {
    let sell = Sell::new();
    let answer = sell
        .get(&format!("/oauth2/authorize?{}", asking("read")))
        .await;
    assert_eq!(answer.status, 303);
    assert!(
        answer
            .location()
            .starts_with("/login?authorize=response_type")
    );
}

#[tokio::test]
async fn the_page_names_the_application_each_scope_and_the_destination() {
    let sell = Sell::new();
    sell.sign_in().await;
    let page = sell
        .get(&format!("/oauth2/authorize?{}", asking("read profile")))
        .await;
    for text in [
        "Sell Elements demo",
        "name=\"scope\" value=\"read\" checked",
        "name=\"scope\" value=\"profile\" checked",
        "id=\"allow\"",
        "id=\"deny\"",
        "http://127.0.0.1:8080",
        "Ada Example",
    ] {
        assert!(page.body.contains(text), "{text}");
    }
    assert!(!page.body.contains("value=\"write\""));
}

#[tokio::test]
async fn an_application_cannot_write_markup_by_its_name() {
    let sell = Sell::new();
    let registration = json!({
        "client_id": "sly", "name": "<img src=x onerror=alert(1)>", "redirect_uris": [CALLBACK],
    });
    sell.control(Method::POST, "/clients", registration).await;
    sell.sign_in().await;
    let query = asking("read").replace("sell-elements-demo", "sly") + "&x=%22%3E%3Cimg";
    let page = sell.get(&format!("/oauth2/authorize?{query}")).await;
    assert!(page.body.contains("&lt;img src=x"), "{}", page.body);
    assert!(!page.body.contains("<img"));
}

#[tokio::test]
async fn allowing_gives_a_token_in_the_fragment() {
    let answer = Sell::new().grant("read profile").await;
    assert!(
        answer
            .location()
            .starts_with(&format!("{CALLBACK}#access_token="))
    );
    let fragment = answer.fragment();
    assert_eq!(fragment["access_token"].len(), 64);
    assert!(
        fragment["access_token"]
            .bytes()
            .all(|b| b.is_ascii_digit() || b.is_ascii_lowercase())
    );
    assert_eq!(fragment["token_type"], "bearer");
    assert_eq!(fragment["expires_in"], "3600");
    assert_eq!(fragment["scope"], "read profile");
    assert_eq!(fragment["state"], "st-1");
}

#[tokio::test]
async fn the_token_works_and_belongs_to_the_person() {
    let sell = Sell::new();
    sell.sign_in_as("ngozi@example.test").await;
    let answer = sell.decide(&asking("profile"), &["profile"], "allow").await;
    let token = answer.fragment()["access_token"].clone();
    let me = sell.api("/v2/users/self", &token).await;
    assert_eq!(me.json()["data"]["name"], "Ngozi Sample");
}

#[tokio::test]
async fn denying_gives_access_denied_and_the_state() {
    let sell = Sell::new();
    sell.sign_in().await;
    let answer = sell.decide(&asking("read"), &["read"], "deny").await;
    assert_eq!(answer.status, 303);
    let fragment = answer.fragment();
    assert_eq!(fragment["error"], "access_denied");
    assert_eq!(fragment["state"], "st-1");
    assert_eq!(fragment.get("access_token"), None);
}

#[tokio::test]
async fn an_unticked_scope_is_not_granted() {
    let sell = Sell::new();
    sell.sign_in().await;
    let answer = sell
        .decide(&asking("read write profile"), &["profile"], "allow")
        .await;
    let fragment = answer.fragment();
    assert_eq!(fragment["scope"], "profile");
    let refused = sell.api("/v2/deals", &fragment["access_token"]).await;
    assert_eq!(
        (refused.status, refused.error().as_str()),
        (403, "insufficient_scope")
    );
}

#[tokio::test]
async fn a_box_nobody_was_shown_grants_nothing() {
    let sell = Sell::new();
    sell.sign_in().await;
    let answer = sell
        .decide(&asking("read"), &["read", "write", "sync", "x"], "allow")
        .await;
    assert_eq!(answer.fragment()["scope"], "read");
}

#[tokio::test]
async fn allowing_nothing_is_asked_again() {
    let sell = Sell::new();
    sell.sign_in().await;
    for ticked in [&[][..], &["write"]] {
        let answer = sell.decide(&asking("read"), ticked, "allow").await;
        assert_eq!((answer.status, answer.header("location")), (422, None));
        assert!(answer.body.contains("Tick at least one permission"));
    }
}

#[tokio::test]
async fn without_a_scope_the_applications_default_is_asked_for() {
    let sell = Sell::new();
    sell.sign_in().await;
    let query = asking("");
    let page = sell.get(&format!("/oauth2/authorize?{query}")).await;
    assert_eq!(page.body.matches("name=\"scope\"").count(), 3);
    let answer = sell
        .decide(&query, &["read", "write", "profile"], "allow")
        .await;
    assert_eq!(
        answer.fragment().get("scope"),
        None,
        "it is the default, so it is not said"
    );
}

#[tokio::test]
async fn a_decision_without_the_forms_own_token_is_refused() {
    let sell = Sell::new();
    sell.sign_in().await;
    let path = format!("/oauth2/authorize?{}", asking("read"));
    let other = sell.other_browser();
    other.sign_in().await;
    let foreign = other.get(&path).await.hidden("csrf");
    for csrf in ["", "0", &foreign] {
        let fields = [("csrf", csrf), ("scope", "read"), ("decision", "allow")];
        let answer = sell.post(&path, &fields).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (403, None),
            "{csrf}"
        );
    }
}

#[tokio::test]
async fn a_token_from_before_the_login_does_not_serve_after_it() {
    let sell = Sell::new();
    let before = sell.get("/login").await.hidden("csrf");
    sell.sign_in().await;
    let path = format!("/oauth2/authorize?{}", asking("read"));
    let fields = [
        ("csrf", before.as_str()),
        ("scope", "read"),
        ("decision", "allow"),
    ];
    assert_eq!(sell.post(&path, &fields).await.status, 403);
}

#[tokio::test]
async fn a_decision_after_the_session_ended_goes_to_the_login() {
    let sell = Sell::new();
    sell.sign_in().await;
    let path = format!("/oauth2/authorize?{}", asking("read"));
    let csrf = sell.get(&path).await.hidden("csrf");
    sell.sandbox.advance_clock(8 * 60 * 60);
    let fields = [
        ("csrf", csrf.as_str()),
        ("scope", "read"),
        ("decision", "allow"),
    ];
    let answer = sell.post(&path, &fields).await;
    assert!(answer.location().starts_with("/login?authorize="));
}

#[tokio::test]
async fn the_request_is_judged_again_at_the_decision() {
    let sell = Sell::new();
    sell.sign_in().await;
    let csrf = sell
        .get(&format!("/oauth2/authorize?{}", asking("read")))
        .await
        .hidden("csrf");
    let path = format!("/oauth2/authorize?{}", asking("read")).replace("8080", "6666");
    let fields = [
        ("csrf", csrf.as_str()),
        ("scope", "read"),
        ("decision", "allow"),
    ];
    let answer = sell.post(&path, &fields).await;
    assert_eq!((answer.status, answer.header("location")), (400, None));
}

#[tokio::test]
async fn a_form_without_a_decision_or_of_another_type_is_a_page() {
    let sell = Sell::new();
    sell.sign_in().await;
    let path = format!("/oauth2/authorize?{}", asking("read"));
    let csrf = sell.get(&path).await.hidden("csrf");
    for decision in ["", "maybe"] {
        let answer = sell
            .post(&path, &[("csrf", &csrf), ("decision", decision)])
            .await;
        assert_eq!((answer.status, answer.header("location")), (400, None));
    }
    let mut request = with_form(sell.request(Method::POST, &path), &[]);
    request
        .headers_mut()
        .insert("content-type", "text/plain".parse().unwrap());
    assert_eq!(sell.send(request).await.status, 400);
}

#[tokio::test]
async fn using_another_user_leads_back_to_the_same_request() {
    let sell = Sell::new();
    sell.sign_in().await;
    let query = asking("read");
    let page = sell.get(&format!("/oauth2/authorize?{query}")).await;
    let (csrf, authorize) = (page.hidden("csrf"), page.hidden("authorize"));
    let answer = sell
        .post("/logout", &[("csrf", &csrf), ("authorize", &authorize)])
        .await;
    assert_eq!(answer.location(), format!("/oauth2/authorize?{query}"));
    assert!(
        sell.get(answer.location())
            .await
            .location()
            .starts_with("/login?")
    );
}

#[tokio::test]
async fn the_form_may_lead_to_the_registered_origin_and_nowhere_else() {
    let sell = Sell::new();
    sell.sign_in().await;
    let page = sell
        .get(&format!("/oauth2/authorize?{}", asking("read")))
        .await;
    let policy = page.header("content-security-policy").unwrap();
    assert!(
        policy.contains("form-action 'self' http://127.0.0.1:8080;"),
        "{policy}"
    );
    let front = sell.get("/").await;
    let policy = front.header("content-security-policy").unwrap();
    assert!(policy.contains("form-action 'self';"), "{policy}");
}
