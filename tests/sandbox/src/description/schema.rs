//! JSON Schema (2020-12, as OpenAPI 3.1 has it) of records and of the other bodies.

use serde_json::{Map, Value, json};

use crate::rest::resource::field::ADDRESS_PARTS;
use crate::rest::resource::{Field, Form};

/// The name of the schema of a kind of record: `loss_reason` is `LossReason`.
pub(super) fn name(kind: &str) -> String {
    let words = kind.split('_').map(|word| {
        let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
        first.to_ascii_uppercase() + rest
    });
    words.collect()
}

/// What a record shows.
pub(super) fn shown(fields: &[Field]) -> Value {
    object(fields.iter().filter(|field| field.is_readable()), &[])
}

/// What a payload may set.
pub(super) fn taken(fields: &[Field], partial: bool) -> Value {
    let writable = fields.iter().filter(|field| field.is_writable());
    let required = writable.clone().filter(|field| field.required && !partial);
    let required: Vec<_> = required.map(|field| field.name).collect();
    object(writable, &required)
}

fn object<'a>(fields: impl Iterator<Item = &'a Field>, required: &[&str]) -> Value {
    let properties: Map<_, _> = fields
        .map(|field| (field.name.to_owned(), form(field)))
        .collect();
    let mut schema = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

fn form(field: &Field) -> Value {
    let kind = |name: &str| {
        if field.required {
            json!(name)
        } else {
            json!([name, "null"])
        }
    };
    let text = |format: &str| json!({ "type": kind("string"), "format": format });
    match field.form {
        Form::Text => json!({ "type": kind("string") }),
        Form::Decimal => json!({ "type": kind("string"), "pattern": r"^-?\d+(\.\d+)?$" }),
        Form::Number | Form::Id(_) => json!({ "type": kind("integer") }),
        Form::Flag => json!({ "type": kind("boolean") }),
        Form::Texts => json!({ "type": kind("array"), "items": { "type": "string" } }),
        Form::Ids(_) => json!({ "type": kind("array"), "items": { "type": "integer" } }),
        Form::Objects => json!({ "type": kind("array"), "items": { "type": "object" } }),
        Form::Object | Form::CustomFields(_) => json!({ "type": kind("object") }),
        Form::Address => {
            let parts: Map<_, _> = ADDRESS_PARTS
                .iter()
                .map(|part| ((*part).to_owned(), json!({ "type": ["string", "null"] })))
                .collect();
            json!({ "type": kind("object"), "properties": parts })
        }
        Form::Date => text("date"),
        Form::Time => text("date-time"),
        Form::OneOf(words) => {
            let mut allowed: Vec<_> = words.iter().map(|word| json!(word)).collect();
            if !field.required {
                allowed.push(Value::Null);
            }
            json!({ "enum": allowed })
        }
    }
}

/// `{"data": …, "meta": {"type": …}}` around a schema.
pub(super) fn wrapped(kind: &str, data: &Value) -> Value {
    json!({
        "type": "object",
        "required": ["data"],
        "properties": {
            "data": data,
            "meta": {
                "type": "object",
                "properties": {
                    "type": { "const": kind },
                    "version": { "type": "integer" },
                },
            },
        },
    })
}

/// `{"items": [{"data": …}, …], "meta": …}` around a schema.
pub(super) fn collected(kind: &str, data: &Value) -> Value {
    json!({
        "type": "object",
        "required": ["items", "meta"],
        "properties": {
            "items": { "type": "array", "items": wrapped(kind, data) },
            "meta": { "$ref": "#/components/schemas/CollectionMeta" },
        },
    })
}

/// The schemas that belong to no record.
pub(super) fn common() -> Value {
    let text = json!({ "type": "string" });
    let number = json!({ "type": "integer" });
    let links = json!({ "type": "object", "additionalProperties": text });
    let detail = json!({
        "type": "object",
        "required": ["code", "message"],
        "properties": {
            "code": text, "message": text, "details": text, "resource": text, "field": text,
        },
    });
    json!({
        "Nothing": { "type": "object" },
        "CollectionMeta": {
            "type": "object",
            "properties": { "type": { "const": "collection" }, "count": number, "links": links },
        },
        "Errors": {
            "type": "object",
            "required": ["errors", "meta"],
            "properties": {
                "errors": {
                    "type": "array",
                    "items": { "type": "object", "properties": { "error": detail } },
                },
                "meta": {
                    "type": "object",
                    "properties": { "http_status": text, "logref": text, "links": links },
                },
            },
        },
        "OAuthError": {
            "type": "object",
            "required": ["error"],
            "properties": { "error": text, "error_description": text, "error_uri": text },
        },
        "Token": {
            "type": "object",
            "required": ["access_token", "token_type"],
            "properties": {
                "access_token": text, "token_type": text, "expires_in": number,
                "refresh_token": text, "scope": text,
            },
        },
        "TokenInfo": {
            "type": "object",
            "description": "The switches `token_info.…` change names and forms.",
            "properties": {
                "resource_owner_id": number,
                "scope": { "type": "array", "items": text },
                "expires_in": { "type": ["integer", "null"] },
                "application": { "type": "object", "properties": { "uid": { "type": ["string", "null"] } } },
                "created_at": number,
            },
        },
    })
}
