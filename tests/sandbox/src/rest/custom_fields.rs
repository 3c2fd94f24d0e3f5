//! Custom fields: what an account adds to its leads, contacts and deals.

use serde_json::{Map, Value};

use super::code::Code;
use super::judge::{Judge, date, decimal, time};
use super::problems::pointer;
use super::resource::Kind;
use crate::internal::Internal;
use crate::store::records::{Fields, Record, Records};
use crate::store::selection::{Condition, Place};

/// The definition of the custom field with this name.
pub(crate) fn definition(
    records: &Records<'_>,
    kind: Kind,
    name: &str,
) -> Result<Option<Fields>, Internal> {
    let named = Condition::equal(Place::Plain("name"), name.to_owned());
    let found = records.matching(kind.custom_fields(), named)?;
    found.first().map(Record::fields).transpose()
}

/// Judges an object of values by the names of custom fields.
pub(super) fn judge(
    judge: &mut Judge<'_>,
    kind: Kind,
    at: &str,
    value: Value,
) -> Result<Option<Value>, Internal> {
    let Value::Object(values) = value else {
        return Ok(judge.typed(false, at, value, "an object"));
    };
    let mut kept = Map::new();
    for (name, value) in values {
        let at = pointer(at, &name);
        let Some(definition) = definition(judge.records, kind, &name)? else {
            let details = format!("No custom field of a {} is called `{name}`.", kind.text());
            judge.problems.add(&at, Code::Unknown, details);
            continue;
        };
        let value = match value {
            Value::Null => Some(Value::Null),
            value => one(judge, &definition, &at, value)?,
        };
        if let Some(value) = value {
            kept.insert(name, value);
        }
    }
    Ok(Some(Value::Object(kept)))
}

fn one(
    judge: &mut Judge<'_>,
    definition: &Fields,
    at: &str,
    value: Value,
) -> Result<Option<Value>, Internal> {
    let text = |name| definition.get(name).and_then(Value::as_str);
    let choices = choices(definition);
    Ok(match text("type").unwrap_or_default() {
        "number" => judge.parsed(at, &value, "a number, or a text of digits", decimal),
        "boolean" => judge.typed(value.is_boolean(), at, value, "true or false"),
        "date" => judge.parsed(at, &value, "a day such as 2026-01-31", date),
        "datetime" => judge.parsed(at, &value, "a time such as 2026-01-31T08:00:00Z", time),
        "list" => judge.word(&choices, at, value),
        "multi_select_list" => judge.list(at, value, |judge, at, entry| {
            Ok(judge.word(&choices, at, entry))
        })?,
        _ => judge.typed(value.is_string(), at, value, "a text"),
    })
}

fn choices(definition: &Fields) -> Vec<&str> {
    let choices = definition.get("choices").and_then(Value::as_array);
    choices
        .into_iter()
        .flatten()
        .filter_map(|choice| choice.get("name")?.as_str())
        .collect()
}
