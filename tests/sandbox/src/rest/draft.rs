//! A record on its way into the database: what was given, what follows from it, what is wrong.

use serde_json::{Value, json};

use super::changes::{self, Change};
use super::code::Code;
use super::judge::Judge;
use super::problems::{Problems, pointer};
use super::resource::{Field, Form, Preset, Resource};
use crate::failure::Failure;
use crate::internal::Internal;
use crate::store::records::{Fields, Record};
use crate::store::selection::{Condition, Place};

/// A record that is not stored yet.
#[derive(Debug)]
pub(crate) struct Draft<'a> {
    pub(crate) change: &'a Change<'a>,
    pub(crate) resource: &'static Resource,
    /// The record as it is, when this is a change of it.
    pub(crate) before: Option<&'a Record>,
    pub(crate) fields: Fields,
    parent: i64,
    old: Fields,
    given: Vec<String>,
    problems: Problems,
}

impl<'a> Draft<'a> {
    /// A new record of what was given and the presets.
    pub(crate) fn create(
        change: &'a Change<'a>,
        resource: &'static Resource,
        parent: i64,
        data: Fields,
    ) -> Result<Self, Internal> {
        let fields = resource
            .fields
            .iter()
            .map(|field| (field.name.to_owned(), preset(field.preset, change)))
            .collect();
        let mut draft = Self {
            change,
            resource,
            before: None,
            fields,
            parent,
            old: Fields::new(),
            given: Vec::new(),
            problems: Problems::none(resource),
        };
        draft.take(data)?;
        Ok(draft)
    }

    /// A stored record, changed where something was given.
    pub(crate) fn update(
        change: &'a Change<'a>,
        resource: &'static Resource,
        record: &'a Record,
        data: Fields,
    ) -> Result<Self, Internal> {
        let fields = record.fields()?;
        let mut draft = Self {
            change,
            resource,
            before: Some(record),
            old: fields.clone(),
            fields,
            parent: record.parent,
            given: Vec::new(),
            problems: Problems::none(resource),
        };
        draft.take(data)?;
        if resource.field("updated_at").is_some() {
            draft.set("updated_at", json!(change.now));
        }
        Ok(draft)
    }

    /// Judges each field given. Those that are fixed are left out; unknown ones are problems.
    fn take(&mut self, data: Fields) -> Result<(), Internal> {
        for (name, value) in data {
            let at = pointer("", &name);
            let Some(field) = self.resource.field(&name) else {
                let kind = self.resource.kind;
                let details = format!("`{name}` is not a known attribute of a {kind}.");
                self.problems.add(&at, Code::Unknown, details);
                continue;
            };
            self.given.push(name);
            if !field.is_writable() {
                continue;
            }
            let mut judge = Judge {
                records: self.change.records,
                problems: &mut self.problems,
            };
            if let Some(value) = judge.value(field.form, &at, value)? {
                self.put(field.name, field.form, value);
            }
        }
        Ok(())
    }

    /// Custom fields are changed one by one, every other field as a whole.
    fn put(&mut self, name: &str, form: Form, value: Value) {
        match (form, self.fields.get_mut(name), value) {
            (Form::CustomFields(_), Some(Value::Object(old)), Value::Object(new)) => {
                old.extend(new);
            }
            (_, _, value) => self.set(name, value),
        }
    }

    pub(crate) fn set(&mut self, name: &str, value: Value) {
        self.fields.insert(name.to_owned(), value);
    }

    /// The text of a field; empty when it holds none.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.fields
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// The whole number, or the id, in a field.
    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        self.fields.get(name).and_then(Value::as_i64)
    }

    pub(crate) fn is_true(&self, name: &str) -> bool {
        self.fields.get(name) == Some(&Value::Bool(true))
    }

    /// Whether a field holds something else than before.
    pub(crate) fn is_changed(&self, name: &str) -> bool {
        self.before.is_none() || self.fields.get(name) != self.old.get(name)
    }

    /// Whether the payload named the field.
    pub(crate) fn is_given(&self, name: &str) -> bool {
        self.given.iter().any(|given| given == name)
    }

    /// Notes that a field is wrong.
    pub(crate) fn refuse(&mut self, name: &str, code: Code, details: impl Into<String>) {
        self.problems.add(&pointer("", name), code, details);
    }

    /// Notes a problem when a field is empty.
    pub(crate) fn require(&mut self, name: &str) {
        let is_blank = self.fields.get(name).is_none_or(|value| {
            value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty())
        });
        if !is_blank || self.problems.has(name) {
            return;
        }
        if self.is_given(name) {
            self.refuse(name, Code::Blank, "The attribute must not be blank.");
        } else {
            self.refuse(name, Code::Missing, "The attribute is required.");
        }
    }

    /// Completes and checks the record, and stores it.
    pub(crate) fn finish(mut self) -> Result<Record, Failure> {
        let resource = self.resource;
        for field in resource.fields.iter().filter(|field| field.required) {
            self.require(field.name);
        }
        if self.problems.is_empty() {
            (resource.complete)(&mut self)?;
        }
        if self.problems.is_empty() {
            self.check_unique()?;
        }
        self.problems.check()?;
        let is_shown = |name: &str| resource.field(name).is_none_or(Field::is_readable);
        self.fields.retain(|name, _| is_shown(name));
        match self.before {
            Some(record) => Ok(changes::replace(
                self.change,
                resource,
                record,
                self.fields,
            )?),
            None => Ok(self.insert()?),
        }
    }

    fn insert(self) -> Result<Record, Internal> {
        let (records, name) = (self.change.records, self.resource.name);
        let id = match self.resource.key {
            "id" => records.next_id(name)?,
            key => self.number(key).unwrap_or_default(),
        };
        let mut fields = self.fields;
        if self.resource.key == "id" {
            fields.insert("id".to_owned(), json!(id));
        }
        if fields.contains_key("dropbox_email") {
            let address = format!("dropbox+{id}@example.test");
            fields.insert("dropbox_email".to_owned(), json!(address));
        }
        changes::insert(self.change, self.resource, self.parent, id, fields)
    }

    fn check_unique(&mut self) -> Result<(), Internal> {
        let Some(first) = self.resource.unique.first() else {
            return Ok(());
        };
        let Some(same) = self.same_values() else {
            return Ok(());
        };
        let records = self.change.records;
        let twins = records.matching(self.resource.name, Condition::All(same))?;
        let nested = self.resource.parent.is_some();
        let is_other = |twin: &Record| {
            (!nested || twin.parent == self.parent)
                && self.before.is_none_or(|before| before.id != twin.id)
        };
        if twins.iter().any(is_other) {
            let details = format!("Another {} has the same value.", self.resource.kind);
            self.refuse(first, Code::AlreadyExists, details);
        }
        Ok(())
    }

    /// Having the same values where records must differ; `None` when one of them is empty.
    fn same_values(&self) -> Option<Vec<Condition>> {
        let same = |name: &&'static str| {
            let condition = match self.fields.get(*name)? {
                Value::Number(number) => Condition::equal(Place::Plain(name), number.as_i64()?),
                Value::String(text) => Condition::equal(Place::Folded(name), text.clone()),
                _ => return None,
            };
            Some(condition)
        };
        self.resource.unique.iter().map(same).collect()
    }
}

fn preset(preset: Preset, change: &Change<'_>) -> Value {
    match preset {
        Preset::Null => Value::Null,
        Preset::Flag(flag) => json!(flag),
        Preset::Zero => json!(0),
        Preset::Text(text) => json!(text),
        Preset::EmptyList => json!([]),
        Preset::EmptyObject => json!({}),
        Preset::Caller => json!(change.caller),
        Preset::Now => json!(change.now),
    }
}
