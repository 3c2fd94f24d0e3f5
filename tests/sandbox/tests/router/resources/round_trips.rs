//! List, show, create, update, delete: each resource in a line.

use axum::http::Method;
use serde_json::{Value, json};

use super::Api;

/// A resource that can be written: its path and type, what it is created of, and a change.
fn writable() -> Vec<(&'static str, &'static str, Value, Value)> {
    vec![
        (
            "contacts",
            "contact",
            json!({"last_name": "New"}),
            json!({"title": "Boss"}),
        ),
        (
            "leads",
            "lead",
            json!({"organization_name": "New"}),
            json!({"status": "Working"}),
        ),
        (
            "deals",
            "deal",
            json!({"name": "New", "contact_id": 200_001}),
            json!({"hot": true, "value": "12.50"}),
        ),
        (
            "notes",
            "note",
            json!({"resource_type": "deal", "resource_id": 300_001, "content": "New"}),
            json!({"content": "Newer"}),
        ),
        (
            "tasks",
            "task",
            json!({"content": "New"}),
            json!({"completed": true}),
        ),
        (
            "tags",
            "tag",
            json!({"name": "New", "resource_type": "lead"}),
            json!({"name": "Newer"}),
        ),
        (
            "calls",
            "call",
            json!({"duration": 5, "phone_number": "+1", "associated_deal_ids": [300_001]}),
            json!({"resource_type": "contact", "resource_id": 200_002}),
        ),
        (
            "sources",
            "source",
            json!({"name": "New"}),
            json!({"name": "Newer"}),
        ),
        (
            "lead_sources",
            "lead_source",
            json!({"name": "New"}),
            json!({"name": "Newer"}),
        ),
        (
            "deal_sources",
            "deal_source",
            json!({"name": "New"}),
            json!({"name": "Newer"}),
        ),
        (
            "loss_reasons",
            "loss_reason",
            json!({"name": "New"}),
            json!({"name": "Newer"}),
        ),
        (
            "deal_unqualified_reasons",
            "deal_unqualified_reason",
            json!({"name": "New"}),
            json!({"name": "Newer"}),
        ),
        (
            "products",
            "product",
            json!({"name": "New", "prices": [{"amount": 5, "currency": "EUR"}]}),
            json!({"active": false}),
        ),
        (
            "orders",
            "order",
            json!({"deal_id": 300_002}),
            json!({"discount": 50}),
        ),
    ]
}

#[tokio::test]
async fn what_can_be_written_is_created_listed_shown_changed_and_deleted() {
    let api = Api::new().await;
    for (name, kind, new, change) in writable() {
        let list = format!("/v2/{name}");
        let before = api.ids(&format!("{list}?per_page=100")).await.len();
        let created = api.create(&list, new.clone()).await;
        assert_eq!(created.status, 200, "{name}: {created:?}");
        assert_eq!(created.json()["meta"], json!({ "type": kind }));
        let id = created.json()["data"]["id"].as_i64().unwrap();
        let path = format!("{list}/{id}");

        let shown = api.get(&path).await.json();
        assert_eq!(shown, created.json(), "{name}");
        let ids = api.ids(&format!("{list}?per_page=100")).await;
        assert_eq!((ids.len(), ids.contains(&id)), (before + 1, true), "{name}");

        let changed = api.send(Method::PUT, &path, change.clone()).await;
        assert_eq!(changed.status, 200, "{name}: {changed:?}");
        for (field, value) in change.as_object().unwrap() {
            assert_eq!(&changed.json()["data"][field], value, "{name} {field}");
        }
        assert_eq!(api.get(&path).await.json(), changed.json(), "{name}");
        let item = api.get(&format!("{list}?ids={id}")).await.json();
        assert_eq!(
            item["items"][0]["meta"],
            json!({"type": kind, "version": 2})
        );

        let deleted = api.delete(&path).await;
        assert_eq!((deleted.status, deleted.body.as_str()), (204, ""), "{name}");
        assert_eq!(api.get(&path).await.status, 404, "{name}");
        assert_eq!(api.delete(&path).await.status, 404, "{name}");
        let gone = api.send(Method::PUT, &path, change).await;
        assert_eq!(gone.status, 404, "{name}");
        assert_eq!(
            api.ids(&format!("{list}?per_page=100")).await.len(),
            before,
            "{name}"
        );
    }
}

#[tokio::test]
async fn the_id_of_a_deleted_record_is_not_given_again() {
    let api = Api::new().await;
    let create = async || {
        let created = api.create("/v2/tasks", json!({"content": "x"})).await;
        created.json()["data"]["id"].as_i64().unwrap()
    };
    let first = create().await;
    api.delete(&format!("/v2/tasks/{first}")).await;
    assert_eq!(create().await, first + 1);
}

#[tokio::test]
async fn what_can_only_be_read_is_listed_and_shown() {
    let api = Api::new().await;
    for (path, kind, count, one) in [
        ("users", "user", 8, Some(70123)),
        ("text_messages", "text_message", 4, Some(530_001)),
        ("call_outcomes", "call_outcome", 4, None),
        ("visits", "visit", 3, None),
        ("visit_outcomes", "visit_outcome", 3, None),
        ("collaborations", "collaboration", 3, None),
        ("pipelines", "pipeline", 2, None),
        ("stages", "stage", 11, None),
        (
            "lead_unqualified_reasons",
            "lead_unqualified_reason",
            3,
            None,
        ),
        ("lead_statuses", "lead_status", 4, None),
        ("lead/industries", "industry", 7, None),
        ("contact/industries", "industry", 7, None),
        ("lead/custom_fields", "custom_field", 3, None),
        ("contact/custom_fields", "custom_field", 3, None),
        ("deal/custom_fields", "custom_field", 3, None),
        ("sequences", "sequence", 2, None),
        ("sequence_enrollments", "sequence_enrollment", 3, None),
        ("lead_conversions", "lead_conversion", 2, None),
    ] {
        let list = api.get(&format!("/v2/{path}")).await.json();
        assert_eq!(list["meta"]["count"], count, "{path}");
        assert_eq!(
            list["items"][0]["meta"],
            json!({"type": kind, "version": 1})
        );
        if let Some(id) = one {
            let shown = api.get(&format!("/v2/{path}/{id}")).await.json();
            assert_eq!(shown["meta"], json!({ "type": kind }));
            assert_eq!(shown["data"]["id"], id);
        }
        let refused = api
            .send(Method::PUT, &format!("/v2/{path}"), json!({}))
            .await;
        assert_eq!(
            (refused.status, &*refused.error()),
            (405, "method_not_allowed"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_contacts_of_a_deal_are_listed_added_and_removed() {
    let api = Api::new().await;
    let path = "/v2/deals/300001/associated_contacts";
    assert_eq!(api.all(path, "contact_id").await, [200_023]);
    let added = api
        .create(path, json!({"contact_id": 200_014}))
        .await
        .json();
    assert_eq!(added["meta"], json!({"type": "associated_contact"}));
    assert_eq!(added["data"]["role"], "involved");
    assert_eq!(added["data"].get("id"), None, "it is known by its contact");
    assert_eq!(api.all(path, "contact_id").await, [200_014, 200_023]);
    let other = "/v2/deals/300002/associated_contacts";
    assert_eq!(
        api.all(other, "contact_id").await,
        [200_023],
        "each deal has its own"
    );
    let twice = api.create(path, json!({"contact_id": 200_014})).await;
    assert_eq!(
        super::problems(&twice),
        super::one("already_exists", "/contact_id")
    );
    assert_eq!(
        api.create(other, json!({"contact_id": 200_014}))
            .await
            .status,
        200
    );
    assert_eq!(api.delete(&format!("{path}/200014")).await.status, 204);
    assert_eq!(api.delete(&format!("{path}/200014")).await.status, 404);
    for (path, status) in [
        ("/v2/deals/1/associated_contacts", 404),
        ("/v2/deals/x/associated_contacts", 404),
        ("/v2/deals/300001/associated_contacts/200023", 405),
    ] {
        assert_eq!(api.get(path).await.status, status, "{path}");
    }
}

#[tokio::test]
async fn a_deal_includes_its_contacts_when_asked() {
    let api = Api::new().await;
    let deal = api
        .record("/v2/deals/300001?includes=associated_contacts")
        .await;
    let items = deal["associated_contacts"]["items"].as_array().unwrap();
    assert_eq!(items[0]["data"]["contact_id"], 200_023);
    let list = api
        .get("/v2/deals?includes=associated_contacts&ids=300002")
        .await
        .json();
    let inside = &list["items"][0]["data"]["associated_contacts"];
    assert_eq!(inside["meta"]["count"], 1);
    assert_eq!(
        api.record("/v2/deals/300001")
            .await
            .get("associated_contacts"),
        None
    );
    for path in [
        "/v2/deals?includes=notes",
        "/v2/contacts?includes=associated_contacts",
    ] {
        assert_eq!(api.get(path).await.error(), "invalid_param", "{path}");
    }
}

#[tokio::test]
async fn a_line_item_repeats_the_product_and_cannot_be_changed() {
    let api = Api::new().await;
    let path = "/v2/orders/610001/line_items";
    let new = json!({"product_id": 600_001, "currency": "USD", "quantity": 2, "variation": "-10"});
    let created = api.create(path, new).await.json();
    let item = &created["data"];
    assert_eq!(
        (&item["name"], &item["sku"]),
        (&json!("Centrifugal pump CP-40"), &json!("CP-40"))
    );
    assert_eq!(
        (&item["price"], &item["value"]),
        (&json!("2050.00"), &json!("1845.00"))
    );
    let one = format!("{path}/{}", item["id"]);
    assert_eq!(api.record(&one).await, *item);
    let refused = api.send(Method::PUT, &one, json!({"quantity": 3})).await;
    assert_eq!(refused.status, 405);
    let elsewhere = one.replace("610001", "610002");
    assert_eq!(
        api.get(&elsewhere).await.status,
        404,
        "an item of another order"
    );
    assert_eq!(api.delete(&elsewhere).await.status, 404);
    let self_link = &api.get(path).await.json()["meta"]["links"]["self"];
    assert!(
        self_link
            .as_str()
            .unwrap()
            .contains("/v2/orders/610001/line_items?page=1")
    );
    assert_eq!(api.delete(&one).await.status, 204);
    for (data, code, field) in [
        (
            json!({"currency": "EUR", "quantity": 1}),
            "missing",
            "/product_id",
        ),
        (
            json!({"product_id": 600_001, "currency": "NOK", "quantity": 1}),
            "incorrect_value",
            "/currency",
        ),
        (
            json!({"product_id": 600_001, "currency": "EUR", "quantity": 0}),
            "incorrect_value",
            "/quantity",
        ),
    ] {
        let answer = api.create(path, data).await;
        assert_eq!(super::problems(&answer), super::one(code, field));
    }
}

#[tokio::test]
async fn a_document_is_downloaded_from_its_address_for_ninety_minutes() {
    let api = Api::new().await;
    let document = api.record("/v2/documents/550001").await;
    let url = document["download_url"].as_str().unwrap();
    let path = url.strip_prefix(crate::support::BASE).unwrap();
    let downloaded = api.sell.get(path).await;
    assert_eq!(downloaded.status, 200, "{downloaded:?}");
    assert!(downloaded.body.starts_with("Price list 2026.pdf"));
    for other in [
        path.replace("550001", "550002"),
        path.replace("signature=", "signature=0"),
    ] {
        assert_eq!(api.sell.get(&other).await.status, 404, "{other}");
    }
    api.sell.sandbox.advance_clock(90 * 60 - 5);
    assert_eq!(api.sell.get(path).await.status, 200);
    api.sell.sandbox.advance_clock(10);
    assert_eq!(api.sell.get(path).await.status, 404);
}
