//! The Search API.

use axum::http::Method;
use serde_json::{Value, json};

use super::Api;
use crate::support::Answer;

async fn search(api: &Api, resource: &str, data: Value) -> Answer {
    let body = json!({"items": [{ "data": data }]});
    let path = format!("/v3/{resource}/search");
    api.sell
        .api_with(Method::POST, &path, &api.token, body)
        .await
}

async fn found(api: &Api, resource: &str, filter: Value) -> Vec<i64> {
    let answer = search(api, resource, json!({"query": { "filter": filter }})).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let body = answer.json();
    let items = body["items"][0]["items"].as_array().unwrap().iter();
    items
        .map(|item| item["data"]["id"].as_i64().unwrap())
        .collect()
}

fn is(name: &str, parameter: &Value) -> Value {
    json!({"filter": {"attribute": { "name": name }, "parameter": parameter}})
}

#[tokio::test]
async fn a_search_shows_ids_and_versions_unless_asked_for_more() {
    let api = Api::new().await;
    let answer = search(&api, "contacts", json!({"per_page": 2}))
        .await
        .json();
    let first = &answer["items"][0];
    assert_eq!(first["successful"], true);
    assert_eq!(
        first["items"][0],
        json!({"data": {"id": 200_001, "version": 1}, "meta": {"type": "contact"}})
    );
    assert_eq!(
        (&first["meta"]["count"], &first["meta"]["total_count"]),
        (&json!(2), &json!(25))
    );
    let projection = json!([{"name": "display_name"}, {"name": "contact:9911"}]);
    let answer = search(
        &api,
        "contacts",
        json!({"query": {"projection": projection}}),
    )
    .await
    .json();
    let data = &answer["items"][0]["items"][0]["data"];
    assert_eq!(data["display_name"], "Polder Pumps B.V.");
    assert_eq!(data["contact:9911"], "NL-0417");
}

#[tokio::test]
async fn filters_compare_and_are_joined() {
    let api = Api::new().await;
    let hot = is("hot", &json!({"eq": true}));
    let large = is(
        "decimal_value",
        &json!({"range": {"gte": 20000, "lt": 100_000}}),
    );
    let stages = is("stage_id", &json!({"any": [8001, 8003]}));
    assert_eq!(
        found(&api, "deals", json!({"and": [hot, large]})).await,
        [300_013]
    );
    let either = json!({"or": [is("id", &json!({"eq": 300_020})), {"and": [hot, stages]}]});
    assert_eq!(
        found(&api, "deals", either).await,
        [300_001, 300_005, 300_013, 300_020]
    );
    let before = is("added_at", &json!({"range": {"lt": "2024-01-01"}}));
    assert_eq!(found(&api, "deals", before).await, [300_008]);
    let name = is("last_name", &json!({"eq": "proefma"}));
    assert_eq!(found(&api, "leads", name).await, [400_001]);
    let none = is("last_name", &json!({"eq": null}));
    assert_eq!(found(&api, "leads", none).await, [400_004]);
    let custom = is("deal:9922", &json!({"eq": "30 days"}));
    assert_eq!(found(&api, "deals", custom).await, [300_001]);
}

#[tokio::test]
async fn results_are_sorted_and_go_on_from_the_cursor() {
    let api = Api::new().await;
    let sort = json!([{"attribute": {"name": "decimal_value"}, "order": "descending"}]);
    let page = async |cursor: Value| {
        let mut data = json!({"per_page": 12, "query": { "sort": sort }});
        if cursor.is_string() {
            data["cursor"] = cursor;
        }
        search(&api, "deals", data).await.json()["items"][0].clone()
    };
    let first = page(Value::Null).await;
    assert_eq!(first["items"][0]["data"]["id"], 300_018);
    let second = page(first["meta"]["links"]["next_page"].clone()).await;
    assert_eq!(second["meta"]["count"], 8);
    assert_eq!(second["meta"]["links"], json!({}), "that was all");
}

#[tokio::test]
async fn several_searches_are_answered_at_once() {
    let api = Api::new().await;
    let body = json!({"items": [{"data": {"per_page": 1}}, {"data": {"per_page": 2}}]});
    let path = "/v3/leads/search";
    let answer = api
        .sell
        .api_with(Method::POST, path, &api.token, body)
        .await
        .json();
    let counts = [0, 1].map(|index: usize| answer["items"][index]["meta"]["count"].clone());
    assert_eq!(counts, [1, 2]);
}

#[tokio::test]
async fn a_search_that_cannot_be_read_is_incorrect() {
    let api = Api::new().await;
    let mut deep = is("hot", &json!({"eq": true}));
    for _ in 0..9 {
        deep = json!({"and": [deep]});
    }
    for data in [
        json!([]),
        json!({"per_page": 0}),
        json!({"per_page": 1001}),
        json!({"cursor": "x"}),
        json!({"query": {"projection": {}}}),
        json!({"query": {"projection": ["name"]}}),
        json!({"query": {"projection": [{"name": "password"}]}}),
        json!({"query": {"projection": [{"name": "contact:9911"}]}}),
        json!({"query": {"sort": [{"attribute": {"name": "id"}, "order": "up"}]}}),
        json!({"query": {"filter": {}}}),
        json!({"query": {"filter": {"nor": []}}}),
        json!({"query": {"filter": is("hot", &json!({"like": "x"}))}}),
        json!({"query": {"filter": is("hot", &json!({"eq": [1]}))}}),
        json!({"query": {"filter": is("hot", &json!({"range": {"above": 1}}))}}),
        json!({"query": {"filter": is("x') OR 1 --", &json!({"eq": 1}))}}),
        json!({"query": {"filter": deep}}),
    ] {
        let answer = search(&api, "deals", data.clone()).await;
        assert_eq!(
            (answer.status, &*answer.error()),
            (422, "incorrect_payload"),
            "{data}"
        );
    }
    for body in [
        json!({}),
        json!({"items": []}),
        json!({"items": vec![json!({"data": {}}); 11]}),
    ] {
        let answer = api
            .sell
            .api_with(Method::POST, "/v3/deals/search", &api.token, body)
            .await;
        assert_eq!(answer.error(), "incorrect_payload");
    }
}

#[tokio::test]
async fn custom_fields_have_names_for_searches() {
    let api = Api::new().await;
    for (resource, first) in [
        ("leads", "lead:9901"),
        ("contacts", "contact:9911"),
        ("deals", "deal:9921"),
    ] {
        let answer = api
            .get(&format!("/v3/{resource}/custom_fields"))
            .await
            .json();
        assert_eq!(answer["items"][0]["data"]["search_api_id"], first);
        assert!(answer["items"][0]["data"]["id"].is_string());
    }
    let writer = api.sell.token("write").await;
    for (method, path) in [
        (Method::POST, "/v3/deals/search"),
        (Method::GET, "/v3/deals/custom_fields"),
    ] {
        let body = json!({"items": [{"data": {}}]});
        let answer = api.sell.api_with(method, path, &writer, body).await;
        assert_eq!(answer.error(), "insufficient_scope", "searching is reading");
    }
}
