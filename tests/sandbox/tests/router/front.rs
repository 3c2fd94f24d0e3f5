//! The front page, and the description for programs.

use axum::http::Method;
use sell_sandbox::Switches;
use serde_json::json;

use crate::support::Sell;

/// The rows of the table below the heading with this id, as text.
fn rows(page: &str, heading: &str) -> Vec<String> {
    let section = page.split_once(&format!("<h2 id=\"{heading}\"")).unwrap().1;
    let section = section.split_once("</section>").unwrap().0;
    section
        .split("<tr>")
        .skip(2)
        .map(|row| row.replace("<code>", "").replace("</code>", ""))
        .collect()
}

#[tokio::test]
async fn the_front_page_lists_users_applications_and_switches() {
    let sell = Sell::new();
    sell.set("cors", "off");
    let page = sell.get("/").await.body;
    assert!(
        rows(&page, "users")
            .iter()
            .any(|row| row.contains("tomasz@example.test"))
    );
    let clients = rows(&page, "clients");
    assert!(clients.iter().any(|row| row.contains("other-app")));
    assert!(
        clients
            .iter()
            .any(|row| row.contains("http://127.0.0.1:8080/callback.html"))
    );
    let switches = rows(&page, "switches");
    assert_eq!(switches.len(), Switches::catalogue().len());
    for (row, info) in switches.iter().zip(Switches::catalogue()) {
        assert!(row.contains(info.name), "{row}");
    }
    assert!(
        switches[0].contains("<strong>off</strong></td><td data-column=\"Default\">full</td>"),
        "the value now and the default: {}",
        switches[0]
    );
    assert!(!page.contains("argon2"));
}

#[tokio::test]
async fn the_front_page_lists_every_described_path_with_its_methods() {
    let sell = Sell::new();
    let page = sell.get("/").await.body;
    let listed: Vec<_> = ["server", "api", "pages"]
        .iter()
        .flat_map(|heading| rows(&page, heading))
        .collect();
    let description = sell.get("/openapi.json").await.json();
    let paths = description["paths"].as_object().unwrap();
    assert_eq!(listed.len(), paths.len());
    for (path, methods) in paths {
        let start = format!("<th scope=\"row\">{path}</th><td data-column=\"Methods\">");
        let row = listed
            .iter()
            .find_map(|row| row.strip_prefix(&start))
            .unwrap();
        let told = row.split_once("</td>").unwrap().0;
        let mut told: Vec<_> = told.split(", ").map(str::to_ascii_lowercase).collect();
        told.sort_unstable();
        assert_eq!(
            told,
            methods
                .as_object()
                .unwrap()
                .keys()
                .cloned()
                .collect::<Vec<_>>()
        );
    }
}

#[tokio::test]
async fn the_front_page_lists_every_control_path() {
    let sell = Sell::new();
    let page = sell.get("/").await.body;
    let index = sell.control(Method::GET, "/", json!({})).await.json();
    let listed = rows(&page, "control");
    assert_eq!(listed.len(), index.as_object().unwrap().len());
    for path in index.as_object().unwrap().keys() {
        assert!(
            listed.iter().any(|row| row.contains(&format!(">{path}<"))),
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_front_page_leads_to_a_token() {
    let sell = Sell::new();
    let page = sell.get("/").await.body;
    assert!(page.contains("curl -s http://127.0.0.1:4001/tokens"));
    let link = page.split_once("href=\"/oauth2/authorize?").unwrap().1;
    let query = link.split_once('"').unwrap().0.replace("&amp;", "&");
    sell.sign_in().await;
    let answer = sell.get(&format!("/oauth2/authorize?{query}")).await;
    assert_eq!(answer.status, 200);
    assert!(
        answer.body.contains("name=\"decision\""),
        "the consent page"
    );
}

#[tokio::test]
async fn the_description_is_json_of_openapi_3_1() {
    let answer = Sell::new().get("/openapi.json").await;
    assert_eq!(
        answer.header("content-type"),
        Some("application/json; charset=utf-8")
    );
    let description = answer.json();
    assert_eq!(description["openapi"], "3.1.0");
    let create = &description["paths"]["/v2/deals"]["post"];
    assert_eq!(create["security"][0]["token"][0], "write");
    let data =
        &create["requestBody"]["content"]["application/json"]["schema"]["properties"]["data"];
    assert_eq!(data["required"], json!(["name", "contact_id"]));
    assert_eq!(data["properties"].get("id"), None, "the server sets it");
    let deal = &description["components"]["schemas"]["Deal"];
    assert_eq!(deal["properties"]["value"]["type"][0], "string");
}

#[tokio::test]
async fn every_link_within_the_front_page_leads_somewhere() {
    let sell = Sell::new();
    let page = sell.get("/").await.body;
    let targets: Vec<&str> = page
        .split("href=\"#")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!(targets.len() > 5, "{targets:?}");
    for target in targets {
        assert!(page.contains(&format!("<h2 id=\"{target}\"")), "{target}");
    }
}
