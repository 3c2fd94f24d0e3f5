//! `POST …/upsert`: change what a filter finds, or create.

use axum::http::Method;
use serde_json::json;

use super::{Api, one, problems};

#[tokio::test]
async fn an_upsert_changes_the_record_it_finds_and_creates_one_when_there_is_none() {
    let api = Api::new().await;
    for (path, filter, found, change, new) in [
        (
            "contacts",
            "email=marieke@polder-pumps.test",
            200_002,
            json!({"title": "CEO"}),
            json!({"last_name": "N"}),
        ),
        (
            "leads",
            "last_name=Proefma",
            400_001,
            json!({"title": "CEO"}),
            json!({"last_name": "N"}),
        ),
        (
            "deals",
            "custom_fields[Reference]=PP-2026-1",
            300_001,
            json!({"hot": false}),
            json!({"name": "N", "contact_id": 200_001}),
        ),
    ] {
        let url = format!("/v2/{path}/upsert?{filter}");
        let answer = api.create(&url, change.clone()).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        assert_eq!(answer.json()["data"]["id"], found);
        let (field, value) = change.as_object().unwrap().iter().next().unwrap();
        let record = api.record(&format!("/v2/{path}/{found}")).await;
        assert_eq!(&record[field], value);
        let url = format!("{url}x");
        let created = api.create(&url, new).await;
        assert_eq!(created.status, 200, "{created:?}");
        let id = created.json()["data"]["id"].as_i64().unwrap();
        assert!(id > found && api.ids(&format!("/v2/{path}?ids={id}")).await == [id]);
    }
}

#[tokio::test]
async fn an_upsert_needs_a_filter_that_finds_at_most_one() {
    let api = Api::new().await;
    for query in [
        "",
        "?",
        "?email=",
        "?page=1",
        "?sort_by=id",
        "?shoe=1",
        "?is_organization=true",
    ] {
        let path = format!("/v2/contacts/upsert{query}");
        let answer = api.create(&path, json!({"last_name": "x"})).await;
        assert_eq!(
            (answer.status, &*answer.error()),
            (400, "invalid_param"),
            "{query}"
        );
    }
}

#[tokio::test]
async fn an_upsert_is_judged_as_a_creation_or_as_a_change() {
    let api = Api::new().await;
    let answer = api
        .create("/v2/contacts/upsert?email=none@x.test", json!({}))
        .await;
    assert_eq!(problems(&answer), one("missing", "/last_name"));
    let path = "/v2/contacts/upsert?email=marieke@polder-pumps.test";
    let answer = api.create(path, json!({"last_name": ""})).await;
    assert_eq!(problems(&answer), one("blank", "/last_name"));
    let reader = api.sell.token("read").await;
    let answer = api
        .sell
        .api_with(Method::POST, path, &reader, json!({"data": {}}))
        .await;
    assert_eq!(answer.error(), "insufficient_scope");
    assert_eq!(
        api.get("/v2/notes/upsert").await.status,
        404,
        "notes have no upsert"
    );
    assert_eq!(
        api.create("/v2/notes/upsert?q=x", json!({})).await.status,
        405
    );
}
