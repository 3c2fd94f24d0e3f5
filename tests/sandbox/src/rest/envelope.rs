//! The shapes every REST answer is wrapped in (sell-api §9.2, §9.3).

use serde_json::{Map, Value, json};

use super::error::{Detail, RestError};
use crate::store::records::{Fields, Record};

const MORE_INFO: &str = "https://developers.getbase.com/docs/rest/articles/errors";

/// `{"data": …, "meta": {"type": …}}`
pub(crate) fn single(kind: &str, fields: &Fields) -> Value {
    json!({ "data": fields, "meta": { "type": kind } })
}

/// `{"items": […], "meta": {"type": "collection", …}}`
pub(crate) fn collection(kind: &str, records: Vec<Record>, links: &Links) -> Value {
    let count = records.len();
    let items: Vec<_> = records
        .into_iter()
        .map(|record| {
            let meta = json!({ "type": kind, "version": record.version });
            json!({ "data": record.fields, "meta": meta })
        })
        .collect();
    let meta = json!({ "type": "collection", "count": count, "links": links.to_json() });
    json!({ "items": items, "meta": meta })
}

/// The addresses of this page and its neighbours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Links {
    pub(crate) this: String,
    pub(crate) first: Option<String>,
    pub(crate) previous: Option<String>,
    pub(crate) next: Option<String>,
}

impl Links {
    fn to_json(&self) -> Value {
        let mut links = Map::new();
        links.insert("self".to_owned(), json!(self.this));
        for (name, link) in [
            ("first_page", &self.first),
            ("prev_page", &self.previous),
            ("next_page", &self.next),
        ] {
            if let Some(link) = link {
                links.insert(name.to_owned(), json!(link));
            }
        }
        Value::Object(links)
    }
}

/// `{"errors": […], "meta": {"type": "errors", …}}`; `logref` is the request id.
pub(crate) fn errors(error: &RestError, logref: &str) -> Value {
    let status = error.status;
    let http_status = format!(
        "{} {}",
        status.as_u16(),
        status.canonical_reason().unwrap_or("Error")
    );
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

fn entry(detail: &Detail) -> Value {
    let mut error = Map::new();
    if let Some(resource) = detail.resource {
        error.insert("resource".to_owned(), json!(resource));
    }
    if let Some(field) = &detail.field {
        error.insert("field".to_owned(), json!(field));
    }
    error.insert("code".to_owned(), json!(detail.code));
    error.insert("message".to_owned(), json!(detail.message));
    error.insert("details".to_owned(), json!(detail.details));
    json!({ "error": error, "meta": { "type": "error", "links": { "more_info": MORE_INFO } } })
}
