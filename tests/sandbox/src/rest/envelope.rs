//! The shapes every REST answer is wrapped in (sell-api §9.2, §9.3).

use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Map, Value, json};

use super::error::{Detail, RestError};
use crate::internal::Internal;
use crate::store::records::{Fields, Record};

const MORE_INFO: &str = "https://developers.getbase.com/docs/rest/articles/errors";

/// The fields of a record as they are sent: what is stored is not read and written again.
pub(crate) type Data = Box<RawValue>;

pub(crate) fn stored(record: Record) -> Result<Data, Internal> {
    RawValue::from_string(record.data).map_err(Internal::new)
}

pub(crate) fn written(fields: &Fields) -> Result<Data, Internal> {
    to_raw_value(fields).map_err(Internal::new)
}

/// `{"data": …, "meta": {"type": …}}`
#[derive(Debug, Serialize)]
pub(crate) struct Single {
    pub(crate) data: Data,
    pub(crate) meta: Meta,
}

/// `meta` of a record.
#[derive(Debug, Serialize)]
pub(crate) struct Meta {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i64>,
}

impl Single {
    /// One record by itself.
    pub(crate) fn new(kind: &'static str, data: Data) -> Self {
        let version = None;
        let meta = Meta { kind, version };
        Self { data, meta }
    }

    /// One record of a list.
    pub(crate) fn item(kind: &'static str, version: i64, data: Data) -> Self {
        let version = Some(version);
        let meta = Meta { kind, version };
        Self { data, meta }
    }
}

/// `{"items": […], "meta": {"type": "collection", …}}`
#[derive(Debug, Serialize)]
pub(crate) struct Collection {
    items: Vec<Single>,
    meta: CollectionMeta,
}

#[derive(Debug, Serialize)]
struct CollectionMeta {
    #[serde(rename = "type")]
    kind: &'static str,
    count: usize,
    links: Links,
}

impl Collection {
    pub(crate) fn new(items: Vec<Single>, links: Links) -> Self {
        let meta = CollectionMeta {
            kind: "collection",
            count: items.len(),
            links,
        };
        Self { items, meta }
    }
}

/// The addresses of this page and its neighbours.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Links {
    #[serde(rename = "self", skip_serializing_if = "Option::is_none")]
    pub(crate) this: Option<String>,
    #[serde(rename = "first_page", skip_serializing_if = "Option::is_none")]
    pub(crate) first: Option<String>,
    #[serde(rename = "prev_page", skip_serializing_if = "Option::is_none")]
    pub(crate) previous: Option<String>,
    #[serde(rename = "next_page", skip_serializing_if = "Option::is_none")]
    pub(crate) next: Option<String>,
}

/// `{"errors": […], "meta": {"type": "errors", …}}`; `logref` is the request id.
pub(crate) fn errors(error: &RestError, logref: &str) -> Value {
    let status = error.status;
    let http_status = format!(
        "{} {}",
        status.as_u16(),
        status.canonical_reason().unwrap_or("Error")
    );
    let entry = |detail| entry(error, detail);
    json!({
        "errors": error.errors.iter().map(entry).collect::<Vec<_>>(),
        "meta": {
            "type": "errors",
            "http_status": http_status,
            "logref": logref,
            "links": { "more_info": MORE_INFO },
        },
    })
}

fn entry(all: &RestError, detail: &Detail) -> Value {
    let mut error = Map::new();
    if let Some(resource) = detail.resource {
        error.insert("resource".to_owned(), json!(resource));
    }
    if let Some(field) = &detail.field {
        error.insert("field".to_owned(), json!(field));
    }
    error.insert("code".to_owned(), json!(detail.code.text()));
    let message = detail.code.message(all.language);
    error.insert("message".to_owned(), json!(message));
    error.insert("details".to_owned(), json!(detail.details));
    json!({ "error": error, "meta": { "type": "error", "links": { "more_info": MORE_INFO } } })
}
