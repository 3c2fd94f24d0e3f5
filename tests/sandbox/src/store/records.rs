//! The records of every REST resource: an id, a version and the JSON the API shows.

use rusqlite::{OptionalExtension as _, Row, ToSql, params};
use serde_json::{Map, Value};

use super::Store;
use crate::internal::Internal;

/// The fields of a record.
pub(crate) type Fields = Map<String, Value>;

/// One stored record.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Record {
    pub(crate) id: i64,
    /// Grows by one with each change; `meta.version` of collection items.
    pub(crate) version: i64,
    pub(crate) fields: Fields,
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sort {
    /// The field. Its name comes from the resource table, never from the request, because it
    /// becomes part of the statement.
    pub(crate) field: &'static str,
    /// Whether the values are numbers, even where they are written as texts.
    pub(crate) as_number: bool,
    pub(crate) descending: bool,
}

impl Sort {
    fn clause(self) -> String {
        let Self {
            field,
            as_number,
            descending,
        } = self;
        let direction = if descending { "DESC" } else { "ASC" };
        if as_number {
            format!("CAST(json_extract(data, '$.{field}') AS REAL) {direction}, id")
        } else {
            format!("json_extract(data, '$.{field}') COLLATE NOCASE {direction}, id")
        }
    }
}

/// Which records a list shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Selection {
    /// Only these ids, when given.
    pub(crate) ids: Option<Vec<i64>>,
    /// How to sort; by id when `None`.
    pub(crate) sort: Option<Sort>,
    pub(crate) limit: u32,
    pub(crate) offset: u64,
}

fn raw(row: &Row<'_>) -> rusqlite::Result<(i64, i64, String)> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

fn record((id, version, data): (i64, i64, String)) -> Result<Record, Internal> {
    let fields = serde_json::from_str(&data).map_err(Internal::new)?;
    Ok(Record {
        id,
        version,
        fields,
    })
}

impl Store {
    /// The record with this id.
    pub(crate) fn record(&self, resource: &str, id: i64) -> Result<Option<Record>, Internal> {
        let found = self.with(|connection| {
            connection
                .prepare_cached(
                    "SELECT id, version, data FROM records WHERE resource = ?1 AND id = ?2",
                )?
                .query_row(params![resource, id], raw)
                .optional()
        })?;
        found.map(record).transpose()
    }

    /// The records a list shows, in its order.
    pub(crate) fn records(
        &self,
        resource: &str,
        selection: &Selection,
    ) -> Result<Vec<Record>, Internal> {
        let order = selection.sort.map_or_else(|| "id".to_owned(), Sort::clause);
        let marks = selection.ids.as_ref().map_or_else(String::new, |ids| {
            format!(" AND id IN ({})", vec!["?"; ids.len()].join(", "))
        });
        let statement = format!(
            "SELECT id, version, data FROM records WHERE resource = ?{marks}
             ORDER BY {order} LIMIT ? OFFSET ?"
        );
        let offset = i64::try_from(selection.offset).unwrap_or(i64::MAX);
        let mut values: Vec<&dyn ToSql> = vec![&resource];
        values.extend(selection.ids.iter().flatten().map(|id| id as &dyn ToSql));
        values.push(&selection.limit);
        values.push(&offset);
        let rows: Vec<_> = self.with(|connection| {
            connection
                .prepare_cached(&statement)?
                .query_map(&values[..], raw)?
                .collect()
        })?;
        rows.into_iter().map(record).collect()
    }

    /// Stores a record under the next free id, which becomes its `id` field.
    pub(crate) fn create_record(
        &self,
        resource: &str,
        mut fields: Fields,
    ) -> Result<Record, Internal> {
        let id = self.with(|connection| {
            let transaction = connection.transaction()?;
            let id: i64 = transaction.query_row(
                "SELECT coalesce(max(id), 0) + 1 FROM records WHERE resource = ?1",
                [resource],
                |row| row.get(0),
            )?;
            fields.insert("id".to_owned(), Value::from(id));
            let data = Value::Object(fields.clone()).to_string();
            transaction.execute(
                "INSERT INTO records (resource, id, data) VALUES (?1, ?2, ?3)",
                params![resource, id, data],
            )?;
            transaction.commit()?;
            Ok(id)
        })?;
        Ok(Record {
            id,
            version: 1,
            fields,
        })
    }

    /// Replaces the fields of a record.
    pub(crate) fn update_record(&self, resource: &str, record: &Record) -> Result<(), Internal> {
        let data = Value::Object(record.fields.clone()).to_string();
        self.with(|connection| {
            connection.execute(
                "UPDATE records SET data = ?3, version = version + 1
                 WHERE resource = ?1 AND id = ?2",
                params![resource, record.id, data],
            )
        })?;
        Ok(())
    }

    /// Removes a record; `false` when there was none.
    pub(crate) fn delete_record(&self, resource: &str, id: i64) -> Result<bool, Internal> {
        let deleted = self.with(|connection| {
            connection.execute(
                "DELETE FROM records WHERE resource = ?1 AND id = ?2",
                params![resource, id],
            )
        })?;
        Ok(deleted > 0)
    }

    /// Stores a record of the seed, which brings its own id.
    pub(super) fn put_seed_record(&self, resource: &str, fields: &Fields) -> Result<(), Internal> {
        let id = fields.get("id").and_then(Value::as_i64).unwrap_or_default();
        let data = Value::Object(fields.clone()).to_string();
        self.with(|connection| {
            connection.execute(
                "INSERT OR REPLACE INTO records (resource, id, data) VALUES (?1, ?2, ?3)",
                params![resource, id, data],
            )
        })?;
        Ok(())
    }
}
