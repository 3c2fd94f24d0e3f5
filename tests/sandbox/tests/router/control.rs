//! The control endpoint.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::http::{Method, Request};
use sell_sandbox::Switches;
use serde_json::{Value, json};

use crate::support::{CALLBACK, Sell, asking, call};

#[tokio::test]
async fn the_switches_are_shown_and_take_back_what_they_show() {
    let sell = Sell::new();
    let shown = sell
        .control(Method::GET, "/switches", json!({}))
        .await
        .json();
    assert_eq!(
        shown.as_object().unwrap().len(),
        Switches::catalogue().len()
    );
    assert_eq!(shown["cors"], "full");
    let answer = sell
        .control(Method::PATCH, "/switches", shown.clone())
        .await;
    assert_eq!((answer.status, answer.json()), (200, shown));
}

#[tokio::test]
async fn a_change_is_seen_by_the_next_request_and_numbers_and_booleans_are_understood() {
    let sell = Sell::new();
    let change = json!({"token.ttl": 5, "www_authenticate": false, "token_info.shape": "dk4"});
    let answer = sell.control(Method::PATCH, "/switches", change).await;
    assert_eq!(answer.json()["www_authenticate"], "off");
    let token = sell.token("read").await;
    let info = sell.api("/oauth2/token/info", &token).await.json();
    assert_eq!(info["expires_in_seconds"], 5);
    assert_eq!(sell.get("/v2/deals").await.header("www-authenticate"), None);
}

#[tokio::test]
async fn a_wrong_name_or_value_changes_nothing_and_lists_what_is_right() {
    let sell = Sell::new();
    for (change, allowed) in [
        (json!({"cors": "off", "nonsense": "on"}), "token.ttl"),
        (json!({"cors": "sometimes"}), "support-like"),
        (json!({"cors": null}), "full"),
        (json!({"cors": ["off"]}), "full"),
    ] {
        let answer = sell.control(Method::PATCH, "/switches", change).await;
        assert_eq!(answer.status, 400);
        assert!(
            answer.json()["error"]
                .as_str()
                .unwrap()
                .contains("expected")
        );
        assert!(
            answer.json()["allowed"]
                .as_array()
                .unwrap()
                .contains(&json!(allowed))
        );
        assert_eq!(sell.sandbox.switches(), Switches::default());
    }
}

#[tokio::test]
async fn the_catalogue_explains_every_switch() {
    let sell = Sell::new();
    let catalogue = sell
        .control(Method::GET, "/switches/catalogue", json!({}))
        .await
        .json();
    for entry in catalogue.as_array().unwrap() {
        assert!(!entry["help"].as_str().unwrap().is_empty(), "{entry}");
        assert!(!entry["allowed"].as_array().unwrap().is_empty(), "{entry}");
        assert_eq!(entry["value"], entry["default"]);
    }
}

#[tokio::test]
async fn a_token_is_made_for_any_client_user_scope_and_life() {
    let sell = Sell::new();
    let order = json!({
        "client_id": "other-app", "user": "tomasz@example.test", "scope": "profile", "ttl": 9,
    });
    let made = sell.control(Method::POST, "/tokens", order).await.json();
    assert_eq!(
        (&made["expires_in"], &made["scope"]),
        (&json!(9), &json!("profile"))
    );
    let token = made["access_token"].as_str().unwrap();
    let me = sell.api("/v2/users/self", token).await.json();
    assert_eq!(me["data"]["name"], "Tomasz Wzorcowy");
    let endless = sell
        .control(Method::POST, "/tokens", json!({"ttl": "never"}))
        .await
        .json();
    assert_eq!(endless["expires_in"], Value::Null);
}

#[tokio::test]
async fn every_kind_of_token_is_made() {
    let sell = Sell::new();
    let (access, refresh) = sell.pair("read").await;
    assert_eq!(sell.api("/v2/deals", &access).await.status, 200);
    assert_eq!(sell.refresh(&refresh).await.status, 200);
    let order = json!({"kind": "personal", "note": "For a test"});
    let made = sell.control(Method::POST, "/tokens", order).await.json();
    assert_eq!(
        (&made["client_id"], &made["expires_in"], &made["scope"]),
        (
            &Value::Null,
            &Value::Null,
            &json!("read write profile sync")
        )
    );
    assert_eq!(made.get("refresh_token"), None);
    let short = sell.token_for(json!({"kind": "personal", "ttl": 0})).await;
    assert_eq!(sell.api("/v2/deals", &short).await.status, 401);
}

#[tokio::test]
async fn an_order_for_a_token_that_makes_no_sense_is_refused() {
    let sell = Sell::new();
    for order in [
        json!({"client_id": "nobody"}),
        json!({"user": "nobody@example.test"}),
        json!({"scope": "everything"}),
        json!({"ttl": -1}),
        json!({"ttl": "soon"}),
        json!({"skope": "read"}),
        json!({"kind": "refresh"}),
        json!({"kind": "personal", "client_id": "other-app"}),
        json!({"note": "for a personal token only"}),
        json!([]),
    ] {
        let answer = sell.control(Method::POST, "/tokens", order.clone()).await;
        assert_eq!(answer.status, 400, "{order}");
    }
}

#[tokio::test]
async fn a_token_is_ended_behind_the_clients_back() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    let answer = sell
        .control(Method::POST, "/tokens/revoke", json!({"token": token}))
        .await;
    assert_eq!(answer.status, 204);
    assert_eq!(sell.api("/v2/deals", &token).await.status, 401);
    let unknown = sell
        .control(Method::POST, "/tokens/revoke", json!({"token": "x"}))
        .await;
    assert_eq!(unknown.status, 404);
}

#[tokio::test]
async fn a_client_is_registered_and_replaced() {
    let sell = Sell::new();
    let registration = json!({
        "client_id": "mine", "name": "Mine", "redirect_uris": [CALLBACK], "scope": "read",
        "client_secret": "s3cret",
    });
    let answer = sell
        .control(Method::POST, "/clients", registration.clone())
        .await;
    assert_eq!(
        (answer.status, &answer.json()["client_secret"]),
        (200, &json!("s3cret"))
    );
    sell.sign_in().await;
    let query = asking("read").replace("sell-elements-demo", "mine");
    assert_eq!(sell.decide(&query, &["read"], "allow").await.status, 303);
    let mut other = registration;
    other["redirect_uris"] = json!(["https://elsewhere.example/"]);
    sell.control(Method::POST, "/clients", other).await;
    assert_eq!(
        sell.get(&format!("/oauth2/authorize?{query}")).await.status,
        400
    );
}

#[tokio::test]
async fn a_redirect_uri_that_may_not_be_registered_is_refused() {
    let sell = Sell::new();
    for uri in [
        "javascript:alert(1)",
        "http://app.example/",
        "https://a.example/#x",
        "/cb",
    ] {
        let registration = json!({"client_id": "c", "name": "C", "redirect_uris": [uri]});
        let answer = sell.control(Method::POST, "/clients", registration).await;
        assert_eq!(answer.status, 400, "{uri}");
        assert!(answer.json()["error"].as_str().unwrap().contains(uri));
    }
}

#[tokio::test]
async fn the_journal_lists_requests_without_their_secrets() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    sell.api("/v2/deals", &token).await;
    sell.get(&format!("/oauth2/token/info?access_token={token}"))
        .await;
    sell.grant("read").await;
    let journal = sell.control(Method::GET, "/requests", json!({})).await;
    assert!(!journal.body.contains(&token));
    assert!(!journal.body.contains("st-1") && !journal.body.contains("sandbox\""));
    let journal = journal.json();
    assert_eq!(
        journal["requests"][0],
        json!({
            "method": "GET", "path": "/v2/deals", "status": 200, "has_authorization": true,
            "has_query": false, "origin": null,
        })
    );
    assert_eq!(journal["requests"][1]["has_query"], true);
    assert_eq!(
        sell.control(Method::DELETE, "/requests", json!({}))
            .await
            .status,
        204
    );
    let empty = sell
        .control(Method::GET, "/requests", json!({}))
        .await
        .json();
    assert_eq!(empty, json!({"requests": []}));
}

#[tokio::test]
async fn the_journal_is_bounded() {
    let sell = Sell::new();
    for _ in 0..1005 {
        sell.get("/assets/icon.svg").await;
    }
    sell.get("/login").await;
    let journal = sell
        .control(Method::GET, "/requests", json!({}))
        .await
        .json();
    let requests = journal["requests"].as_array().unwrap();
    assert_eq!(requests.len(), 1000);
    assert_eq!(requests[999]["path"], "/login");
    assert_eq!(requests[999]["status"], 200);
}

#[tokio::test]
async fn long_paths_and_origins_are_cut_in_the_journal() {
    let sell = Sell::new();
    let long = "x".repeat(5000);
    let builder = sell.request(Method::GET, &format!("/{long}"));
    let request = builder.header("origin", &long).body(Body::empty()).unwrap();
    assert_eq!(sell.send(request).await.status, 404);
    let journal = sell
        .control(Method::GET, "/requests", json!({}))
        .await
        .json();
    for name in ["path", "origin"] {
        assert_eq!(
            journal["requests"][0][name].as_str().unwrap().len(),
            200,
            "{name}"
        );
    }
}

#[tokio::test]
async fn the_clock_moves_forward_and_tells_how_far() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    let moved = sell
        .control(Method::POST, "/clock", json!({"advance": 3600}))
        .await
        .json();
    assert_eq!(moved, json!({"offset": 3600}));
    assert_eq!(sell.api("/v2/deals", &token).await.status, 401);
    let shown = sell.control(Method::GET, "/clock", json!({})).await.json();
    assert_eq!(shown, moved);
    for bad in [json!({"advance": -1}), json!({}), json!({"back": 1})] {
        assert_eq!(sell.control(Method::POST, "/clock", bad).await.status, 400);
    }
}

#[tokio::test]
async fn a_reset_brings_back_the_start() {
    let sell = Sell::new();
    sell.sign_in().await;
    let token = sell.token("read write").await;
    let body = json!({"data": {"name": "Changed"}});
    sell.api_with(Method::PUT, "/v2/deals/300001", &token, body)
        .await;
    sell.set("cors", "off");
    sell.sandbox.advance_clock(10);
    sell.control(Method::POST, "/faults", json!({"path": "/login"}))
        .await;
    assert_eq!(
        sell.control(Method::POST, "/reset", json!({})).await.status,
        204
    );
    assert_eq!(sell.sandbox.switches(), Switches::default());
    assert_eq!(sell.api("/v2/deals", &token).await.status, 401);
    assert!(!sell.get("/").await.body.contains("Signed in as"));
    assert_eq!(sell.get("/login").await.status, 200);
    let token = sell.token("read").await;
    let deal = sell.api("/v2/deals/300001", &token).await.json();
    assert_eq!(deal["data"]["name"], "Spare parts contract 2026");
    let clock = sell.control(Method::GET, "/clock", json!({})).await.json();
    assert_eq!(clock, json!({"offset": 0}));
}

#[tokio::test]
async fn web_pages_and_bodies_of_another_type_are_refused() {
    let sell = Sell::new();
    let request = |name: &str, value: &str| {
        let builder = Request::builder().method(Method::POST).uri("/reset");
        let builder = builder.header(HOST, "127.0.0.1:4001").header(name, value);
        builder.body(Body::empty()).unwrap()
    };
    for (name, value) in [
        ("origin", "http://127.0.0.1:8080"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
    ] {
        let answer = call(sell.sandbox.control_router(), request(name, value)).await;
        assert_eq!(answer.status, 403, "{name}: {value}");
    }
    let own = call(
        sell.sandbox.control_router(),
        request("sec-fetch-site", "none"),
    )
    .await;
    assert_eq!(own.status, 204);
    let text = Request::builder()
        .method(Method::PATCH)
        .uri("/switches")
        .header(HOST, "127.0.0.1")
        .header(CONTENT_TYPE, "text/plain")
        .body(Body::from("{}"))
        .unwrap();
    assert_eq!(call(sell.sandbox.control_router(), text).await.status, 400);
}

#[tokio::test]
async fn unknown_paths_and_methods_list_the_right_ones_and_each_of_those_exists() {
    let sell = Sell::new();
    let answer = sell.control(Method::GET, "/nowhere", json!({})).await;
    assert_eq!(answer.status, 404);
    for entry in answer.json()["allowed"].as_array().unwrap() {
        let (method, path) = entry.as_str().unwrap().split_once(' ').unwrap();
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let status = sell.control(method, path, json!({})).await.status;
        assert!(![404, 405].contains(&status), "{entry}");
    }
    assert_eq!(
        sell.control(Method::PUT, "/switches", json!({}))
            .await
            .status,
        405
    );
    assert_eq!(sell.control(Method::GET, "/", json!({})).await.status, 200);
}

#[tokio::test]
async fn the_site_has_no_control_paths() {
    let sell = Sell::new();
    for path in [
        "/switches",
        "/reset",
        "/tokens",
        "/requests",
        "/faults",
        "/clock",
    ] {
        assert_eq!(sell.get(path).await.status, 404, "{path}");
    }
}
