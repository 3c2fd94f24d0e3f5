//! What fields must be, and what follows from them.

use axum::http::Method;
use serde_json::{Value, json};

use super::{Api, one, problems};

/// A resource, what is created of it, and the code and the field of the error.
const WRONG: &[(&str, &str, &str, &str)] = &[
    (
        "contacts",
        r#"{"last_name": "x", "shoe": 1}"#,
        "unknown",
        "/shoe",
    ),
    (
        "contacts",
        r#"{"last_name": "x", "customer_status": "rich"}"#,
        "incorrect_value",
        "/customer_status",
    ),
    (
        "contacts",
        r#"{"last_name": "x", "address": {"planet": "x"}}"#,
        "unknown",
        "/address/planet",
    ),
    (
        "contacts",
        r#"{"last_name": "x", "address": {"city": 1}}"#,
        "invalid_type",
        "/address/city",
    ),
    (
        "contacts",
        r#"{"last_name": "x", "tags": ["a", 1]}"#,
        "invalid_type",
        "/tags/1",
    ),
    (
        "contacts",
        r#"{"last_name": "x", "contact_id": 200002}"#,
        "incorrect_value",
        "/contact_id",
    ),
    (
        "contacts",
        r#"{"last_name": "x", "custom_fields": {"Shoe": 1}}"#,
        "unknown",
        "/custom_fields/Shoe",
    ),
    (
        "contacts",
        r#"{"last_name": "x", "custom_fields": {"Languages": ["Latin"]}}"#,
        "incorrect_value",
        "/custom_fields/Languages/0",
    ),
    (
        "contacts",
        r#"{"last_name": "x", "custom_fields": {"Credit limit": "much"}}"#,
        "invalid_type",
        "/custom_fields/Credit limit",
    ),
    (
        "contacts",
        r#"{"last_name": "x", "owner_id": 1}"#,
        "incorrect_value",
        "/owner_id",
    ),
    ("leads", "{}", "missing", "/last_name"),
    ("leads", r#"{"last_name": " "}"#, "blank", "/last_name"),
    (
        "leads",
        r#"{"last_name": "x", "status": "Odd"}"#,
        "incorrect_value",
        "/status",
    ),
    (
        "leads",
        r#"{"last_name": "x", "source_id": 9201}"#,
        "incorrect_value",
        "/source_id",
    ),
    (
        "deals",
        r#"{"name": "x", "contact_id": 200001, "stage_id": 1}"#,
        "incorrect_value",
        "/stage_id",
    ),
    (
        "deals",
        r#"{"name": "x", "contact_id": 200001, "currency": "euro"}"#,
        "incorrect_value",
        "/currency",
    ),
    (
        "deals",
        r#"{"name": "x", "contact_id": 200001, "estimated_close_date": "2026-02-30"}"#,
        "incorrect_value",
        "/estimated_close_date",
    ),
    (
        "deals",
        r#"{"name": "x", "contact_id": 200001, "customized_win_likelihood": 101}"#,
        "incorrect_value",
        "/customized_win_likelihood",
    ),
    (
        "deals",
        r#"{"name": "x", "contact_id": 200001, "added_at": "today"}"#,
        "incorrect_value",
        "/added_at",
    ),
    (
        "notes",
        r#"{"resource_type": "deal", "resource_id": 1, "content": "x"}"#,
        "incorrect_value",
        "/resource_id",
    ),
    (
        "notes",
        r#"{"resource_type": "user", "resource_id": 70123, "content": "x"}"#,
        "incorrect_value",
        "/resource_type",
    ),
    (
        "notes",
        r#"{"resource_type": "deal", "resource_id": 300001}"#,
        "missing",
        "/content",
    ),
    (
        "tasks",
        r#"{"content": "x", "resource_id": 300001}"#,
        "missing",
        "/resource_type",
    ),
    (
        "tasks",
        r#"{"content": "x", "resource_type": "deal"}"#,
        "missing",
        "/resource_id",
    ),
    (
        "tasks",
        r#"{"content": "x", "resource_type": "lead", "resource_id": 300001}"#,
        "incorrect_value",
        "/resource_id",
    ),
    (
        "calls",
        r#"{"duration": 1, "phone_number": "1", "outcome_id": 1}"#,
        "incorrect_value",
        "/outcome_id",
    ),
    (
        "calls",
        r#"{"duration": 1, "phone_number": "1", "associated_deal_ids": [300001, 7]}"#,
        "incorrect_value",
        "/associated_deal_ids/1",
    ),
    ("tags", r#"{"name": "x"}"#, "missing", "/resource_type"),
    (
        "tags",
        r#"{"name": "RENEWAL", "resource_type": "deal"}"#,
        "already_exists",
        "/name",
    ),
    (
        "loss_reasons",
        r#"{"name": "price"}"#,
        "already_exists",
        "/name",
    ),
    (
        "sources",
        r#"{"name": "Tender"}"#,
        "already_exists",
        "/name",
    ),
    (
        "products",
        r#"{"name": "x", "sku": "CP-40"}"#,
        "already_exists",
        "/sku",
    ),
    (
        "products",
        r#"{"name": "x", "prices": [{"amount": "1"}]}"#,
        "incorrect_value",
        "/prices",
    ),
    (
        "products",
        r#"{"name": "x", "prices": {}}"#,
        "invalid_type",
        "/prices",
    ),
    (
        "orders",
        r#"{"deal_id": 300001}"#,
        "already_exists",
        "/deal_id",
    ),
    (
        "orders",
        r#"{"deal_id": 300002, "discount": 101}"#,
        "incorrect_value",
        "/discount",
    ),
    ("lead_conversions", "{}", "missing", "/lead_id"),
    (
        "lead_conversions",
        r#"{"lead_id": 1}"#,
        "incorrect_value",
        "/lead_id",
    ),
    (
        "sequence_enrollments",
        r#"{"sequence_id": 700001, "resource_type": "lead", "resource_id": 400003}"#,
        "already_exists",
        "/sequence_id",
    ),
];

#[tokio::test]
async fn each_field_that_is_wrong_is_named_with_its_code() {
    let api = Api::new().await;
    for (path, data, code, field) in WRONG {
        let new: Value = serde_json::from_str(data).unwrap();
        let answer = api.create(&format!("/v2/{path}"), new).await;
        assert_eq!(problems(&answer), one(code, field), "{path} {data}");
    }
}

#[tokio::test]
async fn nothing_is_stored_of_a_record_that_is_refused() {
    let api = Api::new().await;
    let before = api.ids("/v2/tags").await;
    let data = json!({"last_name": "x", "tags": ["brand new"], "owner_id": 1});
    assert_eq!(api.create("/v2/contacts", data).await.status, 422);
    assert_eq!(api.ids("/v2/tags").await, before);
    let stream = api.get("/v3/contacts/stream?position=tail").await.json();
    assert_eq!(stream["items"], json!([]));
}

#[tokio::test]
async fn a_name_may_be_kept_but_not_taken() {
    let api = Api::new().await;
    let rename = async |name: &str| {
        let data = json!({ "name": name });
        api.send(Method::PUT, "/v2/loss_reasons/9001", data).await
    };
    assert_eq!(rename("Price").await.status, 200);
    assert_eq!(rename("PRICE").await.status, 200);
    assert_eq!(
        problems(&rename("Competitor").await),
        one("already_exists", "/name")
    );
    let tag = json!({"name": "renewal", "resource_type": "lead"});
    assert_eq!(
        api.create("/v2/tags", tag).await.status,
        200,
        "another kind of record"
    );
}

#[tokio::test]
async fn a_new_deal_starts_in_the_first_stage_and_in_the_currency_of_the_account() {
    let api = Api::new().await;
    let data = json!({"name": "x", "contact_id": 200_002});
    let deal = api.create("/v2/deals", data).await.json()["data"].clone();
    assert_eq!(
        (&deal["stage_id"], &deal["currency"]),
        (&json!(8001), &json!("EUR"))
    );
    assert_eq!(deal["organization_id"], 200_001, "the contact's");
    assert_eq!(deal["value"], "0");
    let address = format!("dropbox+{}@example.test", deal["id"]);
    assert_eq!(deal["dropbox_email"], address);
}

#[tokio::test]
async fn a_deal_remembers_when_it_moved_and_by_whom() {
    let api = Api::new().await;
    let path = "/v2/deals/300001";
    let before = api.record(path).await;
    let renamed = api
        .send(Method::PUT, path, json!({"name": "Other"}))
        .await
        .json();
    assert_eq!(
        renamed["data"]["last_stage_change_at"],
        before["last_stage_change_at"]
    );
    let moved = api
        .send(Method::PUT, path, json!({"stage_id": 8004}))
        .await
        .json();
    assert_ne!(
        moved["data"]["last_stage_change_at"],
        before["last_stage_change_at"]
    );
    assert_eq!(moved["data"]["last_stage_change_by_id"], 70123);
}

#[tokio::test]
async fn a_task_remembers_when_it_was_completed() {
    let api = Api::new().await;
    let complete = async |completed: bool| {
        let data = json!({ "completed": completed });
        api.send(Method::PUT, "/v2/tasks/510001", data).await.json()["data"].clone()
    };
    assert!(complete(true).await["completed_at"].is_string());
    assert_eq!(complete(false).await["completed_at"], Value::Null);
}

#[tokio::test]
async fn custom_fields_are_changed_one_by_one_and_addresses_as_a_whole() {
    let api = Api::new().await;
    let path = "/v2/contacts/200001";
    let data = json!({
        "custom_fields": {"Languages": ["Dutch"], "Credit limit": 7},
        "address": {"city": "Delft"},
    });
    let changed = api.send(Method::PUT, path, data).await.json();
    assert_eq!(
        changed["data"]["custom_fields"],
        json!({"Supplier number": "NL-0417", "Languages": ["Dutch"], "Credit limit": "7"})
    );
    assert_eq!(changed["data"]["address"]["city"], "Delft");
    assert_eq!(changed["data"]["address"]["line1"], Value::Null);
}

#[tokio::test]
async fn a_tag_that_is_given_to_a_record_is_listed_from_then_on() {
    let api = Api::new().await;
    let data = json!({"last_name": "x", "tags": ["brand new", "KEY ACCOUNT"]});
    assert_eq!(api.create("/v2/contacts", data).await.status, 200);
    assert_eq!(
        api.all("/v2/tags?name=brand%20new", "resource_type").await,
        ["contact"]
    );
    assert_eq!(
        api.ids("/v2/tags?name=KEY%20ACCOUNT").await,
        [0; 0],
        "it was there already"
    );
}
