//! The query parameters that narrow a list, as conditions.

use rusqlite::types::Value;

use super::custom_fields;
use super::error::RestError;
use super::query::Query;
use super::resource::{Field, Filter, Form, Kind, Resource, field::ADDRESS_PARTS};
use crate::failure::Failure;
use crate::internal::Internal;
use crate::store::records::Records;
use crate::store::selection::{Comparison, Condition, Place};

/// Whether a parameter is a filter of the resource.
pub(crate) fn knows(resource: &Resource, name: &str) -> bool {
    resource.filters.iter().any(|filter| filter.is_named(name))
}

/// The conditions of every filter in a query.
pub(crate) fn conditions(
    query: &Query,
    resource: &Resource,
    records: &Records<'_>,
    now: &str,
) -> Result<Vec<Condition>, Failure> {
    let mut conditions = Vec::new();
    for (name, value) in query.given() {
        let filter = resource.filters.iter().find(|filter| filter.is_named(name));
        if let Some(filter) = filter {
            let context = Context {
                resource,
                records,
                now,
            };
            conditions.push(context.condition(*filter, name, value)?);
        }
    }
    let paired = resource
        .paired
        .iter()
        .filter(|name| query.get(name).is_some());
    if paired.count() == 1 {
        let names = resource.paired.join("` and `");
        let details = format!("`{names}` are given together.");
        return Err(RestError::invalid_param(details).into());
    }
    Ok(conditions)
}

/// Where the value of a custom field of this resource is kept, when there is such a field.
pub(crate) fn custom_field(
    resource: &Resource,
    records: &Records<'_>,
    name: &str,
) -> Result<Option<Place>, Internal> {
    let Some(kind) = resource.filters.iter().find_map(|filter| match filter {
        Filter::Custom(kind) => Some(*kind),
        _ => None,
    }) else {
        return Ok(None);
    };
    custom_place(kind, records, name)
}

fn custom_place(kind: Kind, records: &Records<'_>, name: &str) -> Result<Option<Place>, Internal> {
    // A quote would end the name inside the path; no field is called like that.
    let exists = !name.contains('"') && custom_fields::definition(records, kind, name)?.is_some();
    Ok(exists.then(|| Place::Inside(format!("$.custom_fields.\"{name}\""))))
}

impl Filter {
    fn is_named(self, name: &str) -> bool {
        match self {
            Self::Field(field) => field == name,
            Self::Address => {
                inside("address", name).is_some_and(|part| ADDRESS_PARTS.contains(&part))
            }
            Self::Custom(_) => inside("custom_fields", name).is_some(),
            Self::Words(_) | Self::Reminder | Self::Overdue | Self::Relation => {
                self.parameter() == name
            }
        }
    }
}

/// `part` of `family[part]`.
fn inside<'a>(family: &str, name: &'a str) -> Option<&'a str> {
    name.strip_prefix(family)?
        .strip_prefix('[')?
        .strip_suffix(']')
}

/// What the value of a filter is read with.
struct Context<'a> {
    resource: &'a Resource,
    records: &'a Records<'a>,
    now: &'a str,
}

impl Context<'_> {
    fn condition(&self, filter: Filter, name: &str, value: &str) -> Result<Condition, Failure> {
        Ok(match filter {
            Filter::Field(field) => {
                let field = self.resource.field(field);
                let field = field.ok_or_else(|| Internal::new(name))?;
                equals(field, value)?
            }
            Filter::Address => {
                let part = inside("address", name).unwrap_or_default();
                Condition::equal(Place::Inside(format!("$.address.{part}")), value.to_owned())
            }
            Filter::Custom(kind) => {
                let custom = inside("custom_fields", name).unwrap_or_default();
                let place = custom_place(kind, self.records, custom)?;
                let place = place.ok_or_else(|| {
                    RestError::invalid_param(format!("There is no custom field `{custom}`."))
                })?;
                any_form(place, value)
            }
            Filter::Words(field) => Condition::Contains(field, value.to_owned()),
            Filter::Reminder => {
                let without = Condition::IsNull(Place::Plain("remind_at"));
                unless(flag(name, value)?, without)
            }
            Filter::Overdue => unless(!flag(name, value)?, overdue(self.now)),
            Filter::Relation => {
                let floating = Condition::IsNull(Place::Plain("resource_id"));
                match value {
                    "floating" => floating,
                    "related" => Condition::Not(Box::new(floating)),
                    _ => return Err(wrong(name, "`floating` or `related`").into()),
                }
            }
        })
    }
}

/// Being open past the due date.
fn overdue(now: &str) -> Condition {
    Condition::All(vec![
        Condition::Compare(
            Place::Plain("due_date"),
            Comparison::Less,
            now.to_owned().into(),
        ),
        Condition::equal(Place::Plain("completed"), 0),
    ])
}

fn unless(negated: bool, condition: Condition) -> Condition {
    if negated {
        Condition::Not(Box::new(condition))
    } else {
        condition
    }
}

fn equals(field: &Field, value: &str) -> Result<Condition, RestError> {
    let (name, text) = (field.name, || Value::from(value.to_owned()));
    Ok(match field.form {
        Form::Number | Form::Id(_) => {
            let number: Result<i64, _> = value.parse();
            let number = number.map_err(|_| wrong(name, "a whole number"))?;
            Condition::equal(Place::Plain(name), number)
        }
        Form::Decimal => {
            let number: Result<f64, _> = value.parse();
            let number = number.map_err(|_| wrong(name, "a number"))?;
            Condition::equal(Place::Number(name), number)
        }
        Form::Flag => Condition::equal(Place::Plain(name), i64::from(flag(name, value)?)),
        _ => Condition::Compare(Place::Plain(name), Comparison::Equal, text()),
    })
}

/// Custom fields hold texts, numbers and flags; a query holds texts only.
fn any_form(place: Place, value: &str) -> Condition {
    let mut values = vec![Value::from(value.to_owned())];
    values.extend(value.parse::<i64>().ok().map(Value::from));
    values.extend(
        value
            .parse::<bool>()
            .ok()
            .map(|flag| Value::from(i64::from(flag))),
    );
    Condition::OneOf(place, values)
}

fn flag(name: &str, value: &str) -> Result<bool, RestError> {
    value.parse().map_err(|_| wrong(name, "`true` or `false`"))
}

fn wrong(name: &str, expected: &str) -> RestError {
    RestError::invalid_param(format!("`{name}` must be {expected}."))
}
