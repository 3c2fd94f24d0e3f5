//! The Search API: `POST /v3/{leads|contacts|deals}/search`, and the names custom fields have in
//! it: `GET /v3/…/custom_fields`.
//!
//! ```text
//! request = {"items": [{"data": {"query": query, "per_page": n, "cursor": "…"}}, …]}
//! query   = {"projection": [{"name": …}], "filter": filter, "sort": [sort, …]}
//! filter  = {"filter": {"attribute": {"name": …}, "parameter": parameter}}
//!         | {"and": [filter, …]} | {"or": [filter, …]}
//! parameter = {"eq": value} | {"any": [value, …]} | {"range": {"gte"|"gt"|"lte"|"lt": value}}
//! sort    = {"attribute": {"name": …}, "order": "ascending" | "descending"}
//! ```

mod attribute;
mod filter;
mod request;

use axum::Json;
use axum::extract::Request;
use serde_json::{Map, Value, json};

use super::error::RestError;
use super::guard::admit;
use super::payload::read_json;
use super::query::Query;
use super::resource::{Kind, Resource, resource};
use crate::failure::Failure;
use crate::internal::Internal;
use crate::state::Shared;
use crate::store::records::{Record, Records};
use crate::store::selection::Selection;
use attribute::Attribute;
use request::Search;

/// The kinds of records that can be searched.
pub(super) const SEARCHED: [Kind; 3] = [Kind::Lead, Kind::Contact, Kind::Deal];
/// How many searches one request may hold.
const MOST_SEARCHES: usize = 10;

fn admitted(app: &Shared, resource: &Resource, request: &Request) -> Result<(), Failure> {
    admit(app, request.headers(), resource.read_scope)?;
    Query::read(request.uri().query().unwrap_or_default()).check(|_| false)?;
    Ok(())
}

fn searched(kind: Kind) -> Result<&'static Resource, Internal> {
    resource(kind.resource()).ok_or_else(|| Internal::new(kind.resource()))
}

/// `POST /v3/{resource}/search`
pub(super) async fn search(
    app: &Shared,
    kind: Kind,
    request: Request,
) -> Result<Json<Value>, Failure> {
    let resource = searched(kind)?;
    admitted(app, resource, &request)?;
    let body = read_json(request).await?;
    let items = body.get("items").and_then(Value::as_array);
    let items = items.filter(|items| !items.is_empty() && items.len() <= MOST_SEARCHES);
    let items = items.ok_or_else(|| {
        let details = format!("`items` must be a list of 1 to {MOST_SEARCHES} searches.");
        RestError::incorrect_payload(&details)
    })?;
    let found = app.store.read(|records| {
        let run = |item| run(records, kind, resource, item);
        items.iter().map(run).collect::<Result<Vec<_>, Failure>>()
    })?;
    Ok(Json(json!({ "items": found })))
}

fn run(
    records: &Records<'_>,
    kind: Kind,
    resource: &'static Resource,
    item: &Value,
) -> Result<Value, Failure> {
    let search = Search::read(records, kind, resource, item)?;
    let total = records.count(resource.name, None, &search.condition)?;
    let selection = Selection {
        parent: None,
        condition: search.condition,
        order: search.order,
        limit: search.per_page,
        offset: search.offset,
    };
    let found = records.select(resource.name, &selection)?;
    let count = found.len();
    let end = search.offset + u64::try_from(count).unwrap_or_default();
    let mut links = Map::new();
    if end < total {
        links.insert("next_page".to_owned(), json!(request::cursor(end)));
    }
    let item = |record| item_of(resource, &search.projection, record);
    let items: Vec<_> = found.iter().map(item).collect::<Result<_, _>>()?;
    let meta = json!({
        "type": "collection", "count": count, "total_count": total, "http_status": "200 OK",
        "links": links,
    });
    Ok(json!({ "successful": true, "items": items, "meta": meta }))
}

/// The id, the version, and what else was asked for.
fn item_of(
    resource: &Resource,
    projection: &[Attribute],
    record: &Record,
) -> Result<Value, Internal> {
    let fields = record.fields()?;
    let mut data = Map::new();
    data.insert("id".to_owned(), json!(record.id));
    data.insert("version".to_owned(), json!(record.version));
    for attribute in projection {
        data.insert(attribute.name.clone(), attribute.value(record, &fields));
    }
    Ok(json!({ "data": data, "meta": { "type": resource.kind } }))
}

/// `GET /v3/{resource}/custom_fields`
pub(super) fn custom_fields(
    app: &Shared,
    kind: Kind,
    request: &Request,
) -> Result<Json<Value>, Failure> {
    admitted(app, searched(kind)?, request)?;
    let defined = app
        .store
        .read(|records| records.select(kind.custom_fields(), &Selection::default()))?;
    let mut items = Vec::new();
    for record in defined {
        let fields = record.fields()?;
        let data = json!({
            "id": record.id.to_string(),
            "name": fields.get("name"),
            "type": fields.get("type"),
            "resource_type": kind.text(),
            "search_api_id": attribute::search_id(kind, record.id),
        });
        items.push(json!({ "data": data, "meta": { "type": "custom_field" } }));
    }
    let meta = json!({ "type": "collection", "count": items.len() });
    Ok(Json(json!({ "items": items, "meta": meta })))
}
