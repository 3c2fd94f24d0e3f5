//! `/settings/oauth/apps`: registering an application, its page, its end.

use serde_json::json;

use crate::support::{Answer, CALLBACK, CLIENT, Sell, asking};
use crate::token_support::{ADA, basic};

pub(crate) const APPS: &str = "/settings/oauth/apps";
const DEMO: &str = "/settings/oauth/app?client_id=sell-elements-demo";
const URI: &str = "https://mine.example/cb";

/// Fills in a form of the page at `page`.
pub(crate) async fn submit(
    sell: &Sell,
    page: &str,
    action: &str,
    fields: &[(&str, &str)],
) -> Answer {
    let csrf = sell.get(page).await.hidden("csrf");
    let fields = [&[("csrf", &*csrf)], fields].concat();
    sell.post(action, &fields).await
}

async fn register(sell: &Sell, fields: &[(&str, &str)]) -> Answer {
    submit(sell, APPS, APPS, fields).await
}

/// What the element with this id holds.
pub(crate) fn element<'a>(answer: &'a Answer, id: &str) -> &'a str {
    let start = format!("id=\"{id}\">");
    let rest = answer.body.split_once(&start).unwrap().1;
    rest.split_once('<').unwrap().0
}

#[tokio::test]
async fn a_registered_application_gets_an_id_and_a_secret_that_work() {
    let sell = Sell::new();
    sell.sign_in().await;
    let fields = [
        ("name", "Mine"),
        ("description", "Two\nlines"),
        (
            "redirect_uris",
            "https://mine.example/cb\r\n\r\n  http://localhost:5000/callback \r\n",
        ),
        ("website_url", "https://mine.example/"),
        ("logo_url", "https://mine.example/logo.svg"),
        ("terms_url", "https://mine.example/terms"),
        ("grant", "authorization_code"),
        ("grant", "password"),
    ];
    let answer = register(&sell, &fields).await;
    assert_eq!(answer.status, 303);
    let page = sell.get(answer.location()).await;
    let (client_id, secret) = (element(&page, "client-id"), element(&page, "secret"));
    assert_eq!((client_id.len(), secret.len()), (64, 64));
    for text in [
        "<h1>Mine</h1>",
        "Two\nlines",
        "https://mine.example/cb\nhttp://localhost:5000/callback<",
        "https://mine.example/terms",
        "authorization_code, password<",
    ] {
        assert!(page.body.contains(text), "{text}");
    }
    let fields = [
        ("grant_type", "password"),
        ("username", ADA),
        ("password", "sandbox"),
    ];
    let token = sell.exchange_as(&basic(client_id, secret), &fields).await;
    assert_eq!(token.status, 200, "{token:?}");
    let query = format!("response_type=token&client_id={client_id}&redirect_uri={URI}");
    let refused = sell.get(&format!("/oauth2/authorize?{query}")).await;
    assert_eq!(refused.fragment_error(), "unauthorized_client");
}

impl Answer {
    fn fragment_error(&self) -> String {
        self.fragment()["error"].clone()
    }
}

#[tokio::test]
async fn the_secret_is_shown_once_and_in_that_browser_alone() {
    let sell = Sell::new();
    sell.sign_in().await;
    let answer = register(&sell, &[("name", "Mine"), ("redirect_uris", URI)]).await;
    let address = answer.location().to_owned();
    let other = sell.other_browser();
    other.sign_in().await;
    for (browser, shown) in [(&other, false), (&sell, true), (&sell, false)] {
        let page = browser.get(&address).await;
        assert_eq!(page.body.contains("id=\"secret\""), shown);
    }
    let answer = register(&sell, &[("name", "Late"), ("redirect_uris", URI)]).await;
    let address = answer.location().to_owned();
    sell.sandbox.advance_clock(60);
    assert!(!sell.get(&address).await.body.contains("id=\"secret\""));
}

#[tokio::test]
async fn the_list_shows_each_application_and_leads_to_its_page() {
    let sell = Sell::new();
    sell.client("odd & /?#%../ id", json!({"name": "<b>Odd</b>"}))
        .await;
    sell.sign_in().await;
    let list = sell.get(APPS).await;
    assert!(list.body.contains("&lt;b&gt;Odd") && !list.body.contains("<b>Odd"));
    assert!(list.body.contains(CALLBACK) && list.body.contains("other-app"));
    let links: Vec<_> = list
        .body
        .split("href=\"/settings/oauth/app?")
        .skip(1)
        .collect();
    assert_eq!(links.len(), 3);
    for link in links {
        let query = link.split_once('"').unwrap().0.replace("&amp;", "&");
        let page = sell.get(&format!("/settings/oauth/app?{query}")).await;
        assert_eq!(page.status, 200, "{query}");
    }
}

#[tokio::test]
async fn what_may_not_be_registered_is_told_at_its_field_and_nothing_typed_is_lost() {
    let sell = Sell::new();
    sell.sign_in().await;
    let long = "n".repeat(101);
    let (many, essay) = (format!("{URI}\n").repeat(21), "e".repeat(1001));
    for (field, value) in [
        ("name", " "),
        ("name", &*long),
        ("description", &*essay),
        ("redirect_uris", ""),
        ("redirect_uris", "javascript:alert(1)"),
        ("redirect_uris", "https://a.example/\nhttp://app.example/cb"),
        ("redirect_uris", "https://a.example/#fragment"),
        ("redirect_uris", "/relative"),
        ("redirect_uris", &*many),
        ("website_url", "javascript:alert(1)"),
        ("logo_url", "data:image/png,x"),
        ("terms_url", "terms"),
    ] {
        let fields: Vec<_> = [("name", "Kept <name>"), ("redirect_uris", URI)]
            .into_iter()
            .filter(|(name, _)| *name != field)
            .chain([(field, value)])
            .collect();
        let page = register(&sell, &fields).await;
        assert_eq!(page.status, 422, "{field} {value}");
        assert!(page.body.contains("role=\"alert\""), "{field}");
        let marked = page.body.split(" id=\"").find(|tag| {
            tag.split_once('>')
                .is_some_and(|(tag, _)| tag.contains("aria-invalid=\"true\""))
        });
        assert!(
            marked.unwrap().starts_with(&format!("{field}\"")),
            "{field} {value}"
        );
        let kept = if field == "name" {
            URI
        } else {
            "Kept &lt;name&gt;"
        };
        assert!(page.body.contains(kept), "{field}");
    }
    assert_eq!(
        sell.get(APPS).await.body.matches("app?client_id=").count(),
        2
    );
}

#[tokio::test]
async fn the_number_of_applications_is_bounded() {
    let sell = Sell::new();
    sell.sign_in().await;
    for number in 0..98 {
        sell.client(&format!("app-{number}"), json!({})).await;
    }
    let page = register(&sell, &[("name", "One more"), ("redirect_uris", URI)]).await;
    assert_eq!(page.status, 422);
    assert!(page.body.contains("Expected at most 100 applications."));
}

#[tokio::test]
async fn redirect_uris_are_replaced() {
    let sell = Sell::new();
    sell.sign_in().await;
    let action = "/settings/oauth/app/redirect-uris";
    let with = |uris| [("client_id", CLIENT), ("redirect_uris", uris)];
    for bad in ["", "http://evil.example/"] {
        let page = submit(&sell, DEMO, action, &with(bad)).await;
        assert_eq!(page.status, 422);
        assert!(page.body.contains(bad) && page.body.contains("aria-invalid=\"true\""));
    }
    let query = asking("read");
    let consent = format!("/oauth2/authorize?{query}");
    assert_eq!(sell.get(&consent).await.status, 200, "nothing was changed");
    let answer = submit(&sell, DEMO, action, &with("https://new.example/cb")).await;
    assert_eq!((answer.status, answer.location()), (303, DEMO));
    assert_eq!(sell.get(&consent).await.status, 400);
    let query = query.replace(CALLBACK, "https://new.example/cb");
    assert_eq!(
        sell.get(&format!("/oauth2/authorize?{query}")).await.status,
        200
    );
}

#[tokio::test]
async fn deleting_an_application_ends_its_tokens_and_codes() {
    let sell = Sell::new();
    sell.sign_in().await;
    let proof = sell.client("doomed", json!({})).await;
    let token = sell.token_for(json!({"client_id": "doomed"})).await;
    let code = sell.code(json!({"client_id": "doomed"})).await;
    let bystander = sell.token("read").await;
    let page = "/settings/oauth/app?client_id=doomed";
    let action = "/settings/oauth/app/delete";
    let unsure = submit(&sell, page, action, &[("client_id", "doomed")]).await;
    assert_eq!(unsure.status, 422);
    assert!(
        unsure
            .body
            .contains("Tick that the application and its tokens may end")
    );
    assert!(sell.is_live(&token).await);
    let sure = [("client_id", "doomed"), ("sure", "yes")];
    let answer = submit(&sell, page, action, &sure).await;
    assert_eq!((answer.status, answer.location()), (303, APPS));
    assert!(!sell.is_live(&token).await);
    let fields = [("grant_type", "authorization_code"), ("code", &*code)];
    assert_eq!(sell.exchange_as(&proof, &fields).await.status, 401);
    assert!(sell.is_live(&bystander).await);
    let gone = sell.get(page).await;
    assert_eq!(gone.status, 404);
    assert!(gone.body.contains("No application with this client id"));
}
