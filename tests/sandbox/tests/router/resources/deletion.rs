//! What a deleted record takes with it, and what it leaves behind.

use serde_json::{Value, json};

use super::Api;

#[tokio::test]
async fn a_deal_takes_its_order_its_contacts_and_its_notes_along() {
    let api = Api::new().await;
    assert_eq!(api.delete("/v2/deals/300001").await.status, 204);
    for path in [
        "/v2/deals/300001/associated_contacts",
        "/v2/orders/610001",
        "/v2/orders/610001/line_items/620001",
        "/v2/notes/500001",
        "/v2/tasks/510001",
        "/v2/documents/550001",
    ] {
        assert_eq!(api.get(path).await.status, 404, "{path}");
    }
    assert_eq!(
        api.get("/v2/contacts/200002").await.status,
        200,
        "the contact stays"
    );
    assert_eq!(
        api.get("/v2/orders/610002").await.status,
        200,
        "other orders stay"
    );
}

#[tokio::test]
async fn an_organization_takes_its_deals_along_and_is_forgotten_by_its_people() {
    let api = Api::new().await;
    assert_eq!(api.delete("/v2/contacts/200001").await.status, 204);
    let person = api.record("/v2/contacts/200002").await;
    assert_eq!(person["contact_id"], Value::Null);
    let branch = api.record("/v2/contacts/200022").await;
    assert_eq!(branch["parent_organization_id"], Value::Null);
    let deal = api.record("/v2/deals/300001").await;
    assert_eq!(
        deal["organization_id"],
        Value::Null,
        "it belongs to the person"
    );
    assert_eq!(api.delete("/v2/contacts/200002").await.status, 204);
    assert_eq!(api.get("/v2/deals/300001").await.status, 404);
    assert_eq!(api.get("/v2/orders/610001").await.status, 404);
}

#[tokio::test]
async fn a_contact_leaves_the_deals_it_only_takes_part_in() {
    let api = Api::new().await;
    assert_eq!(api.delete("/v2/contacts/200015").await.status, 204);
    let contacts = api
        .all("/v2/deals/300013/associated_contacts", "contact_id")
        .await;
    assert_eq!(contacts, [0; 0]);
    assert_eq!(api.get("/v2/deals/300013").await.status, 200);
}

#[tokio::test]
async fn a_tag_leaves_the_records_it_was_given_to() {
    let api = Api::new().await;
    let id = api.ids("/v2/tags?name=renewal&resource_type=deal").await[0];
    assert_eq!(
        api.record("/v2/deals/300001").await["tags"],
        json!(["renewal"])
    );
    assert_eq!(api.delete(&format!("/v2/tags/{id}")).await.status, 204);
    for deal in [300_001, 300_004, 300_013] {
        assert_eq!(
            api.record(&format!("/v2/deals/{deal}")).await["tags"],
            json!([])
        );
    }
    let fleet = api.ids("/v2/tags?name=fleet&resource_type=lead").await[0];
    api.delete(&format!("/v2/tags/{fleet}")).await;
    let contact = api.record("/v2/contacts/200009").await;
    assert_eq!(
        contact["tags"],
        json!(["fleet"]),
        "the tag of another kind of record stays"
    );
}

#[tokio::test]
async fn a_reason_and_a_source_are_forgotten() {
    let api = Api::new().await;
    for (path, record, field) in [
        (
            "/v2/loss_reasons/9001",
            "/v2/deals/300007",
            "loss_reason_id",
        ),
        ("/v2/deal_sources/9201", "/v2/deals/300001", "source_id"),
        (
            "/v2/deal_unqualified_reasons/9302",
            "/v2/deals/300020",
            "unqualified_reason_id",
        ),
        ("/v2/lead_sources/9102", "/v2/leads/400002", "source_id"),
    ] {
        let before = api.record(record).await;
        assert!(before[field].is_i64(), "{record}");
        assert_eq!(api.delete(path).await.status, 204, "{path}");
        let after = api.record(record).await;
        assert_eq!(after[field], Value::Null, "{record}");
        assert_ne!(after["updated_at"], before["updated_at"]);
    }
}

#[tokio::test]
async fn only_an_administrator_deletes_a_product_and_line_items_stay() {
    let api = Api::new().await;
    let order = json!({"scope": "write", "user": "tomasz@example.test"});
    let token = api.sell.token_for(order).await;
    let request = api
        .sell
        .bearer(axum::http::Method::DELETE, "/v2/products/600001", &token);
    let refused = api
        .sell
        .send(request.body(axum::body::Body::empty()).unwrap())
        .await;
    assert_eq!((refused.status, &*refused.error()), (403, "forbidden"));
    assert_eq!(
        refused.header("www-authenticate"),
        None,
        "no scope would help"
    );
    assert_eq!(api.delete("/v2/products/600001").await.status, 204);
    let item = api.record("/v2/orders/610001/line_items/620001").await;
    assert_eq!(item["name"], "Centrifugal pump CP-40");
}
