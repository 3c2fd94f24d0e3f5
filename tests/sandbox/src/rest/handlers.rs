//! What the methods of a resource do.

use axum::Json;
use axum::extract::Request;
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::envelope::{Links, collection, single};
use super::error::RestError;
use super::guard::admit;
use super::payload::{check_required, read_payload};
use super::query::{ListQuery, only};
use super::resource::Resource;
use crate::failure::Failure;
use crate::oauth::scope::Scope;
use crate::state::Shared;
use crate::store::records::{Fields, Record, Selection};
use crate::store::tokens::TokenRecord;

fn query(request: &Request) -> &str {
    request.uri().query().unwrap_or_default()
}

/// Admits a request and takes no parameters from it.
fn admit_plain(app: &Shared, request: &Request, scope: Scope) -> Result<TokenRecord, Failure> {
    let token = admit(app, request.headers(), scope)?;
    only(query(request), &[])?;
    Ok(token)
}

fn found(app: &Shared, resource: &Resource, id: &str) -> Result<Record, Failure> {
    let id = id.parse().map_err(|_| RestError::not_found())?;
    let record = app.store.record(resource.path, id)?;
    record.ok_or_else(|| RestError::not_found().into())
}

/// `GET /v2/{resource}`
pub(crate) fn list(
    app: &Shared,
    resource: &'static Resource,
    base: &str,
    request: &Request,
) -> Result<Json<Value>, Failure> {
    admit(app, request.headers(), resource.read_scope)?;
    let query = ListQuery::read(query(request), resource)?;
    let mut records = app.store.records(resource.path, &query.selection())?;
    let per_page = usize::try_from(query.per_page).unwrap_or(usize::MAX);
    let has_next = records.len() > per_page;
    records.truncate(per_page);
    let link = |page| format!("{base}/v2/{}?{}", resource.path, query.for_page(page));
    let before = query.page > 1;
    let links = Links {
        this: link(query.page),
        first: before.then(|| link(1)),
        previous: before.then(|| link(query.page - 1)),
        next: has_next.then(|| link(query.page + 1)),
    };
    Ok(Json(collection(resource.kind, records, &links)))
}

/// `GET /v2/{resource}/{id}`
pub(crate) fn show(
    app: &Shared,
    resource: &'static Resource,
    id: &str,
    request: &Request,
) -> Result<Json<Value>, Failure> {
    admit_plain(app, request, resource.read_scope)?;
    let record = found(app, resource, id)?;
    Ok(Json(single(resource.kind, &record.fields)))
}

/// `POST /v2/{resource}`; answered by 200, not 201.
pub(crate) async fn create(
    app: &Shared,
    resource: &'static Resource,
    scope: Scope,
    request: Request,
) -> Result<Json<Value>, Failure> {
    let token = admit_plain(app, &request, scope)?;
    let given = read_payload(app, resource, request).await?;
    check_required(resource, &given)?;
    let record = app
        .store
        .create_record(resource.path, new_fields(app, resource, &token, given))?;
    Ok(Json(single(resource.kind, &record.fields)))
}

/// Every field of the resource: what was given, null for the rest, and what the server sets.
fn new_fields(app: &Shared, resource: &Resource, token: &TokenRecord, given: Fields) -> Fields {
    let now = app.clock.now_text();
    let mut fields: Fields = resource
        .fields
        .iter()
        .map(|field| (field.name.to_owned(), Value::Null))
        .collect();
    for (name, value) in [
        ("creator_id", json!(token.user_id)),
        ("owner_id", json!(token.user_id)),
        ("tags", json!([])),
        ("custom_fields", json!({})),
        ("created_at", json!(now)),
        ("updated_at", json!(now)),
    ] {
        fields.insert(name.to_owned(), value);
    }
    fields.extend(given);
    derive(resource, &mut fields);
    fields
}

/// What follows from other fields: a person's `name` is made of its parts.
fn derive(resource: &Resource, fields: &mut Fields) {
    let text = |name| fields.get(name).and_then(Value::as_str).unwrap_or_default();
    let is_person = fields
        .get("is_organization")
        .is_none_or(|flag| flag != true);
    if resource.path == "contacts" && is_person {
        let name = format!("{} {}", text("first_name"), text("last_name"));
        fields.insert("name".to_owned(), json!(name.trim()));
        fields.insert("is_organization".to_owned(), json!(false));
    }
}

/// `PUT /v2/{resource}/{id}`, a partial update.
pub(crate) async fn update(
    app: &Shared,
    resource: &'static Resource,
    scope: Scope,
    id: &str,
    request: Request,
) -> Result<Json<Value>, Failure> {
    admit_plain(app, &request, scope)?;
    // Looked up first: a payload for a record that is not there is a 404, whatever it holds.
    let mut record = found(app, resource, id)?;
    let given = read_payload(app, resource, request).await?;
    record.fields.extend(given);
    check_required(resource, &record.fields)?;
    derive(resource, &mut record.fields);
    record
        .fields
        .insert("updated_at".to_owned(), json!(app.clock.now_text()));
    app.store.update_record(resource.path, &record)?;
    Ok(Json(single(resource.kind, &record.fields)))
}

/// `DELETE /v2/{resource}/{id}`; 204 without a body.
pub(crate) fn delete(
    app: &Shared,
    resource: &'static Resource,
    scope: Scope,
    id: &str,
    request: &Request,
) -> Result<StatusCode, Failure> {
    admit_plain(app, request, scope)?;
    let id = id.parse().map_err(|_| RestError::not_found())?;
    if app.store.delete_record(resource.path, id)? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(RestError::not_found().into())
    }
}

/// `GET /v2/accounts/self`
pub(crate) fn own_account(app: &Shared, request: &Request) -> Result<Json<Value>, Failure> {
    admit_plain(app, request, Scope::Profile)?;
    let accounts = app.store.records(
        "accounts",
        &Selection {
            limit: 1,
            ..Default::default()
        },
    )?;
    let account = accounts
        .into_iter()
        .next()
        .ok_or_else(RestError::not_found)?;
    Ok(Json(single("account", &account.fields)))
}

/// `GET /v2/users/self`
pub(crate) fn own_user(app: &Shared, request: &Request) -> Result<Json<Value>, Failure> {
    let token = admit_plain(app, request, Scope::Profile)?;
    let record = app
        .store
        .record("users", token.user_id)?
        .ok_or_else(RestError::not_found)?;
    Ok(Json(single("user", &record.fields)))
}
