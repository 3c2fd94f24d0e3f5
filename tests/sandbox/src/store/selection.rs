//! Which records, in which order: conditions as values, written as SQL in one place.

use rusqlite::types::Value;

/// A value of a record. Names of fields come from the resource table, never from a request,
/// because they become part of the statement; [`Place::Inside`] is bound instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    Id,
    Version,
    /// A field as it is.
    Plain(&'static str),
    /// A field whose letter case does not matter.
    Folded(&'static str),
    /// A field that holds a number, be it written as a text.
    Number(&'static str),
    /// A JSON path of `SQLite`, such as `$.address.city`.
    Inside(String),
}

/// How a value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    Less,
    AtMost,
    More,
    AtLeast,
}

/// What a record must meet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Condition {
    Compare(Place, Comparison, Value),
    OneOf(Place, Vec<Value>),
    IsNull(Place),
    /// The text occurs in the field, letter case aside.
    Contains(&'static str, String),
    /// The text is an entry of the list in the field.
    Lists(&'static str, String),
    Not(Box<Condition>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

impl Condition {
    pub(crate) fn equal(place: Place, value: impl Into<Value>) -> Self {
        Self::Compare(place, Comparison::Equal, value.into())
    }
}

/// One key of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sort {
    pub(crate) place: Place,
    pub(crate) descending: bool,
}

/// Which records a list shows.
#[derive(Debug, Clone)]
pub(crate) struct Selection {
    /// Only records nested in this one; any when `None`.
    pub(crate) parent: Option<i64>,
    pub(crate) condition: Condition,
    /// The keys of the order; the id comes last.
    pub(crate) order: Vec<Sort>,
    pub(crate) limit: u32,
    pub(crate) offset: u64,
}

impl Default for Selection {
    fn default() -> Self {
        Self {
            parent: None,
            condition: Condition::All(Vec::new()),
            order: Vec::new(),
            limit: u32::MAX,
            offset: 0,
        }
    }
}

impl Selection {
    /// The statement, and the values it binds.
    pub(super) fn statement(&self, resource: &str) -> (String, Vec<Value>) {
        let mut sql = Sql::new("SELECT parent, id, version, data FROM records", resource);
        sql.narrow(self.parent, &self.condition);
        sql.text.push_str(" ORDER BY ");
        for sort in &self.order {
            sql.place(&sort.place);
            sql.text
                .push_str(if sort.descending { " DESC, " } else { " ASC, " });
        }
        sql.text.push_str("id LIMIT ? OFFSET ?");
        sql.values.push(Value::from(self.limit));
        let offset = i64::try_from(self.offset).unwrap_or(i64::MAX);
        sql.values.push(Value::from(offset));
        (sql.text, sql.values)
    }

    /// The statement that counts.
    pub(super) fn count(
        resource: &str,
        parent: Option<i64>,
        condition: &Condition,
    ) -> (String, Vec<Value>) {
        let mut sql = Sql::new("SELECT count(*) FROM records", resource);
        sql.narrow(parent, condition);
        (sql.text, sql.values)
    }
}

/// A statement in the making.
struct Sql {
    text: String,
    values: Vec<Value>,
}

impl Sql {
    fn new(start: &str, resource: &str) -> Self {
        Self {
            text: format!("{start} WHERE resource = ?"),
            values: vec![Value::from(resource.to_owned())],
        }
    }

    fn narrow(&mut self, parent: Option<i64>, condition: &Condition) {
        if let Some(parent) = parent {
            self.text.push_str(" AND parent = ?");
            self.values.push(Value::from(parent));
        }
        self.text.push_str(" AND ");
        self.condition(condition);
    }

    fn bind(&mut self, value: Value) {
        self.text.push('?');
        self.values.push(value);
    }

    fn place(&mut self, place: &Place) {
        match place {
            Place::Id => self.text.push_str("id"),
            Place::Version => self.text.push_str("version"),
            Place::Plain(name) => self.text.push_str(&extract(name)),
            Place::Folded(name) => {
                self.text.push_str(&extract(name));
                self.text.push_str(" COLLATE NOCASE");
            }
            Place::Number(name) => {
                self.text.push_str("CAST(");
                self.text.push_str(&extract(name));
                self.text.push_str(" AS REAL)");
            }
            Place::Inside(path) => {
                self.text.push_str("json_extract(data, ");
                self.bind(Value::from(path.clone()));
                self.text.push(')');
            }
        }
    }

    fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::Compare(place, comparison, value) => {
                self.place(place);
                self.text.push_str(comparison.sign());
                self.bind(value.clone());
            }
            Condition::OneOf(place, values) => {
                self.place(place);
                self.text.push_str(" IN (");
                self.joined(", ", values, |sql, value| sql.bind(value.clone()));
                self.text.push(')');
            }
            Condition::IsNull(place) => {
                self.place(place);
                self.text.push_str(" IS NULL");
            }
            Condition::Contains(name, text) => {
                self.text.push_str("instr(lower(");
                self.text.push_str(&extract(name));
                self.text.push_str("), lower(");
                self.bind(Value::from(text.clone()));
                self.text.push_str(")) > 0");
            }
            Condition::Lists(name, text) => {
                self.text
                    .push_str("EXISTS (SELECT 1 FROM json_each(data, '$.");
                self.text.push_str(name);
                self.text.push_str("') WHERE value = ");
                self.bind(Value::from(text.clone()));
                self.text.push(')');
            }
            Condition::Not(condition) => {
                self.text.push_str("NOT coalesce(");
                self.condition(condition);
                self.text.push_str(", 0)");
            }
            Condition::All(conditions) => self.group("1", " AND ", conditions),
            Condition::Any(conditions) => self.group("0", " OR ", conditions),
        }
    }

    fn group(&mut self, empty: &str, between: &str, conditions: &[Condition]) {
        if conditions.is_empty() {
            self.text.push_str(empty);
            return;
        }
        self.text.push('(');
        self.joined(between, conditions, Self::condition);
        self.text.push(')');
    }

    fn joined<T>(&mut self, between: &str, parts: &[T], mut write: impl FnMut(&mut Self, &T)) {
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                self.text.push_str(between);
            }
            write(self, part);
        }
    }
}

impl Comparison {
    fn sign(self) -> &'static str {
        match self {
            Self::Equal => " = ",
            Self::Less => " < ",
            Self::AtMost => " <= ",
            Self::More => " > ",
            Self::AtLeast => " >= ",
        }
    }
}

/// The same words as in the indexes of `schema.sql`, or they are not used.
fn extract(name: &str) -> String {
    format!("json_extract(data, '$.{name}')")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(condition: &Condition) -> String {
        let (text, values) = Selection::count("deals", None, condition);
        assert_eq!(text.matches('?').count(), values.len());
        text.split_once(" AND ").unwrap().1.to_owned()
    }

    #[test]
    fn conditions_bind_every_value_and_write_none() {
        let condition = Condition::All(vec![
            Condition::equal(Place::Plain("hot"), 1),
            Condition::Any(vec![
                Condition::OneOf(Place::Id, vec![Value::from(1), Value::from(2)]),
                Condition::equal(Place::Inside("$.x".to_owned()), "'; --".to_owned()),
            ]),
        ]);
        assert_eq!(
            written(&condition),
            "(json_extract(data, '$.hot') = ? AND (id IN (?, ?) OR json_extract(data, ?) = ?))"
        );
    }

    #[test]
    fn an_empty_group_is_true_for_all_and_false_for_any() {
        assert_eq!(written(&Condition::All(Vec::new())), "1");
        assert_eq!(written(&Condition::Any(Vec::new())), "0");
    }
}
