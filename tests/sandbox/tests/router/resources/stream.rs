//! The Firehose.

use axum::http::Method;
use serde_json::{Value, json};

use super::Api;

async fn poll(api: &Api, resource: &str, position: &str) -> Value {
    let answer = api
        .get(&format!("/v3/{resource}/stream?position={position}"))
        .await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()
}

#[tokio::test]
async fn a_stream_tells_every_change_in_its_order() {
    let api = Api::new().await;
    assert_eq!(
        poll(&api, "notes", "tail").await["items"],
        json!([]),
        "the seed is no event"
    );
    let data = json!({"resource_type": "deal", "resource_id": 300_001, "content": "a"});
    let note = api.create("/v2/notes", data).await.json()["data"].clone();
    let path = format!("/v2/notes/{}", note["id"]);
    api.send(Method::PUT, &path, json!({"content": "b"})).await;
    api.delete(&path).await;
    let stream = poll(&api, "notes", "tail").await;
    let told: Vec<_> = stream["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (&item["meta"]["event_type"], &item["meta"]["sequence"]))
        .map(|(event_type, sequence)| (event_type.as_str().unwrap(), sequence.as_i64().unwrap()))
        .collect();
    assert_eq!(told, [("created", 1), ("updated", 2), ("deleted", 2)]);
    assert_eq!(stream["items"][0]["data"], note);
    assert_eq!(stream["items"][1]["data"]["content"], "b");
    assert_eq!(stream["items"][1]["meta"]["previous"]["content"], "a");
    assert_eq!(
        stream["items"][1]["meta"]["previous"].get("creator_id"),
        None,
        "only what changed"
    );
    assert_eq!(stream["items"][0]["meta"]["event_cause"], "interaction");
    assert_eq!(stream["items"][0]["meta"]["type"], "note");
    assert_eq!(stream["meta"]["top"], true);

    let top = poll(&api, "notes", "top").await;
    assert_eq!(top["items"], json!([]));
    let position = top["meta"]["position"].as_str().unwrap().to_owned();
    api.delete("/v2/notes/500001").await;
    let later = poll(&api, "notes", &position).await;
    assert_eq!(later["items"][0]["data"]["id"], 500_001);
}

#[tokio::test]
async fn what_follows_from_a_change_is_told_as_the_work_of_the_system() {
    let api = Api::new().await;
    api.delete("/v2/deals/300001").await;
    let orders = poll(&api, "orders", "tail").await;
    assert_eq!(orders["items"][0]["meta"]["event_cause"], "system");
    let items = poll(&api, "line_items", "tail").await;
    assert_eq!(items["meta"]["count"], 2);
}

#[tokio::test]
async fn a_stream_comes_in_pages_that_end_at_the_top() {
    let api = Api::new().await;
    for number in 0..5 {
        api.create("/v2/tasks", json!({ "content": number.to_string() }))
            .await;
    }
    let mut position = "tail".to_owned();
    let mut seen = Vec::new();
    for (count, top) in [(2, false), (2, false), (1, true), (0, true)] {
        let page = poll(&api, "tasks", &format!("{position}&limit=2")).await;
        assert_eq!(
            (&page["meta"]["count"], &page["meta"]["top"]),
            (&json!(count), &json!(top))
        );
        position = page["meta"]["position"].as_str().unwrap().to_owned();
        let items = page["items"].as_array().unwrap();
        seen.extend(
            items
                .iter()
                .map(|item| item["data"]["content"].as_str().unwrap().to_owned()),
        );
    }
    assert_eq!(seen, ["0", "1", "2", "3", "4"]);
}

#[tokio::test]
async fn a_position_that_is_wrong_is_refused() {
    let api = Api::new().await;
    for query in [
        "",
        "?position=",
        "?position=p99",
        "?position=x",
        "?position=top&limit=101",
        "?position=top&x=1",
    ] {
        let answer = api.get(&format!("/v3/deals/stream{query}")).await;
        assert_eq!(
            (answer.status, &*answer.error()),
            (400, "invalid_param"),
            "{query}"
        );
    }
    assert_eq!(
        api.get("/v3/pipelines/stream?position=top").await.status,
        404
    );
}
