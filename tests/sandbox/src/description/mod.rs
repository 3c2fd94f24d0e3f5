//! What the sandbox answers to, for people (the front page) and for programs (OpenAPI 3.1).
//!
//! The API is described from the table its router is built from; the pages and the authorization
//! server from a table of their own, which a test compares with the router both ways.

mod endpoint;
mod rest;
mod schema;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::http::HeaderName;
use axum::http::header::CONTENT_TYPE;
use serde_json::{Map, Value, json};

pub(crate) use endpoint::{Endpoint, OAUTH, PAGES};

use crate::oauth::scope::Scope;
use crate::rest::operation::operations;
use endpoint::{Access, Answer, Content, Parameter};

/// The description does not change while the sandbox runs.
static DOCUMENT: LazyLock<String> = LazyLock::new(|| format!("{:#}\n", document()));

/// `GET /openapi.json`
pub(crate) async fn show() -> ([(HeaderName, &'static str); 1], &'static str) {
    ([(CONTENT_TYPE, "application/json")], DOCUMENT.as_str())
}

fn document() -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Sandbox Sell",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "A Zendesk Sell to test against. Everything in it is made up.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "paths": paths(),
        "components": components(),
    })
}

fn paths() -> Value {
    let mut paths: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
    let mut add = |path: &str, method: &str, mut operation: Value| {
        operation["operationId"] = json!(identifier(method, path));
        let methods = paths.entry(path.to_owned()).or_default();
        methods.insert(method.to_owned(), operation);
    };
    for (tag, endpoints) in [("oauth", OAUTH), ("pages", PAGES)] {
        for endpoint in endpoints {
            add(endpoint.path, endpoint.method, page_or_oauth(tag, endpoint));
        }
    }
    for operation in operations() {
        let method = operation.method.as_str().to_ascii_lowercase();
        add(&operation.path, &method, rest::operation(&operation));
    }
    json!(paths)
}

/// `get_v2_deals_id` for `GET /v2/deals/{id}`.
fn identifier(method: &str, path: &str) -> String {
    let words = path.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    std::iter::once(method)
        .chain(words)
        .collect::<Vec<_>>()
        .join("_")
}

fn page_or_oauth(tag: &str, endpoint: &Endpoint) -> Value {
    let in_path = endpoint.in_path.map(|name| {
        let schema = json!({ "type": "integer" });
        json!({ "name": name, "in": "path", "required": true, "schema": schema })
    });
    let query = endpoint.query.iter().map(|parameter| {
        json!({
            "name": parameter.name,
            "in": "query",
            "required": parameter.required,
            "description": parameter.about,
            "schema": { "type": "string" },
        })
    });
    let answers: Map<_, _> = endpoint.answers.iter().map(response).collect();
    let mut told = json!({
        "tags": [tag],
        "summary": endpoint.about,
        "security": security(endpoint.access),
        "parameters": in_path.into_iter().chain(query).collect::<Vec<_>>(),
        "responses": answers,
    });
    if !endpoint.form.is_empty() {
        told["requestBody"] = form(endpoint.form);
    }
    told
}

fn security(access: Access) -> Value {
    match access {
        Access::Open => json!([]),
        Access::Session => json!([{ "session": [] }]),
        Access::AnyToken => json!([{ "token": [] }]),
        Access::Client => json!([{ "client": [] }]),
    }
}

fn response(answer: &Answer) -> (String, Value) {
    let content = match answer.content {
        Content::None => Value::Null,
        Content::Of(media_type) => json!({ media_type: {} }),
        Content::Json(name) => {
            let schema = json!({ "$ref": format!("#/components/schemas/{name}") });
            json!({ "application/json": { "schema": schema } })
        }
    };
    let mut response = json!({ "description": answer.about });
    if !content.is_null() {
        response["content"] = content;
    }
    (answer.status.to_owned(), response)
}

fn form(fields: &[Parameter]) -> Value {
    let properties: Map<_, _> = fields
        .iter()
        .map(|field| {
            let schema = json!({ "type": "string", "description": field.about });
            (field.name.to_owned(), schema)
        })
        .collect();
    let required = fields.iter().filter(|field| field.required);
    let required: Vec<_> = required.map(|field| field.name).collect();
    let schema = json!({ "type": "object", "required": required, "properties": properties });
    json!({
        "required": true,
        "content": { "application/x-www-form-urlencoded": { "schema": schema } },
    })
}

fn components() -> Value {
    let mut schemas = schema::common();
    for (name, schema) in operations().filter_map(|operation| rest::record_schema(&operation)) {
        schemas[name] = schema;
    }
    let errors =
        json!({ "application/json": { "schema": { "$ref": "#/components/schemas/Errors" } } });
    json!({
        "schemas": schemas,
        "responses": {
            "Errors": { "description": "`code` says what is wrong.", "content": errors },
        },
        "securitySchemes": security_schemes(),
    })
}

fn security_schemes() -> Value {
    let scopes: Map<_, _> = Scope::ALL
        .iter()
        .map(|scope| (scope.token().to_owned(), json!(scope.opens())))
        .collect();
    let (authorize, token) = ("/oauth2/authorize", "/oauth2/token");
    json!({
        "token": {
            "type": "oauth2",
            "flows": {
                "implicit": { "authorizationUrl": authorize, "scopes": scopes },
                "authorizationCode": {
                    "authorizationUrl": authorize, "tokenUrl": token, "refreshUrl": token, "scopes": scopes,
                },
                "password": { "tokenUrl": token, "refreshUrl": token, "scopes": scopes },
            },
        },
        "client": { "type": "http", "scheme": "basic" },
        "session": {
            "type": "apiKey", "in": "cookie", "name": "sell_sandbox",
            "description": "The name ends with `_` and the port.",
        },
    })
}

/// One row of the front page: a path with its methods.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) path: String,
    pub(crate) methods: Vec<String>,
    pub(crate) scopes: Vec<&'static str>,
    pub(crate) about: String,
}

/// The paths of the API, each with its methods and scopes.
pub(crate) fn rest_rows() -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for operation in operations() {
        let at = rows.iter_mut().find(|row| row.path == operation.path);
        match at {
            Some(row) => {
                row.add(operation.method.to_string(), &operation.summary);
                let scope = operation.scope.token();
                if !row.scopes.contains(&scope) {
                    row.scopes.push(scope);
                }
            }
            None => rows.push(Row {
                path: operation.path,
                methods: vec![operation.method.to_string()],
                scopes: vec![operation.scope.token()],
                about: operation.summary,
            }),
        }
    }
    rows
}

/// The paths of a table, each with its methods.
pub(crate) fn rows(endpoints: &[Endpoint]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for endpoint in endpoints {
        let method = endpoint.method.to_ascii_uppercase();
        match rows.iter_mut().find(|row| row.path == endpoint.path) {
            Some(row) => row.add(method, endpoint.about),
            None => rows.push(Row {
                path: endpoint.path.to_owned(),
                methods: vec![method],
                scopes: Vec::new(),
                about: endpoint.about.to_owned(),
            }),
        }
    }
    rows
}

impl Row {
    fn add(&mut self, method: String, about: &str) {
        self.methods.push(method);
        let (first, rest) = about.split_at_checked(1).unwrap_or((about, ""));
        self.about += &format!("; {}{rest}", first.to_ascii_lowercase());
    }
}
