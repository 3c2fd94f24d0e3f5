//! The Sync API.

use axum::body::Body;
use axum::http::Method;
use axum::http::header::CONTENT_TYPE;
use serde_json::{Value, json};

use super::Api;
use crate::support::Answer;

const DEVICE: &str = "3d4f2a1c-made-up";

async fn call(api: &Api, method: Method, path: &str, device: &str, body: &str) -> Answer {
    let request = api.sell.bearer(method, path, &api.token);
    let request = request.header("X-Basecrm-Device-UUID", device);
    let request = request.header(CONTENT_TYPE, "application/json");
    api.sell
        .send(request.body(Body::from(body.to_owned())).unwrap())
        .await
}

async fn start(api: &Api, device: &str) -> Answer {
    call(api, Method::POST, "/v2/sync/start", device, "").await
}

/// Every item of the session's queue.
async fn drain(api: &Api, session: &Answer) -> Vec<Value> {
    assert_eq!(session.status, 201, "{session:?}");
    let id = session.json()["data"]["id"].as_str().unwrap().to_owned();
    let path = format!("/v2/sync/{id}/queues/main");
    let mut items = Vec::new();
    loop {
        let page = call(api, Method::GET, &path, DEVICE, "").await;
        if page.status == 204 {
            return items;
        }
        assert_eq!(page.status, 200, "{page:?}");
        items.extend(page.json()["items"].as_array().unwrap().clone());
    }
}

async fn acknowledge(api: &Api, items: &[Value]) -> Answer {
    let keys: Vec<_> = items
        .iter()
        .map(|item| &item["meta"]["sync"]["ack_key"])
        .collect();
    let body = json!({"data": { "ack_keys": keys }}).to_string();
    call(api, Method::POST, "/v2/sync/ack", DEVICE, &body).await
}

fn item<'a>(items: &'a [Value], kind: &str, id: i64) -> &'a Value {
    let is_it = |item: &&Value| item["meta"]["type"] == kind && item["data"]["id"] == id;
    items.iter().find(is_it).unwrap()
}

#[tokio::test]
async fn a_device_fetches_everything_once_and_then_what_changed() {
    let api = Api::new().await;
    let session = start(&api, DEVICE).await;
    let body = session.json();
    assert_eq!(body["meta"]["type"], "sync_session");
    let queue = &body["data"]["queues"][0];
    assert_eq!(
        (&queue["data"]["name"], &queue["meta"]["type"]),
        (&json!("main"), &json!("sync_queue"))
    );
    let items = drain(&api, &session).await;
    assert_eq!(queue["data"]["total_count"], items.len());
    assert!(queue["data"]["pages"].as_u64().unwrap() > 1, "{queue}");
    assert_eq!(
        item(&items, "account", 501)["data"]["name"],
        "Example Sales Ltd"
    );
    let deal = item(&items, "deal", 300_001);
    assert_eq!(deal["meta"]["sync"]["event_type"], "created");
    assert_eq!(acknowledge(&api, &items).await.status, 202);
    assert_eq!(
        start(&api, DEVICE).await.status,
        204,
        "there is nothing more"
    );

    api.send(Method::PUT, "/v2/deals/300001", json!({"name": "Other"}))
        .await;
    api.delete("/v2/tasks/510009").await;
    let items = drain(&api, &start(&api, DEVICE).await).await;
    assert_eq!(items.len(), 2);
    let deal = item(&items, "deal", 300_001);
    assert_eq!(deal["meta"]["sync"]["event_type"], "updated");
    assert_eq!(deal["meta"]["sync"]["revision"], 2);
    assert_eq!(deal["data"]["name"], "Other");
    let task = item(&items, "task", 510_009);
    assert_eq!(task["meta"]["sync"]["event_type"], "deleted");
    acknowledge(&api, &items).await;
    assert_eq!(start(&api, DEVICE).await.status, 204);
}

#[tokio::test]
async fn what_is_not_acknowledged_comes_again_in_the_next_session() {
    let api = Api::new().await;
    let all = drain(&api, &start(&api, DEVICE).await).await;
    acknowledge(&api, &all[1..]).await;
    let again = drain(&api, &start(&api, DEVICE).await).await;
    assert_eq!(again, all[..1]);
    assert_eq!(
        start(&api, "another device").await.status,
        201,
        "it has nothing yet"
    );
}

#[tokio::test]
async fn a_session_belongs_to_its_device_and_ends_with_the_next() {
    let api = Api::new().await;
    let first = start(&api, DEVICE).await.json()["data"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = format!("/v2/sync/{first}/queues/main");
    let other = call(&api, Method::GET, &path, "another device", "").await;
    assert_eq!(other.status, 404);
    let queue = format!("/v2/sync/{first}/queues/side");
    assert_eq!(
        call(&api, Method::GET, &queue, DEVICE, "").await.status,
        404
    );
    start(&api, DEVICE).await;
    assert_eq!(call(&api, Method::GET, &path, DEVICE, "").await.status, 404);
}

#[tokio::test]
async fn synchronization_needs_a_device_its_scope_and_keys_of_its_own() {
    let api = Api::new().await;
    let request = api.sell.bearer(Method::POST, "/v2/sync/start", &api.token);
    let answer = api.sell.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!((answer.status, &*answer.error()), (400, "invalid_header"));
    for device in [" ", &"x".repeat(65)] {
        assert_eq!(start(&api, device).await.error(), "invalid_header");
    }
    start(&api, DEVICE).await;
    for body in [
        json!({"data": {}}),
        json!({"data": {"ack_keys": "deals-300001-1"}}),
        json!({"data": {"ack_keys": ["nonsense"]}}),
        json!({"data": {"ack_keys": ["secrets-1-1"]}}),
        json!({"ack_keys": []}),
    ] {
        let answer = call(
            &api,
            Method::POST,
            "/v2/sync/ack",
            DEVICE,
            &body.to_string(),
        )
        .await;
        assert_eq!(
            (answer.status, &*answer.error()),
            (422, "incorrect_payload"),
            "{body}"
        );
    }
    let good = json!({"data": {"ack_keys": ["deals-300001-1"]}}).to_string();
    let answer = call(&api, Method::POST, "/v2/sync/ack", "never seen", &good).await;
    assert_eq!(answer.status, 404);
    let reader = api.sell.token("read write profile").await;
    let api = Api {
        token: reader,
        ..api
    };
    assert_eq!(start(&api, DEVICE).await.error(), "insufficient_scope");
}
