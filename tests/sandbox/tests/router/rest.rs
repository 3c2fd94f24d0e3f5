//! Reading by the REST API: envelopes, scopes, paging, sorting, headers.

use axum::body::Body;
use axum::http::Method;
use axum::http::header::{ACCEPT, USER_AGENT};
use serde_json::json;

use crate::support::{BASE, Sell};

#[tokio::test]
async fn the_account_and_the_user_are_single_envelopes() {
    let sell = Sell::new();
    let token = sell.token("profile").await;
    let account = sell.api("/v2/accounts/self", &token).await.json();
    assert_eq!(account["meta"], json!({"type": "account"}));
    assert_eq!(account["data"]["name"], "Example Sales Ltd");
    let user = sell.api("/v2/users/self", &token).await.json();
    assert_eq!(user["meta"], json!({"type": "user"}));
    assert_eq!(user["data"]["email"], "ada@example.test");
    assert_eq!(
        sell.api("/v2/users/70124", &token).await.json()["data"]["name"],
        "Tomasz Wzorcowy"
    );
}

#[tokio::test]
async fn a_configured_demo_user_has_the_configured_address() {
    let config = sell_sandbox::Config {
        user: "eve@example.test".to_owned(),
        ..Sell::config()
    };
    let sell = Sell::open(config);
    let token = sell.token("profile").await;
    let user = sell.api("/v2/users/self", &token).await.json();
    assert_eq!(user["data"]["email"], "eve@example.test");
}

#[tokio::test]
async fn a_list_is_a_collection_of_single_envelopes() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    let deals = sell.api("/v2/deals", &token).await.json();
    assert_eq!(deals["meta"]["type"], "collection");
    assert_eq!(deals["meta"]["count"], 20);
    assert_eq!(
        deals["meta"]["links"],
        json!({"self": format!("{BASE}/v2/deals?page=1&per_page=25")})
    );
    assert_eq!(
        deals["items"][0]["meta"],
        json!({"type": "deal", "version": 1})
    );
    assert_eq!(
        deals["items"][0]["data"]["value"], "18400.00",
        "money is a text"
    );
}

#[tokio::test]
async fn pages_link_to_their_neighbours() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    let middle = sell
        .api("/v2/contacts?page=2&per_page=10", &token)
        .await
        .json();
    let link = |page| json!(format!("{BASE}/v2/contacts?page={page}&per_page=10"));
    assert_eq!(
        middle["meta"]["links"],
        json!({
            "self": link(2), "first_page": link(1), "prev_page": link(1), "next_page": link(3),
        })
    );
    let last = sell
        .api("/v2/contacts?page=3&per_page=10", &token)
        .await
        .json();
    assert_eq!(last["meta"]["count"], 5);
    assert_eq!(last["meta"]["links"].get("next_page"), None);
    let beyond = sell.api("/v2/contacts?page=4&per_page=10", &token).await;
    assert_eq!((beyond.status, &beyond.json()["items"]), (200, &json!([])));
}

#[tokio::test]
async fn a_page_that_ends_exactly_has_no_next_one() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    let page = sell
        .api("/v2/contacts?page=5&per_page=5", &token)
        .await
        .json();
    assert_eq!(page["meta"]["count"], 5);
    assert_eq!(page["meta"]["links"].get("next_page"), None);
}

#[tokio::test]
async fn lists_are_sorted_and_filtered_and_their_links_remember_it() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    let first = async |path: &str| {
        let body = sell.api(path, &token).await.json();
        body["items"][0]["data"]["id"].as_i64().unwrap()
    };
    assert_eq!(
        first("/v2/deals?sort_by=value:desc").await,
        300_018,
        "as numbers, not as texts"
    );
    assert_eq!(first("/v2/deals?sort_by=value").await, 300_012);
    assert_eq!(first("/v2/deals?sort_by=name:asc").await, 300_015);
    let some = sell
        .api(
            "/v2/deals?ids=300003,300001,1&per_page=1&sort_by=id:desc",
            &token,
        )
        .await;
    let some = some.json();
    assert_eq!(some["items"][0]["data"]["id"], 300_003);
    let next = some["meta"]["links"]["next_page"].as_str().unwrap();
    let next = sell
        .api(next.strip_prefix(BASE).unwrap(), &token)
        .await
        .json();
    assert_eq!(next["items"][0]["data"]["id"], 300_001);
}

#[tokio::test]
async fn a_parameter_that_is_unknown_repeated_or_out_of_range_is_invalid() {
    let sell = Sell::with(&[("rate_limit.per_second", "1000")]);
    let token = sell.token("read profile").await;
    for path in [
        "/v2/users/self?unknown=param",
        "/v2/accounts/self?_=1",
        "/v2/users/70123?x",
        "/v2/deals?limit=3",
        "/v2/deals/300001?page=1",
        "/v2/deals?page=0",
        "/v2/deals?page=-1",
        "/v2/deals?page=one",
        "/v2/deals?page=1&page=2",
        "/v2/deals?per_page=101",
        "/v2/deals?page=99999999999",
        "/v2/deals?sort_by=value:up",
        "/v2/deals?sort_by=password",
        "/v2/deals?sort_by=id);DROP%20TABLE%20records",
        "/v2/deals?ids=1,two",
    ] {
        let answer = sell.api(path, &token).await;
        assert_eq!(
            (answer.status, answer.error().as_str()),
            (400, "invalid_param"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn each_scope_opens_what_it_should_and_nothing_else() {
    let sell = Sell::new();
    for (scope, open, closed) in [
        ("read", "/v2/contacts", "/v2/users/self"),
        ("read", "/v2/deals/300001", "/v2/accounts/self"),
        ("profile", "/v2/users", "/v2/deals"),
        ("profile", "/v2/accounts/self", "/v2/contacts/200001"),
    ] {
        let token = sell.token(scope).await;
        assert_eq!(sell.api(open, &token).await.status, 200, "{scope} {open}");
        let answer = sell.api(closed, &token).await;
        assert_eq!(
            (answer.status, answer.error().as_str()),
            (403, "insufficient_scope"),
            "{scope} {closed}"
        );
    }
    for scope in ["write", "sync"] {
        let token = sell.token(scope).await;
        assert_eq!(
            sell.api("/v2/deals", &token).await.status,
            403,
            "{scope} does not read"
        );
    }
}

#[tokio::test]
async fn a_missing_scope_is_named_in_the_challenge() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    let answer = sell.api("/v2/users/self", &token).await;
    assert_eq!(
        answer.header("www-authenticate"),
        Some("Bearer realm=\"sell-sandbox\", error=\"insufficient_scope\", scope=\"profile\"")
    );
    sell.set("www_authenticate", "off");
    assert_eq!(
        sell.api("/v2/users/self", &token)
            .await
            .header("www-authenticate"),
        None
    );
}

#[tokio::test]
async fn a_token_that_is_missing_unknown_expired_or_revoked_has_one_code() {
    let sell = Sell::new();
    let expired = sell.token_for(json!({"ttl": 0})).await;
    let revoked = sell.token("read").await;
    sell.control(Method::POST, "/tokens/revoke", json!({"token": revoked}))
        .await;
    for token in [expired.as_str(), revoked.as_str(), "unknown", "a b"] {
        let answer = sell.api("/v2/deals", token).await;
        assert_eq!(
            (answer.status, answer.error().as_str()),
            (401, "unauthorized"),
            "{token}"
        );
    }
    let good = sell.token("read").await;
    for path in [
        "/v2/deals".to_owned(),
        format!("/v2/deals?access_token={good}"),
    ] {
        assert_eq!(sell.get(&path).await.status, 401, "{path}");
    }
}

#[tokio::test]
async fn the_error_envelope_has_the_documented_shape() {
    let answer = Sell::new().get("/v2/deals").await;
    let more_info =
        json!({"more_info": "https://developers.getbase.com/docs/rest/articles/errors"});
    assert_eq!(
        answer.json(),
        json!({
            "errors": [{
                "error": {
                    "code": "unauthorized",
                    "message": "request is unauthorized",
                    "details":
                        "Required access token is missing, malformed, expired, or invalid.",
                },
                "meta": {"type": "error", "links": more_info},
            }],
            "meta": {
                "type": "errors",
                "http_status": "401 Unauthorized",
                "logref": answer.header("x-request-id").unwrap(),
                "links": more_info,
            },
        })
    );
}

#[tokio::test]
async fn what_does_not_exist_is_not_found() {
    let sell = Sell::new();
    let token = sell.token("read profile").await;
    for path in [
        "/v2/deals/1",
        "/v2/deals/one",
        "/v2/deals/99999999999999999999",
        "/v2/users/1",
        "/v2/account",
        "/v2/leads/1/x",
        "/.well-known/oauth-authorization-server",
        "/.well-known/openid-configuration",
    ] {
        let answer = sell.api(path, &token).await;
        assert_eq!(
            (answer.status, answer.error().as_str()),
            (404, "not_found"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_method_that_is_not_there_names_those_that_are() {
    let sell = Sell::new();
    let token = sell.token("read write profile").await;
    for (method, path, allow) in [
        (Method::PATCH, "/v2/deals/300001", "GET,HEAD,PUT,DELETE"),
        (Method::POST, "/v2/users", "GET,HEAD"),
        (Method::DELETE, "/v2/users/70124", "GET,HEAD"),
    ] {
        let request = sell
            .bearer(method, path, &token)
            .body(Body::empty())
            .unwrap();
        let answer = sell.send(request).await;
        assert_eq!(
            (answer.status, answer.header("allow")),
            (405, Some(allow)),
            "{path}"
        );
        assert_eq!(answer.error(), "method_not_allowed");
    }
}

#[tokio::test]
async fn only_json_is_acceptable() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    for (accept, status) in [
        ("application/json", 200),
        ("text/html, */*;q=0.5", 200),
        ("text/html", 406),
        ("application/json;q=0", 406),
    ] {
        let mut request = sell
            .bearer(Method::GET, "/v2/deals", &token)
            .body(Body::empty())
            .unwrap();
        request
            .headers_mut()
            .insert(ACCEPT, accept.parse().unwrap());
        assert_eq!(sell.send(request).await.status, status, "{accept}");
    }
}

#[tokio::test]
async fn a_request_without_a_user_agent_is_refused() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    let mut request = sell
        .bearer(Method::GET, "/v2/deals", &token)
        .body(Body::empty())
        .unwrap();
    request.headers_mut().remove(USER_AGENT);
    let answer = sell.send(request).await;
    assert_eq!(
        (answer.status, answer.error().as_str()),
        (400, "invalid_user_agent")
    );
}

#[tokio::test]
async fn head_answers_as_get_without_a_body() {
    let sell = Sell::new();
    let token = sell.token("read").await;
    let request = sell
        .bearer(Method::HEAD, "/v2/deals", &token)
        .body(Body::empty())
        .unwrap();
    let answer = sell.send(request).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, ""));
}
