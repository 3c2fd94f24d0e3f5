//! Whether a value of a payload fits its field, and the form it is kept in.

use std::time::{Duration, UNIX_EPOCH};

use serde_json::{Map, Value};

use super::code::Code;
use super::custom_fields;
use super::problems::{Problems, pointer};
use super::resource::{Form, field::ADDRESS_PARTS};
use crate::internal::Internal;
use crate::store::records::Records;

/// Judges values against the records there are.
#[derive(Debug)]
pub(crate) struct Judge<'a> {
    pub(crate) records: &'a Records<'a>,
    pub(crate) problems: &'a mut Problems,
}

impl Judge<'_> {
    /// The value in the form it is kept in; `None`, and a problem noted, when it does not fit.
    pub(crate) fn value(
        &mut self,
        form: Form,
        at: &str,
        value: Value,
    ) -> Result<Option<Value>, Internal> {
        if value.is_null() {
            return Ok(Some(value));
        }
        Ok(match form {
            Form::Text => self.typed(value.is_string(), at, value, "a text"),
            Form::Number => self.typed(value.is_i64(), at, value, "a whole number"),
            Form::Flag => self.typed(value.is_boolean(), at, value, "true or false"),
            Form::Object => self.typed(value.is_object(), at, value, "an object"),
            Form::Objects => self.list(at, value, |judge, at, entry| {
                Ok(judge.typed(entry.is_object(), at, entry, "an object"))
            })?,
            Form::Texts => self.list(at, value, |judge, at, entry| {
                Ok(judge.typed(entry.is_string(), at, entry, "a text"))
            })?,
            Form::Ids(resource) => {
                self.list(at, value, |judge, at, entry| judge.id(resource, at, entry))?
            }
            Form::Id(resource) => self.id(resource, at, value)?,
            Form::OneOf(words) => self.word(words, at, value),
            Form::Decimal => self.parsed(at, &value, "a number, or a text of digits", decimal),
            Form::Date => self.parsed(at, &value, "a day such as 2026-01-31", date),
            Form::Time => self.parsed(at, &value, "a time such as 2026-01-31T08:00:00Z", time),
            Form::Address => self.address(at, value),
            Form::CustomFields(kind) => custom_fields::judge(self, kind, at, value)?,
        })
    }

    pub(crate) fn typed(
        &mut self,
        fits: bool,
        at: &str,
        value: Value,
        expected: &str,
    ) -> Option<Value> {
        if fits {
            return Some(value);
        }
        let details = format!("The attribute must be {expected}.");
        self.problems.add(at, Code::InvalidType, details);
        None
    }

    /// A value of the right type may still not mean anything.
    pub(crate) fn parsed(
        &mut self,
        at: &str,
        value: &Value,
        expected: &str,
        parse: fn(&Value) -> Result<String, Code>,
    ) -> Option<Value> {
        match parse(value) {
            Ok(text) => Some(Value::String(text)),
            Err(code) => {
                let details = format!("The attribute must be {expected}.");
                self.problems.add(at, code, details);
                None
            }
        }
    }

    pub(crate) fn word(&mut self, words: &[&str], at: &str, value: Value) -> Option<Value> {
        let value = self.typed(value.is_string(), at, value, "a text")?;
        if value.as_str().is_some_and(|text| words.contains(&text)) {
            return Some(value);
        }
        let details = format!("The attribute must be one of: {}.", words.join(", "));
        self.problems.add(at, Code::IncorrectValue, details);
        None
    }

    fn id(&mut self, resource: &str, at: &str, value: Value) -> Result<Option<Value>, Internal> {
        let Some(id) = value.as_i64() else {
            return Ok(self.typed(false, at, value, "an id, a whole number"));
        };
        if self.records.has(resource, id)? {
            return Ok(Some(value));
        }
        let details = format!("There is no record with this id in `{resource}`.");
        self.problems.add(at, Code::IncorrectValue, details);
        Ok(None)
    }

    pub(crate) fn list(
        &mut self,
        at: &str,
        value: Value,
        judge: impl Fn(&mut Self, &str, Value) -> Result<Option<Value>, Internal>,
    ) -> Result<Option<Value>, Internal> {
        let Value::Array(entries) = value else {
            return Ok(self.typed(false, at, value, "a list"));
        };
        let mut kept = Vec::new();
        for (index, entry) in entries.into_iter().enumerate() {
            kept.extend(judge(self, &format!("{at}/{index}"), entry)?);
        }
        Ok(Some(Value::Array(kept)))
    }

    fn address(&mut self, at: &str, value: Value) -> Option<Value> {
        let Value::Object(parts) = value else {
            return self.typed(false, at, value, "an object");
        };
        let mut kept: Map<_, _> = ADDRESS_PARTS
            .iter()
            .map(|part| ((*part).to_owned(), Value::Null))
            .collect();
        for (name, part) in parts {
            let at = pointer(at, &name);
            if !ADDRESS_PARTS.contains(&name.as_str()) {
                let details = format!("An address has no part `{name}`.");
                self.problems.add(&at, Code::Unknown, details);
                continue;
            }
            let fits = part.is_string() || part.is_null();
            if let Some(part) = self.typed(fits, &at, part, "a text") {
                kept.insert(name, part);
            }
        }
        Some(Value::Object(kept))
    }
}

/// Money is kept as a text of digits with an optional point.
pub(crate) fn decimal(value: &Value) -> Result<String, Code> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return Err(Code::InvalidType),
    };
    let digits = text.strip_prefix('-').unwrap_or(&text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let fits = text.len() <= 40 && all_digits(whole) && all_digits(part);
    fits.then_some(text).ok_or(Code::InvalidType)
}

/// A day of the calendar.
pub(crate) fn date(value: &Value) -> Result<String, Code> {
    let text = value.as_str().ok_or(Code::InvalidType)?;
    humantime::parse_rfc3339(&format!("{text}T00:00:00Z"))
        .map(|_| text.to_owned())
        .map_err(|_| Code::IncorrectValue)
}

/// A moment in UTC, kept in whole seconds.
pub(crate) fn time(value: &Value) -> Result<String, Code> {
    let text = value.as_str().ok_or(Code::InvalidType)?;
    let moment = humantime::parse_rfc3339(text).map_err(|_| Code::IncorrectValue)?;
    let seconds = moment
        .duration_since(UNIX_EPOCH)
        .map_err(|_| Code::IncorrectValue)?
        .as_secs();
    let moment = UNIX_EPOCH + Duration::from_secs(seconds);
    Ok(humantime::format_rfc3339_seconds(moment).to_string())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_decimal_is_digits_with_at_most_one_point() {
        for (value, kept) in [
            (json!("12.50"), "12.50"),
            (json!(7), "7"),
            (json!(-0.5), "-0.5"),
        ] {
            assert_eq!(decimal(&value).unwrap(), kept);
        }
        for value in [
            json!("1e3"),
            json!("1."),
            json!(".5"),
            json!("1.2.3"),
            json!("--1"),
            json!(true),
        ] {
            assert_eq!(decimal(&value), Err(Code::InvalidType), "{value}");
        }
    }

    #[test]
    fn days_and_moments_must_exist() {
        assert_eq!(date(&json!("2024-02-29")).unwrap(), "2024-02-29");
        assert_eq!(date(&json!("2023-02-29")), Err(Code::IncorrectValue));
        assert_eq!(date(&json!(20_230_101)), Err(Code::InvalidType));
        assert_eq!(
            time(&json!("2026-01-31T08:00:00.25Z")).unwrap(),
            "2026-01-31T08:00:00Z"
        );
        assert_eq!(time(&json!("yesterday")), Err(Code::IncorrectValue));
    }
}
