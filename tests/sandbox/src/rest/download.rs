//! The addresses documents are downloaded from: they need no token, and work for 90 minutes.

use axum::extract::{Path, Request, State};
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use serde_json::Value;
use std::sync::Arc;

use super::error::RestError;
use super::query::Query;
use crate::failure::Failure;
use crate::secret::same;
use crate::state::Shared;

const SECONDS: i64 = 90 * 60;

/// An address for the document with this id.
pub(super) fn url(app: &Shared, base: &str, id: i64) -> String {
    let expires = app.clock.now() + SECONDS;
    let signature = signature(app, id, expires);
    format!("{base}/documents/{id}/download?expires={expires}&signature={signature}")
}

fn signature(app: &Shared, id: i64, expires: i64) -> String {
    app.download_key
        .digest_for(&format!("document {id} until {expires}"))
}

/// `GET /documents/{id}/download`: what is in the document. Whoever has the address may read it,
/// as long as it works.
pub(super) async fn download(
    State(app): State<Arc<Shared>>,
    Path(id): Path<i64>,
    request: Request,
) -> Result<Response, Failure> {
    let query = Query::read(request.uri().query().unwrap_or_default());
    let expires = query.get("expires").and_then(|text| text.parse().ok());
    let expires: i64 = expires.unwrap_or_default();
    let given = query.get("signature").unwrap_or_default();
    if expires <= app.clock.now() || !same(given, &signature(&app, id, expires)) {
        return Err(RestError::not_found().into());
    }
    let document = app.store.read(|records| records.get("documents", 0, id))?;
    let fields = document.ok_or_else(RestError::not_found)?.fields()?;
    let name = fields
        .get("name")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let mut response = format!("{name}\n\nThis document is made up.\n").into_response();
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, plain);
    Ok(response)
}
