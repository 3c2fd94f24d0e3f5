//! The body of POST and PUT: `{"data": {…}, "meta": {"type": …}}`, judged field by field.

use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use serde_json::Value;

use super::error::{Detail, RestError};
use super::resource::{Field, Form, Resource};
use crate::failure::Failure;
use crate::state::Shared;
use crate::store::records::Fields;
use crate::web::form::read_body;

/// Reads the writable fields of a payload; those that are fixed are left out, unknown or
/// wrongly typed ones are errors.
pub(crate) async fn read_payload(
    app: &Shared,
    resource: &Resource,
    request: Request,
) -> Result<Fields, Failure> {
    check_type(request.headers())?;
    let bytes = read_body(request.into_body()).await;
    let bytes = bytes.map_err(|_| RestError::payload_too_large())?;
    let data = unwrap_data(&bytes, resource)?;
    let (mut accepted, mut errors) = (Fields::new(), Vec::new());
    for (name, value) in data {
        match judge(app, resource, &name, value)? {
            Ok(Some(value)) => drop(accepted.insert(name, value)),
            Ok(None) => {}
            Err((code, details)) => errors.push(problem(resource, &name, code, details)),
        }
    }
    if errors.is_empty() {
        Ok(accepted)
    } else {
        Err(RestError::fields(errors).into())
    }
}

/// The error of a record without a required field, if one lacks.
pub(crate) fn check_required(resource: &Resource, fields: &Fields) -> Result<(), RestError> {
    let Some(name) = (resource.missing)(fields) else {
        return Ok(());
    };
    let (code, details) = match fields.get(name) {
        None => ("missing", "The field is required."),
        Some(_) => ("blank", "The field must not be blank."),
    };
    Err(RestError::fields(vec![problem(
        resource, name, code, details,
    )]))
}

fn problem(
    resource: &Resource,
    name: &str,
    code: &'static str,
    details: impl Into<String>,
) -> Detail {
    // RFC 6901 §3: `~` and `/` are escaped in a pointer.
    let pointer = name.replace('~', "~0").replace('/', "~1");
    Detail {
        code,
        message: "field is invalid",
        details: details.into(),
        resource: Some(resource.kind),
        field: Some(format!("/data/{pointer}")),
    }
}

fn check_type(headers: &HeaderMap) -> Result<(), RestError> {
    let value = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let media_type = value
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default()
        .trim();
    if media_type.eq_ignore_ascii_case("application/json") {
        return Ok(());
    }
    Err(RestError::invalid_header(
        "invalid_header",
        "Content-Type must be application/json.",
    ))
}

fn unwrap_data(bytes: &[u8], resource: &Resource) -> Result<Fields, RestError> {
    let body: Value = serde_json::from_slice(bytes)
        .map_err(|_| RestError::invalid_payload("The payload is not valid JSON."))?;
    let kind = body.pointer("/meta/type");
    if kind.is_some_and(|kind| kind != resource.kind) {
        return Err(RestError::incorrect_payload(
            "`meta.type` names another resource.",
        ));
    }
    match body {
        Value::Object(mut body) => match body.remove("data") {
            Some(Value::Object(data)) => Ok(data),
            _ => Err(RestError::incorrect_payload("`data` must be an object.")),
        },
        _ => Err(RestError::incorrect_payload(
            "The payload must be an object.",
        )),
    }
}

type Judgement = Result<Option<Value>, (&'static str, &'static str)>;

fn judge(
    app: &Shared,
    resource: &Resource,
    name: &str,
    value: Value,
) -> Result<Judgement, Failure> {
    let Some(field) = resource.field(name) else {
        return Ok(Err(("unknown", "The resource has no such field.")));
    };
    if !field.writable {
        return Ok(Ok(None));
    }
    if value.is_null() {
        return Ok(Ok(Some(value)));
    }
    if let Form::Id(other) = field.form {
        return reference(app, other, value);
    }
    Ok(typed(field, value)
        .map(Some)
        .ok_or(("invalid_type", "The field has another type.")))
}

fn typed(field: &Field, value: Value) -> Option<Value> {
    let fits = match field.form {
        Form::Text => value.is_string(),
        Form::Number => value.is_i64(),
        Form::Flag => value.is_boolean(),
        Form::List => value.is_array(),
        Form::Object => value.is_object(),
        Form::Decimal => return decimal(&value),
        Form::Id(_) => return None,
    };
    fits.then_some(value)
}

/// Money is kept as a text of digits with an optional point.
fn decimal(value: &Value) -> Option<Value> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    let digits = text.strip_prefix('-').unwrap_or(&text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (text.len() <= 40 && all_digits(whole) && all_digits(part)).then_some(Value::String(text))
}

fn reference(app: &Shared, resource: &str, value: Value) -> Result<Judgement, Failure> {
    let Some(id) = value.as_i64() else {
        return Ok(Err((
            "invalid_type",
            "The field must be an id, a whole number.",
        )));
    };
    let exists = app.store.record(resource, id)?.is_some();
    Ok(if exists {
        Ok(Some(value))
    } else {
        Err(("incorrect_value", "No record has this id."))
    })
}
