//! Who may see the pages for administrators, and which forms are believed.

use axum::http::Method;
use serde_json::json;

use crate::developer_apps::{APPS, submit};
use crate::support::{CLIENT, Sell, with_form};

const PAGES: [&str; 3] = [
    APPS,
    "/settings/oauth/app?client_id=sell-elements-demo",
    "/settings/oauth/tokens",
];

const FORMS: [(&str, &[(&str, &str)]); 6] = [
    (
        APPS,
        &[("name", "Sly"), ("redirect_uris", "https://sly.example/")],
    ),
    (
        "/settings/oauth/app/redirect-uris",
        &[
            ("client_id", CLIENT),
            ("redirect_uris", "https://sly.example/"),
        ],
    ),
    (
        "/settings/oauth/app/delete",
        &[("client_id", CLIENT), ("sure", "yes")],
    ),
    (
        "/settings/oauth/app/revoke",
        &[("client_id", CLIENT), ("token", "0")],
    ),
    ("/settings/oauth/tokens", &[("scope", "read")]),
    ("/settings/oauth/tokens/revoke", &[("token", "0")]),
];

/// Nothing of what the forms ask for has happened.
async fn nothing_changed(sell: &Sell) {
    let admin = sell.other_browser();
    admin.sign_in().await;
    let list = admin.get(APPS).await.body;
    assert!(list.contains(CLIENT) && !list.contains("sly.example"));
    let personal = admin.get("/settings/oauth/tokens").await.body;
    assert!(personal.contains("None is usable now."));
}

#[tokio::test]
async fn nobody_is_sent_to_the_login_which_leads_back() {
    let sell = Sell::new();
    for page in PAGES {
        let browser = sell.other_browser();
        let answer = browser.get(page).await;
        assert_eq!(answer.status, 303);
        let login = browser.get(answer.location()).await;
        let (csrf, next) = (login.hidden("csrf"), login.hidden("next"));
        assert_eq!(next, page);
        let fields = [
            ("csrf", &*csrf),
            ("next", &next),
            ("email", "ada@example.test"),
            ("password", "sandbox"),
        ];
        let answer = browser.post("/login", &fields).await;
        assert_eq!((answer.status, answer.location()), (303, page));
        assert_eq!(browser.get(page).await.status, 200);
    }
    for (action, fields) in FORMS {
        let answer = sell.post(action, fields).await;
        assert!(
            answer.location().starts_with("/login?next=%2Fsettings"),
            "{action}"
        );
    }
    nothing_changed(&sell).await;
}

#[tokio::test]
async fn a_wrong_password_does_not_forget_where_to_go() {
    let sell = Sell::new();
    let login = sell.get("/login?next=/settings/oauth/tokens").await;
    let csrf = login.hidden("csrf");
    let fields = [
        ("csrf", &*csrf),
        ("next", "/settings/oauth/tokens"),
        ("email", "x"),
    ];
    let again = sell.post("/login", &fields).await;
    assert_eq!(again.hidden("next"), "/settings/oauth/tokens");
}

#[tokio::test]
async fn a_login_leads_to_no_address_but_ours() {
    let sell = Sell::new();
    for hostile in [
        "//evil.example",
        "https://evil.example/settings/oauth/",
        "/\\evil",
    ] {
        let browser = sell.other_browser();
        let csrf = browser.get("/login").await.hidden("csrf");
        let fields = [
            ("csrf", &*csrf),
            ("next", hostile),
            ("email", "ada@example.test"),
            ("password", "sandbox"),
        ];
        assert_eq!(browser.post("/login", &fields).await.location(), "/");
    }
}

#[tokio::test]
async fn who_is_no_administrator_is_told_so_and_can_do_nothing() {
    let sell = Sell::new();
    sell.sign_in_as("tomasz@example.test").await;
    for page in PAGES {
        let answer = sell.get(page).await;
        assert_eq!(answer.status, 403);
        assert!(answer.body.contains("This page is for administrators"));
        assert!(
            answer
                .body
                .contains("Tomasz Wzorcowy is not an administrator")
        );
        assert!(!answer.body.contains(CLIENT), "{page}");
    }
    let csrf = sell.get("/").await.hidden("csrf");
    for (action, fields) in FORMS {
        let fields = [&[("csrf", &*csrf)], fields].concat();
        assert_eq!(sell.post(action, &fields).await.status, 403, "{action}");
    }
    nothing_changed(&sell).await;
}

#[tokio::test]
async fn a_form_our_page_in_this_browser_did_not_make_is_refused() {
    let sell = Sell::new();
    sell.sign_in().await;
    let other = sell.other_browser();
    other.sign_in().await;
    let foreign = other.get(APPS).await.hidden("csrf");
    let own = sell.get(APPS).await.hidden("csrf");
    for (action, fields) in FORMS {
        for csrf in ["", "0", &foreign] {
            let fields = [&[("csrf", csrf)], fields].concat();
            assert_eq!(sell.post(action, &fields).await.status, 403, "{action}");
        }
        let fields = [&[("csrf", &*own)], fields].concat();
        let builder = sell
            .request(Method::POST, action)
            .header("sec-fetch-site", "same-site");
        let answer = sell.send(with_form(builder, &fields)).await;
        assert_eq!(answer.status, 403, "{action}");
        let mut request = with_form(sell.request(Method::POST, action), &fields);
        let text = "text/plain".parse().unwrap();
        request.headers_mut().insert("content-type", text);
        assert_eq!(sell.send(request).await.status, 400, "{action}");
    }
    nothing_changed(&sell).await;
}

#[tokio::test]
async fn the_pages_cannot_be_framed_cached_or_scripted_and_label_every_field() {
    let sell = Sell::new();
    sell.sign_in().await;
    sell.token("read").await;
    sell.control(Method::POST, "/tokens", json!({"kind": "personal"}))
        .await;
    for path in PAGES {
        let page = sell.get(path).await;
        let policy = page.header("content-security-policy").unwrap();
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("script-src"));
        assert!(policy.contains("form-action 'self';"), "{policy}");
        assert_eq!(page.header("x-frame-options"), Some("DENY"));
        assert_eq!(page.header("cache-control"), Some("no-store"));
        assert_eq!(page.body.matches("<h1").count(), 1);
        for inline in ["<script", "<style", "style=\"", " onclick="] {
            assert!(!page.body.contains(inline), "{path}: {inline}");
        }
        for tag in ["<input ", "<textarea "] {
            for field in page.body.split(tag).skip(1) {
                let field = field.split_once('>').unwrap().0;
                let id = field
                    .split_once("id=\"")
                    .map(|(_, rest)| rest.split_once('"').unwrap().0);
                let labelled =
                    id.is_some_and(|id| page.body.contains(&format!("<label for=\"{id}\"")));
                assert!(
                    labelled || field.contains("type=\"hidden\""),
                    "{path}: {field}"
                );
            }
        }
        for form in page.body.split("<form ").skip(1) {
            let form = form.split_once("</form>").unwrap().0;
            assert!(form.contains("name=\"csrf\""), "{path}: {form}");
        }
    }
}

#[tokio::test]
async fn signing_out_leads_to_the_login_and_back_to_the_page() {
    let sell = Sell::new();
    sell.sign_in().await;
    for page in PAGES {
        let next = sell.get(page).await.hidden("next");
        let answer = submit(&sell, page, "/logout", &[("next", &*next)]).await;
        assert_eq!(answer.location(), page);
        assert!(sell.get(page).await.location().starts_with("/login?next="));
        sell.sign_in().await;
    }
}

#[tokio::test]
async fn the_front_page_leads_there() {
    let front = Sell::new().get("/").await;
    assert!(front.body.contains("href=\"/settings/oauth/apps\""));
}
