//! The Sync API: a device fetches what it does not have, page by page, and acknowledges what it
//! stored. What was not acknowledged comes again in the next session.
//!
//! ```text
//! POST /v2/sync/start               201 a session with one queue, or 204 nothing to fetch
//! GET  /v2/sync/{id}/queues/main    200 a page, or 204 the queue is drained
//! POST /v2/sync/ack                 202
//! ```

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use super::code::Code;
use super::error::RestError;
use super::guard::admit;
use super::payload::{read_json, unwrap_data};
use super::query::Query;
use super::resource::resources;
use crate::failure::Failure;
use crate::internal::Internal;
use crate::oauth::scope::Scope;
use crate::random;
use crate::state::Shared;
use crate::store::sync::{Cursor, Instruction, InstructionKind};
use crate::switches::Logref;

const DEVICE_HEADER: &str = "x-basecrm-device-uuid";
const LONGEST_DEVICE: usize = 64;
const PER_PAGE: u32 = 100;

/// What is kept in step: the account, and every resource that is not nested, under its own name.
fn synchronised() -> Vec<(&'static str, &'static str)> {
    let lists = resources().filter(|resource| resource.path == resource.name);
    let lists = lists.map(|resource| (resource.name, resource.kind));
    [("accounts", "account")].into_iter().chain(lists).collect()
}

fn names() -> String {
    let names: Vec<_> = synchronised().into_iter().map(|(name, _)| name).collect();
    json!(names).to_string()
}

/// Admits a request of a device; the device is known by its id and its user.
fn device(app: &Shared, request: &Request) -> Result<String, Failure> {
    let token = admit(app, request.headers(), Scope::Sync)?;
    Query::read(request.uri().query().unwrap_or_default()).check(|_| false)?;
    let id = device_id(request.headers()).ok_or_else(|| {
        RestError::invalid_header(
            Code::InvalidHeader,
            "X-Basecrm-Device-UUID must name the device, in at most 64 characters.",
        )
    })?;
    Ok(format!("{} {id}", token.user_id))
}

fn device_id(headers: &HeaderMap) -> Option<&str> {
    let id = headers.get(DEVICE_HEADER)?.to_str().ok()?.trim();
    (!id.is_empty() && id.len() <= LONGEST_DEVICE).then_some(id)
}

/// `POST /v2/sync/start`
pub(super) async fn start(
    State(app): State<Arc<Shared>>,
    request: Request,
) -> Result<Response, Failure> {
    let device = device(&app, &request)?;
    let session = random::request_id(Logref::Uuid)?;
    let now = app.clock.now_millis();
    let pending = app.store.write(|records| {
        records.start_session(&device, &session, now)?;
        records.count_pending(&device, &names())
    })?;
    if pending == 0 {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let pages = (pending + i64::from(PER_PAGE) - 1) / i64::from(PER_PAGE);
    let queue = json!({
        "data": { "name": "main", "pages": pages, "total_count": pending },
        "meta": { "type": "sync_queue" },
    });
    let body = json!({
        "data": { "id": session, "queues": [queue] },
        "meta": { "type": "sync_session" },
    });
    Ok((StatusCode::CREATED, Json(body)).into_response())
}

/// `GET /v2/sync/{session}/queues/main`
pub(super) async fn fetch(
    State(app): State<Arc<Shared>>,
    Path((session, queue)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Failure> {
    let device = device(&app, &request)?;
    if queue != "main" {
        return Err(RestError::not_found().into());
    }
    let page = app.store.write(|records| {
        let cursor = records.session_cursor(&device, &session)?;
        let cursor = cursor.ok_or_else(RestError::not_found)?;
        let page = records.pending_after(&device, &names(), &cursor, PER_PAGE)?;
        if let Some(last) = page.last() {
            let cursor = Cursor {
                resource: last.resource.clone(),
                id: last.id,
            };
            records.move_cursor(&device, &cursor)?;
        }
        Ok::<_, Failure>(page)
    })?;
    if page.is_empty() {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let count = page.len();
    let items: Vec<_> = page.into_iter().map(item).collect::<Result<_, _>>()?;
    let meta = json!({ "type": "collection", "count": count });
    Ok(Json(json!({ "items": items, "meta": meta })).into_response())
}

fn item(instruction: Instruction) -> Result<Value, Internal> {
    let Instruction {
        resource,
        id,
        version,
        kind,
    } = instruction;
    let known = synchronised()
        .into_iter()
        .find(|(name, _)| *name == resource);
    let named = known.map_or("", |(_, kind)| kind);
    let (event_type, data, ack_key) = match kind {
        InstructionKind::Create(data) => ("created", Some(data), ack_key(&resource, id, version)),
        InstructionKind::Update(data) => ("updated", Some(data), ack_key(&resource, id, version)),
        InstructionKind::Delete => ("deleted", None, format!("{resource}-{id}-deleted")),
    };
    let data: Value = match data {
        Some(data) => serde_json::from_str(&data).map_err(Internal::new)?,
        None => json!({ "id": id }),
    };
    let sync = json!({ "event_type": event_type, "ack_key": ack_key, "revision": version });
    Ok(json!({ "data": data, "meta": { "type": named, "version": version, "sync": sync } }))
}

fn ack_key(resource: &str, id: i64, version: i64) -> String {
    format!("{resource}-{id}-{version}")
}

/// `POST /v2/sync/ack`
pub(super) async fn acknowledge(
    State(app): State<Arc<Shared>>,
    request: Request,
) -> Result<StatusCode, Failure> {
    let device = device(&app, &request)?;
    let data = unwrap_data(read_json(request).await?)?;
    let keys = data.get("ack_keys").and_then(Value::as_array);
    let keys = keys.ok_or_else(|| RestError::incorrect_payload("`ack_keys` must be a list."))?;
    let read: Option<Vec<_>> = keys.iter().map(|key| read_ack_key(key.as_str()?)).collect();
    let read = read.ok_or_else(|| {
        RestError::incorrect_payload("Each of `ack_keys` must be an `ack_key` of an item fetched.")
    })?;
    app.store.write(|records| {
        if !records.knows_device(&device)? {
            return Err(Failure::from(RestError::not_found()));
        }
        for (resource, id, version) in read {
            records.acknowledge(&device, resource, id, version)?;
        }
        Ok(())
    })?;
    Ok(StatusCode::ACCEPTED)
}

/// The record, and its version unless it was deleted.
fn read_ack_key(key: &str) -> Option<(&'static str, i64, Option<i64>)> {
    let mut parts = key.split('-');
    let (name, id, version) = (parts.next()?, parts.next()?, parts.next()?);
    let known = synchronised().into_iter().find(|(known, _)| *known == name);
    let version = match version {
        "deleted" => None,
        version => Some(version.parse().ok()?),
    };
    parts
        .next()
        .is_none()
        .then_some((known?.0, id.parse().ok()?, version))
}
