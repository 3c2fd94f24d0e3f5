//! The names of the Search API. Those of the documentation's examples are known here; where it
//! shows none, a field is called as in the rest of the API.

use serde_json::Value;

use crate::failure::Failure;
use crate::rest::error::RestError;
use crate::rest::resource::{Form, Kind, Resource};
use crate::store::records::{Fields, Record, Records};
use crate::store::selection::Place;

/// The Search API's names, and ours.
const OTHER_NAMES: [(&str, &str); 3] = [
    ("is_organisation", "is_organization"),
    ("display_name", "name"),
    ("decimal_value", "value"),
];

/// One attribute of what is searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribute {
    /// As the client calls it.
    pub(super) name: String,
    /// Where it is kept.
    pub(super) place: Place,
    source: Source,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Source {
    Id,
    Version,
    Field(&'static str),
    Custom(String),
}

/// The name of a custom field in the Search API: `contact:12345`.
pub(super) fn search_id(kind: Kind, id: i64) -> String {
    format!("{}:{id}", kind.text())
}

impl Attribute {
    /// Reads `{"name": …}`.
    pub(super) fn read(
        records: &Records<'_>,
        kind: Kind,
        resource: &'static Resource,
        value: &Value,
    ) -> Result<Self, Failure> {
        let name = value.get("name").and_then(Value::as_str).ok_or_else(|| {
            RestError::incorrect_payload("An attribute is written as {\"name\": …}.")
        })?;
        let found = match name {
            "id" => Some((Place::Id, Source::Id)),
            "version" => Some((Place::Version, Source::Version)),
            _ => match name.strip_prefix(&format!("{}:", kind.text())) {
                Some(id) => custom(records, kind, id)?,
                None => field(resource, name),
            },
        };
        let (place, source) = found.ok_or_else(|| {
            let details = format!("There is no attribute `{name}` to search.");
            RestError::incorrect_payload(&details)
        })?;
        let name = name.to_owned();
        Ok(Self {
            name,
            place,
            source,
        })
    }

    /// What a record holds here.
    pub(super) fn value(&self, record: &Record, fields: &Fields) -> Value {
        match &self.source {
            Source::Id => Value::from(record.id),
            Source::Version => Value::from(record.version),
            Source::Field(name) => fields.get(*name).cloned().unwrap_or_default(),
            Source::Custom(name) => {
                let custom = fields
                    .get("custom_fields")
                    .and_then(|custom| custom.get(name));
                custom.cloned().unwrap_or_default()
            }
        }
    }
}

fn field(resource: &'static Resource, name: &str) -> Option<(Place, Source)> {
    let other = OTHER_NAMES.iter().find(|(other, _)| *other == name);
    let field = resource.field(other.map_or(name, |(_, ours)| ours))?;
    let place = match field.form {
        Form::Decimal => Place::Number(field.name),
        Form::Text | Form::OneOf(_) => Place::Folded(field.name),
        _ => Place::Plain(field.name),
    };
    Some((place, Source::Field(field.name)))
}

fn custom(records: &Records<'_>, kind: Kind, id: &str) -> Result<Option<(Place, Source)>, Failure> {
    let Ok(id) = id.parse() else {
        return Ok(None);
    };
    let Some(definition) = records.get(kind.custom_fields(), 0, id)? else {
        return Ok(None);
    };
    let fields = definition.fields()?;
    let name = fields
        .get("name")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let place = Place::Inside(format!("$.custom_fields.\"{name}\""));
    Ok(Some((place, Source::Custom(name.to_owned()))))
}
