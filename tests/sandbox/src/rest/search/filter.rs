//! Filters, as conditions.

use rusqlite::types::Value as Stored;
use serde_json::Value;

use super::attribute::Attribute;
use crate::failure::Failure;
use crate::rest::error::RestError;
use crate::store::selection::{Comparison, Condition, Place};

/// How deep filters may be nested.
const DEEPEST: usize = 8;

/// Reads a filter; `attribute` reads the attribute it names.
pub(super) fn read(
    filter: &Value,
    depth: usize,
    attribute: &dyn Fn(&Value) -> Result<Attribute, Failure>,
) -> Result<Condition, Failure> {
    if depth > DEEPEST {
        return Err(RestError::incorrect_payload("The filter is nested too deeply.").into());
    }
    let (operator, operand) = only_entry(filter)?;
    match operator {
        "filter" => comparison(operand, attribute),
        "and" | "or" => {
            let filters = operand.as_array().ok_or_else(|| {
                RestError::incorrect_payload("`and` and `or` join a list of filters.")
            })?;
            let read = |filter| read(filter, depth + 1, attribute);
            let conditions: Vec<_> = filters.iter().map(read).collect::<Result<_, _>>()?;
            Ok(if operator == "and" {
                Condition::All(conditions)
            } else {
                Condition::Any(conditions)
            })
        }
        _ => Err(unknown("filter", operator).into()),
    }
}

fn only_entry(value: &Value) -> Result<(&str, &Value), RestError> {
    let entries = value.as_object().filter(|entries| entries.len() == 1);
    let entry = entries.and_then(|entries| entries.iter().next());
    entry
        .map(|(name, value)| (name.as_str(), value))
        .ok_or_else(|| {
            RestError::incorrect_payload("A filter, and a parameter, has exactly one entry.")
        })
}

fn unknown(what: &str, name: &str) -> RestError {
    RestError::incorrect_payload(&format!("The {what} `{name}` is not known."))
}

fn comparison(
    filter: &Value,
    attribute: &dyn Fn(&Value) -> Result<Attribute, Failure>,
) -> Result<Condition, Failure> {
    let part = |name| filter.get(name).unwrap_or(&Value::Null);
    let place = attribute(part("attribute"))?.place;
    let (operator, operand) = only_entry(part("parameter"))?;
    match operator {
        "eq" if operand.is_null() => Ok(Condition::IsNull(place)),
        "eq" => Ok(Condition::equal(place, stored(operand)?)),
        "any" => {
            let values = operand
                .as_array()
                .ok_or_else(|| RestError::incorrect_payload("`any` takes a list of values."))?;
            let values: Vec<_> = values.iter().map(stored).collect::<Result<_, _>>()?;
            Ok(Condition::OneOf(place, values))
        }
        "range" => range(&place, operand),
        _ => Err(unknown("parameter", operator).into()),
    }
}

fn range(place: &Place, bounds: &Value) -> Result<Condition, Failure> {
    let bounds = bounds
        .as_object()
        .ok_or_else(|| RestError::incorrect_payload("`range` takes an object of bounds."))?;
    let mut conditions = Vec::new();
    for (name, bound) in bounds {
        let comparison = match name.as_str() {
            "gte" => Comparison::AtLeast,
            "gt" => Comparison::More,
            "lte" => Comparison::AtMost,
            "lt" => Comparison::Less,
            _ => return Err(unknown("bound", name).into()),
        };
        conditions.push(Condition::Compare(
            place.clone(),
            comparison,
            stored(bound)?,
        ));
    }
    Ok(Condition::All(conditions))
}

/// A value as `SQLite` compares it.
fn stored(value: &Value) -> Result<Stored, RestError> {
    match value {
        Value::Bool(flag) => Ok(Stored::from(i64::from(*flag))),
        Value::String(text) => Ok(Stored::from(text.clone())),
        Value::Number(number) => {
            let whole = number.as_i64().map(Stored::from);
            let stored = whole.or_else(|| number.as_f64().map(Stored::from));
            stored.ok_or_else(|| RestError::incorrect_payload("A number is too large."))
        }
        _ => Err(RestError::incorrect_payload(
            "Values are texts, numbers, true and false.",
        )),
    }
}
