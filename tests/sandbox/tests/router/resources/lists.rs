//! Paging, sorting and filtering, resource by resource.

use serde_json::json;

use super::Api;

#[tokio::test]
async fn lists_are_narrowed_by_the_filters_of_their_resource() {
    let api = Api::new().await;
    for (path, count) in [
        ("/v2/users?role=admin", 2),
        ("/v2/users?confirmed=false", 1),
        ("/v2/users?email=ada@example.test", 1),
        ("/v2/contacts?contact_id=200001", 1),
        ("/v2/contacts?is_organization=true&owner_id=70123", 1),
        ("/v2/contacts?address[country]=NL", 1),
        ("/v2/contacts?custom_fields[Supplier+number]=GB-0033", 1),
        ("/v2/leads?status=New", 6),
        ("/v2/leads?custom_fields[Newsletter]=true", 1),
        ("/v2/leads?custom_fields[Budget]=40000", 1),
        ("/v2/deals?hot=true&stage_id=8003", 2),
        ("/v2/deals?value=42000", 1),
        ("/v2/deals?organization_id=200001", 2),
        ("/v2/deals?estimated_close_date=2026-01-31", 1),
        ("/v2/notes?q=PLANTS", 1),
        ("/v2/notes?resource_type=deal&resource_id=300001", 1),
        ("/v2/notes?q=%25", 0),
        ("/v2/tasks?type=floating", 2),
        ("/v2/tasks?type=related", 8),
        ("/v2/tasks?remind=true", 3),
        ("/v2/tasks?remind=false", 7),
        ("/v2/tasks?completed=true", 2),
        ("/v2/calls?resource_type=lead", 2),
        ("/v2/stages?pipeline_id=7002", 4),
        ("/v2/tags?name=renewal&resource_type=deal", 1),
        ("/v2/products?active=false", 1),
        ("/v2/orders?deal_id=300001", 1),
        ("/v2/orders/610001/line_items?quantity=10", 1),
        ("/v2/visits?resource_type=contact&resource_id=200001", 1),
        ("/v2/documents?resource_type=deal&resource_id=300001", 2),
        ("/v2/sequence_enrollments?status=active", 2),
    ] {
        let answer = api.get(path).await;
        assert_eq!(answer.status, 200, "{path}: {answer:?}");
        assert_eq!(answer.json()["meta"]["count"], count, "{path}");
    }
}

#[tokio::test]
async fn a_filter_that_is_unknown_or_cannot_be_is_invalid() {
    let api = Api::new().await;
    for path in [
        "/v2/stages?position=1",
        "/v2/deals?hot=yes",
        "/v2/deals?owner_id=ada",
        "/v2/deals?value=much",
        "/v2/contacts?address[planet]=Earth",
        "/v2/contacts?custom_fields[Shoe size]=44",
        "/v2/contacts?custom_fields[a\"b]=44",
        "/v2/tasks?type=big",
        "/v2/tasks?remind=1",
        "/v2/deals?hot=true&hot=false",
        "/v2/documents",
        "/v2/documents?resource_type=deal",
        "/v2/visits?resource_id=200001",
        "/v2/text_messages?resource_type=contact",
        "/v2/contacts?sort_by=custom_fields:Nothing",
        "/v2/contacts?sort_by=password_hash",
        "/v2/lead_conversions?sort_by=create_deal",
    ] {
        let path = path.replace(' ', "%20").replace('"', "%22");
        let answer = api.get(&path).await;
        assert_eq!(
            (answer.status, &*answer.error()),
            (400, "invalid_param"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn each_resource_has_its_own_largest_page() {
    let api = Api::new().await;
    for (name, most) in [
        ("contacts", 100),
        ("lead_conversions", 200),
        ("visit_outcomes", 200),
        ("orders", 500),
        ("products", 500),
        ("orders/610001/line_items", 100),
    ] {
        let with = |per_page: u32| format!("/v2/{name}?per_page={per_page}");
        assert_eq!(api.get(&with(most)).await.status, 200, "{name}");
        assert_eq!(
            api.get(&with(most + 1)).await.error(),
            "invalid_param",
            "{name}"
        );
    }
}

#[tokio::test]
async fn lists_come_in_their_documented_order_unless_asked_otherwise() {
    let api = Api::new().await;
    let sorted = |values: &[serde_json::Value]| {
        let texts: Vec<_> = values
            .iter()
            .map(|value| value.as_str().unwrap_or(""))
            .collect();
        texts.is_sorted()
    };
    assert!(sorted(&api.all("/v2/leads", "updated_at").await));
    let by_name = api.all("/v2/contacts?per_page=100", "last_name").await;
    let folded: Vec<_> = by_name
        .iter()
        .map(|name| json!(name.as_str().unwrap_or("").to_ascii_lowercase()))
        .collect();
    assert!(sorted(&folded), "{folded:?}");
    let mut made_at = api.all("/v2/calls", "made_at").await;
    made_at.reverse();
    assert!(sorted(&made_at));
    assert_eq!(api.ids("/v2/text_messages").await[0], 530_004);
    assert_eq!(api.ids("/v2/products?sort_by=cost:desc").await[0], 600_001);
    let path = "/v2/deals?sort_by=custom_fields:Terms:desc";
    assert_eq!(api.ids(path).await[0], 300_001);
}

#[tokio::test]
async fn a_filter_stays_in_the_links_of_the_pages() {
    let api = Api::new().await;
    let page = api
        .get("/v2/contacts?custom_fields[Supplier+number]=x&per_page=1")
        .await;
    let link = page.json()["meta"]["links"]["self"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(
        link.ends_with("page=1&per_page=1&custom_fields%5BSupplier+number%5D=x"),
        "{link}"
    );
    let first = api.get("/v2/deals?hot=true&per_page=1").await.json();
    let next = first["meta"]["links"]["next_page"].as_str().unwrap();
    let second = api
        .get(next.strip_prefix(crate::support::BASE).unwrap())
        .await
        .json();
    assert_eq!(second["items"][0]["data"]["hot"], true);
    assert_ne!(second["items"], first["items"]);
}

#[tokio::test]
async fn a_task_becomes_overdue_with_time() {
    let api = Api::new().await;
    let data = json!({"content": "x", "due_date": "2098-01-01T00:00:00Z"});
    let created = api.create("/v2/tasks", data).await.json();
    let path = format!("/v2/tasks/{}", created["data"]["id"]);
    assert_eq!(api.record(&path).await["overdue"], false);
    let overdue = api.ids("/v2/tasks?overdue=true").await;
    assert!(
        overdue.contains(&510_001) && !overdue.contains(&510_006),
        "{overdue:?}"
    );
    let others = api.ids("/v2/tasks?overdue=false").await;
    assert!(
        others.contains(&510_006) && others.contains(&510_009),
        "{others:?}"
    );
    assert_eq!(api.record("/v2/tasks/510001").await["overdue"], true);
}

#[tokio::test]
async fn reading_needs_the_scope_of_the_resource() {
    let api = Api::new().await;
    let writer = api.sell.token("write sync profile").await;
    let reader = api.sell.token("read write sync").await;
    for path in [
        "/v2/leads",
        "/v2/orders/610001/line_items",
        "/v3/deals/stream?position=top",
    ] {
        assert_eq!(
            api.sell.api(path, &writer).await.error(),
            "insufficient_scope",
            "{path}"
        );
    }
    for path in ["/v2/users", "/v3/users/stream?position=top"] {
        assert_eq!(
            api.sell.api(path, &reader).await.error(),
            "insufficient_scope",
            "{path}"
        );
    }
}
