//! `/login`, `/logout` and the front page.

use axum::http::Method;

use crate::support::{Sell, asking, with_form};

#[tokio::test]
async fn the_demo_user_signs_in_and_out() {
    let sell = Sell::new();
    sell.sign_in().await;
    let front = sell.get("/").await;
    assert!(
        front
            .body
            .contains("Signed in as <strong>Ada Example</strong>")
    );
    let csrf = front.hidden("csrf");
    let answer = sell.post("/logout", &[("csrf", &csrf)]).await;
    assert_eq!((answer.status, answer.location()), (303, "/login"));
    assert_eq!(sell.cookie(), None);
    assert!(!sell.get("/").await.body.contains("Signed in as"));
}

#[tokio::test]
async fn an_ended_session_is_worth_nothing_even_with_its_cookie() {
    let sell = Sell::new();
    sell.sign_in().await;
    let cookie = sell.cookie().unwrap();
    let csrf = sell.get("/").await.hidden("csrf");
    sell.post("/logout", &[("csrf", &csrf)]).await;
    sell.plant_cookie(&cookie);
    assert!(!sell.get("/").await.body.contains("Signed in as"));
}

#[tokio::test]
async fn a_session_ends_after_a_working_day() {
    let sell = Sell::new();
    sell.sign_in().await;
    sell.sandbox.advance_clock(8 * 60 * 60);
    assert!(!sell.get("/").await.body.contains("Signed in as"));
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_user_get_the_same_words() {
    let sell = Sell::new();
    for (email, password) in [
        ("ada@example.test", "Sandbox"),
        ("nobody@example.test", "sandbox"),
        ("", ""),
    ] {
        let csrf = sell.get("/login").await.hidden("csrf");
        let fields = [
            ("csrf", csrf.as_str()),
            ("email", email),
            ("password", password),
        ];
        let answer = sell.post("/login", &fields).await;
        assert_eq!(answer.status, 422, "{email}");
        assert!(
            answer
                .body
                .contains("No user has this e-mail address and password.")
        );
        assert!(!answer.body.contains(&format!("value=\"{password}\"")) || password.is_empty());
    }
}

#[tokio::test]
async fn an_e_mail_address_is_read_in_any_letter_case_and_shown_again_escaped() {
    let sell = Sell::new();
    sell.sign_in_as("ADA@Example.test").await;
    let other = sell.other_browser();
    let csrf = other.get("/login").await.hidden("csrf");
    let email = "\"><script>alert(1)</script>@example.test";
    let fields = [("csrf", csrf.as_str()), ("email", email), ("password", "x")];
    let answer = other.post("/login", &fields).await;
    assert!(!answer.body.contains("<script>"), "{}", answer.body);
}

#[tokio::test]
async fn a_login_without_the_forms_own_token_is_refused() {
    let sell = Sell::new();
    let good = [("email", "ada@example.test"), ("password", "sandbox")];
    assert_eq!(
        sell.post("/login", &good).await.status,
        403,
        "no session, no token"
    );
    let csrf = sell.other_browser().get("/login").await.hidden("csrf");
    sell.get("/login").await;
    let with_foreign = [good[0], good[1], ("csrf", csrf.as_str())];
    assert_eq!(
        sell.post("/login", &with_foreign).await.status,
        403,
        "another browser's token"
    );
}

#[tokio::test]
async fn a_form_posted_by_another_sites_page_is_refused() {
    let sell = Sell::new();
    let csrf = sell.get("/login").await.hidden("csrf");
    let fields = [
        ("csrf", csrf.as_str()),
        ("email", "ada@example.test"),
        ("password", "sandbox"),
    ];
    for (site, status) in [
        ("cross-site", 403),
        ("same-site", 403),
        ("same-origin", 303),
    ] {
        let builder = sell
            .request(Method::POST, "/login")
            .header("sec-fetch-site", site);
        assert_eq!(
            sell.send(with_form(builder, &fields)).await.status,
            status,
            "{site}"
        );
    }
}

#[tokio::test]
async fn a_login_changes_the_session_id() {
    let sell = Sell::new();
    sell.get("/login").await;
    let before = sell.cookie().unwrap();
    sell.sign_in().await;
    assert_ne!(sell.cookie().unwrap(), before);
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    let cookie = Sell::new()
        .get("/login")
        .await
        .header("set-cookie")
        .unwrap()
        .to_owned();
    assert!(cookie.starts_with("sell_sandbox_4000="), "{cookie}");
    assert!(
        cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax"),
        "{cookie}"
    );
}

#[tokio::test]
async fn after_the_login_the_authorization_request_goes_on_unchanged() {
    let sell = Sell::new();
    let query = asking("read profile");
    let answer = sell.get(&format!("/oauth2/authorize?{query}")).await;
    assert_eq!(answer.status, 303);
    let page = sell.get(answer.location()).await;
    let (csrf, authorize) = (page.hidden("csrf"), page.hidden("authorize"));
    assert_eq!(authorize, query);
    let fields = [
        ("csrf", csrf.as_str()),
        ("authorize", &authorize),
        ("email", "ada@example.test"),
        ("password", "sandbox"),
    ];
    let answer = sell.post("/login", &fields).await;
    assert_eq!(answer.location(), format!("/oauth2/authorize?{query}"));
}

#[tokio::test]
async fn a_login_leads_nowhere_but_back_to_us() {
    let sell = Sell::new();
    for hostile in [
        "//evil.example",
        "https://evil.example/",
        "\\evil.example",
        "/../..//evil",
    ] {
        let browser = sell.other_browser();
        let csrf = browser.get("/login").await.hidden("csrf");
        let fields = [
            ("csrf", csrf.as_str()),
            ("authorize", hostile),
            ("email", "ada@example.test"),
            ("password", "sandbox"),
        ];
        let answer = browser.post("/login", &fields).await;
        assert_eq!(answer.location(), format!("/oauth2/authorize?{hostile}"));
    }
}

#[tokio::test]
async fn control_characters_in_the_continuation_make_no_header() {
    let sell = Sell::new();
    let csrf = sell.get("/login").await.hidden("csrf");
    let fields = [
        ("csrf", csrf.as_str()),
        ("authorize", "a\r\nSet-Cookie: x=1"),
        ("email", "ada@example.test"),
        ("password", "sandbox"),
    ];
    assert_eq!(sell.post("/login", &fields).await.status, 400);
}

#[tokio::test]
async fn the_stylesheet_and_the_icon_are_served() {
    let sell = Sell::new();
    let style = sell.get("/assets/sandbox.css").await;
    assert_eq!(
        style.header("content-type"),
        Some("text/css; charset=utf-8")
    );
    assert!(style.body.contains("prefers") || style.body.contains("light-dark"));
    let icon = sell.get("/assets/icon.svg").await;
    assert_eq!(icon.header("content-type"), Some("image/svg+xml"));
}
