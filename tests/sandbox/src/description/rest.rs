//! The API's own table of operations, told in the words of OpenAPI.

use serde_json::{Map, Value, json};

use super::schema;
use crate::rest::operation::{Body, Operation, Parameter, Place, Shape};

/// The operation object.
pub(super) fn operation(operation: &Operation) -> Value {
    let mut told = json!({
        "tags": [tag(&operation.path)],
        "summary": operation.summary,
        "security": [{ "token": [operation.scope.token()] }],
        "parameters": operation.parameters.iter().map(parameter).collect::<Vec<_>>(),
        "responses": responses(operation),
    });
    if let Some(body) = &operation.body {
        told["requestBody"] = json!({ "required": true, "content": json_of(&payload(body)) });
    }
    told
}

/// The resource, which is the first part of the path behind `/v2/`.
fn tag(path: &str) -> &str {
    path.split('/').nth(2).unwrap_or_default()
}

fn parameter(parameter: &Parameter) -> Value {
    let (place, kind) = match parameter.place {
        Place::Path => ("path", "integer"),
        Place::Query => ("query", "string"),
        Place::Header => ("header", "string"),
    };
    json!({
        "name": parameter.name,
        "in": place,
        "required": parameter.required,
        "description": parameter.about,
        "schema": { "type": kind },
    })
}

fn json_of(schema: &Value) -> Value {
    json!({ "application/json": { "schema": schema } })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn payload(body: &Body) -> Value {
    match body {
        Body::Record {
            kind,
            fields,
            partial,
        } => schema::wrapped(kind, &schema::taken(fields, *partial)),
        Body::Other(about) => json!({ "type": "object", "description": about }),
    }
}

fn responses(operation: &Operation) -> Value {
    let mut responses = Map::new();
    responses.insert(
        operation.answer.status.to_string(),
        success(operation.answer.shape),
    );
    let error = json!({ "$ref": "#/components/responses/Errors" });
    let mut statuses = vec!["400", "401", "403", "406", "429"];
    if operation.path.contains('{') {
        statuses.push("404");
    }
    if operation.body.is_some() {
        statuses.extend(["413", "415", "422"]);
    }
    responses.extend(
        statuses
            .into_iter()
            .map(|status| (status.to_owned(), error.clone())),
    );
    Value::Object(responses)
}

fn success(shape: Shape) -> Value {
    let (about, schema) = match shape {
        Shape::Empty => return json!({ "description": "Done." }),
        Shape::Record { kind, .. } => (
            "The record.",
            schema::wrapped(kind, &reference(&schema::name(kind))),
        ),
        Shape::Records { kind, .. } => (
            "A page of records.",
            schema::collected(kind, &reference(&schema::name(kind))),
        ),
        Shape::Other(about) => (about, json!({ "type": "object" })),
    };
    json!({ "description": about, "content": json_of(&schema) })
}

/// The schema of the record an operation answers with, under its name.
pub(super) fn record_schema(operation: &Operation) -> Option<(String, Value)> {
    match operation.answer.shape {
        Shape::Record { kind, fields } | Shape::Records { kind, fields } => {
            Some((schema::name(kind), schema::shown(fields)))
        }
        Shape::Empty | Shape::Other(_) => None,
    }
}
