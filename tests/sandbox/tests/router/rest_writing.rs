//! Writing by the REST API: create, update, delete, and payloads that are refused.

use axum::body::Body;
use axum::http::Method;
use axum::http::header::CONTENT_TYPE;
use serde_json::{Value, json};

use crate::support::{Answer, Sell};

const ALL: &str = "read write profile";

async fn create(sell: &Sell, path: &str, data: Value) -> Answer {
    let token = sell.token(ALL).await;
    sell.api_with(Method::POST, path, &token, json!({ "data": data }))
        .await
}

/// Code and field of each error.
fn problems(answer: &Answer) -> Vec<(String, String)> {
    let text = |entry: &Value, name| entry["error"][name].as_str().unwrap().to_owned();
    let body = answer.json();
    let errors = body["errors"].as_array().unwrap();
    errors
        .iter()
        .map(|entry| (text(entry, "code"), text(entry, "field")))
        .collect()
}

#[tokio::test]
async fn a_contact_is_created_read_changed_and_deleted() {
    let sell = Sell::new();
    let token = sell.token(ALL).await;
    let payload = json!({
        "data": {"first_name": "Jo", "last_name": "New", "tags": ["a"]},
        "meta": {"type": "contact"},
    });
    let created = sell
        .api_with(Method::POST, "/v2/contacts", &token, payload)
        .await;
    assert_eq!(created.status, 200, "200 and not 201");
    let data = &created.json()["data"];
    assert_eq!(
        (&data["id"], &data["name"]),
        (&json!(200_026), &json!("Jo New"))
    );
    assert_eq!(data["creator_id"], 70123);
    assert_eq!(data["email"], Value::Null, "every field is there");
    assert_eq!(created.json()["meta"], json!({"type": "contact"}));

    let path = "/v2/contacts/200026";
    assert_eq!(sell.api(path, &token).await.json()["data"], *data);
    let change = json!({"data": {"last_name": "Newer"}});
    let changed = sell.api_with(Method::PUT, path, &token, change).await;
    assert_eq!(changed.status, 200);
    assert_eq!(changed.json()["data"]["name"], "Jo Newer");
    assert_eq!(
        changed.json()["data"]["tags"],
        json!(["a"]),
        "the rest stays"
    );
    let list = sell.api("/v2/contacts?ids=200026", &token).await.json();
    assert_eq!(list["items"][0]["meta"]["version"], 2);

    let request = || {
        sell.bearer(Method::DELETE, path, &token)
            .body(Body::empty())
            .unwrap()
    };
    let deleted = sell.send(request()).await;
    assert_eq!((deleted.status, deleted.body.as_str()), (204, ""));
    assert_eq!(sell.send(request()).await.status, 404);
    assert_eq!(sell.api(path, &token).await.status, 404);
}

#[tokio::test]
async fn an_update_moves_the_time_of_the_update_only() {
    let sell = Sell::new();
    let token = sell.token_for(json!({"ttl": 90_000})).await;
    let before = sell.api("/v2/deals/300001", &token).await.json();
    sell.sandbox.advance_clock(86_400);
    let change = json!({"data": {"hot": false}});
    let after = sell
        .api_with(Method::PUT, "/v2/deals/300001", &token, change)
        .await
        .json();
    assert_ne!(after["data"]["updated_at"], before["data"]["updated_at"]);
    assert_eq!(after["data"]["created_at"], before["data"]["created_at"]);
}

#[tokio::test]
async fn money_is_kept_as_text_whether_it_came_as_text_or_number() {
    let sell = Sell::new();
    for (value, kept) in [
        (json!("12.50"), "12.50"),
        (json!(7), "7"),
        (json!("-3"), "-3"),
    ] {
        let data = json!({"name": "D", "contact_id": 200_001, "value": value});
        assert_eq!(
            create(&sell, "/v2/deals", data).await.json()["data"]["value"],
            kept
        );
    }
}

#[tokio::test]
async fn what_was_read_can_be_written_back() {
    let sell = Sell::new();
    let token = sell.token(ALL).await;
    let deal = sell.api("/v2/deals/300002", &token).await.json();
    let answer = sell
        .api_with(Method::PUT, "/v2/deals/300002", &token, deal)
        .await;
    assert_eq!(answer.status, 200, "{answer:?}");
}

#[tokio::test]
async fn fields_that_are_fixed_cannot_be_set() {
    let sell = Sell::new();
    let token = sell.token(ALL).await;
    let change = json!({"data": {"id": 1, "creator_id": 70124, "created_at": "x"}});
    let answer = sell
        .api_with(Method::PUT, "/v2/deals/300002", &token, change)
        .await
        .json();
    assert_eq!(answer["data"]["id"], 300_002);
    assert_eq!(answer["data"]["creator_id"], 70123);
}

#[tokio::test]
async fn each_bad_field_is_an_error_of_its_own() {
    let data = json!({
        "name": 5, "contact_id": 1, "value": "many", "hot": "yes", "tags": {}, "a/b~c": 1,
    });
    let answer = create(&Sell::new(), "/v2/deals", data).await;
    assert_eq!(answer.status, 422);
    let mut found = problems(&answer);
    found.sort();
    let expected = [
        ("incorrect_value", "/contact_id"),
        ("invalid_type", "/hot"),
        ("invalid_type", "/name"),
        ("invalid_type", "/tags"),
        ("invalid_type", "/value"),
        ("unknown", "/a~1b~0c"),
    ];
    assert!(
        found
            .iter()
            .map(|(code, field)| (&**code, &**field))
            .eq(expected),
        "{found:?}"
    );
    assert_eq!(answer.json()["errors"][0]["error"]["resource"], "deal");
}

#[tokio::test]
async fn required_fields_are_missing_or_blank() {
    let sell = Sell::new();
    for (path, data, code, field) in [
        ("/v2/contacts", json!({}), "missing", "/last_name"),
        (
            "/v2/contacts",
            json!({"last_name": " "}),
            "blank",
            "/last_name",
        ),
        (
            "/v2/contacts",
            json!({"is_organization": true}),
            "missing",
            "/name",
        ),
        (
            "/v2/deals",
            json!({"contact_id": 200_001}),
            "missing",
            "/name",
        ),
        ("/v2/deals", json!({"name": "D"}), "missing", "/contact_id"),
    ] {
        let answer = create(&sell, path, data).await;
        assert_eq!(answer.status, 422, "{path}");
        assert_eq!(problems(&answer), [(code.to_owned(), field.to_owned())]);
    }
    let token = sell.token(ALL).await;
    let blank = json!({"data": {"name": null}});
    let answer = sell
        .api_with(Method::PUT, "/v2/deals/300001", &token, blank)
        .await;
    assert_eq!(
        problems(&answer),
        [("blank".to_owned(), "/name".to_owned())]
    );
}

#[tokio::test]
async fn a_payload_that_is_not_a_wrapped_object_is_refused() {
    let sell = Sell::new();
    let token = sell.token(ALL).await;
    for (body, status, code) in [
        ("", 400, "invalid_payload"),
        ("{", 400, "invalid_payload"),
        ("[]", 422, "incorrect_payload"),
        ("null", 422, "incorrect_payload"),
        ("{}", 422, "incorrect_payload"),
        (r#"{"data":[]}"#, 422, "incorrect_payload"),
        (
            r#"{"data":{"last_name":"x"},"meta":{"type":"deal"}}"#,
            422,
            "incorrect_payload",
        ),
    ] {
        let builder = sell.bearer(Method::POST, "/v2/contacts", &token);
        let builder = builder.header(CONTENT_TYPE, "application/json");
        let answer = sell.send(builder.body(Body::from(body)).unwrap()).await;
        assert_eq!(
            (answer.status, answer.error().as_str()),
            (status, code),
            "{body}"
        );
    }
}

#[tokio::test]
async fn a_payload_of_another_type_or_size_is_refused() {
    let sell = Sell::new();
    let token = sell.token(ALL).await;
    let post = |content_type: &str, body: String| {
        let builder = sell.bearer(Method::POST, "/v2/contacts", &token);
        builder
            .header(CONTENT_TYPE, content_type)
            .body(Body::from(body))
            .unwrap()
    };
    let answer = sell.send(post("text/plain", "{}".to_owned())).await;
    assert_eq!(
        (answer.status, answer.error().as_str()),
        (400, "invalid_header")
    );
    let answer = sell
        .send(post("application/json", " ".repeat(70_000)))
        .await;
    assert_eq!(answer.status, 413);
}

#[tokio::test]
async fn writing_needs_the_write_scope() {
    let sell = Sell::new();
    let token = sell.token("read profile").await;
    let data = json!({"data": {"last_name": "x"}});
    for (method, path) in [
        (Method::POST, "/v2/contacts"),
        (Method::PUT, "/v2/contacts/200001"),
        (Method::DELETE, "/v2/contacts/200001"),
    ] {
        let answer = sell
            .api_with(method.clone(), path, &token, data.clone())
            .await;
        assert_eq!(
            (answer.status, answer.error().as_str()),
            (403, "insufficient_scope")
        );
    }
    let writer = sell.token("write").await;
    let answer = sell
        .api_with(Method::POST, "/v2/contacts", &writer, data)
        .await;
    assert_eq!(answer.status, 200, "write is enough to write");
}

#[tokio::test]
async fn a_payload_for_a_record_that_is_not_there_is_not_found() {
    let sell = Sell::new();
    let token = sell.token(ALL).await;
    let answer = sell
        .api_with(Method::PUT, "/v2/deals/1", &token, json!({"nonsense": 1}))
        .await;
    assert_eq!(answer.status, 404);
}
