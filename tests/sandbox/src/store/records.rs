//! The records of every REST resource: an id, a version and the JSON the API shows.

use std::fmt;

use rusqlite::{Connection, OptionalExtension as _, Row, params, params_from_iter};
use serde_json::{Map, Value};

use super::Store;
use super::selection::{Condition, Selection};
use crate::internal::Internal;

/// The fields of a record.
pub(crate) type Fields = Map<String, Value>;

/// One stored record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Record {
    /// The id of the record this one is nested in; 0 where it is not.
    pub(crate) parent: i64,
    pub(crate) id: i64,
    /// Grows by one with each change; `meta.version` of collection items.
    pub(crate) version: i64,
    /// The JSON the API shows, an object.
    pub(crate) data: String,
}

impl Record {
    pub(crate) fn fields(&self) -> Result<Fields, Internal> {
        serde_json::from_str(&self.data).map_err(Internal::new)
    }
}

/// The records, while the database is held: one transaction, all or nothing.
pub(crate) struct Records<'a>(pub(super) &'a Connection);

impl fmt::Debug for Records<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Records")
    }
}

fn record(row: &Row<'_>) -> rusqlite::Result<Record> {
    Ok(Record {
        parent: row.get(0)?,
        id: row.get(1)?,
        version: row.get(2)?,
        data: row.get(3)?,
    })
}

impl Store {
    /// Reads records.
    pub(crate) fn read<T, E: From<Internal>>(
        &self,
        work: impl FnOnce(&Records<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        work(&Records(&self.lock()))
    }

    /// Reads and changes records; nothing is changed when `work` fails.
    pub(crate) fn write<T, E: From<Internal>>(
        &self,
        work: impl FnOnce(&Records<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.lock();
        let transaction = connection.transaction().map_err(Internal::from)?;
        let done = work(&Records(&transaction))?;
        transaction.commit().map_err(Internal::from)?;
        Ok(done)
    }
}

impl Records<'_> {
    /// The record with this id.
    pub(crate) fn get(
        &self,
        resource: &str,
        parent: i64,
        id: i64,
    ) -> Result<Option<Record>, Internal> {
        let found = self
            .0
            .prepare_cached(
                "SELECT parent, id, version, data FROM records
                 WHERE resource = ?1 AND parent = ?2 AND id = ?3",
            )?
            .query_row(params![resource, parent, id], record)
            .optional()?;
        Ok(found)
    }

    /// Whether there is a record with this id that is not nested.
    pub(crate) fn has(&self, resource: &str, id: i64) -> Result<bool, Internal> {
        let found = self
            .0
            .prepare_cached("SELECT 1 FROM records WHERE resource = ?1 AND parent = 0 AND id = ?2")?
            .exists(params![resource, id])?;
        Ok(found)
    }

    /// The records a list shows, in its order.
    pub(crate) fn select(
        &self,
        resource: &str,
        selection: &Selection,
    ) -> Result<Vec<Record>, Internal> {
        let (statement, values) = selection.statement(resource);
        let records = self
            .0
            .prepare_cached(&statement)?
            .query_map(params_from_iter(values), record)?
            .collect::<Result<_, _>>()?;
        Ok(records)
    }

    /// Every record of a resource, nested ones too, that meets a condition.
    pub(crate) fn matching(
        &self,
        resource: &str,
        condition: Condition,
    ) -> Result<Vec<Record>, Internal> {
        self.select(
            resource,
            &Selection {
                condition,
                ..Selection::default()
            },
        )
    }

    /// How many records meet a condition.
    pub(crate) fn count(
        &self,
        resource: &str,
        parent: Option<i64>,
        condition: &Condition,
    ) -> Result<u64, Internal> {
        let (statement, values) = Selection::count(resource, parent, condition);
        let count: i64 = self
            .0
            .prepare_cached(&statement)?
            .query_row(params_from_iter(values), |row| row.get(0))?;
        Ok(u64::try_from(count).unwrap_or_default())
    }

    /// An id no record of the resource has or had.
    pub(crate) fn next_id(&self, resource: &str) -> Result<i64, Internal> {
        let id = self
            .0
            .prepare_cached(
                "INSERT INTO last_ids (resource, id) VALUES (?1, 1)
                 ON CONFLICT (resource) DO UPDATE SET id = id + 1 RETURNING id",
            )?
            .query_row([resource], |row| row.get(0))?;
        Ok(id)
    }

    /// Stores a new record.
    pub(crate) fn insert(
        &self,
        resource: &str,
        parent: i64,
        id: i64,
        fields: Fields,
    ) -> Result<Record, Internal> {
        let record = Record {
            parent,
            id,
            version: 1,
            data: Value::Object(fields).to_string(),
        };
        self.0
            .prepare_cached(
                "INSERT INTO records (resource, parent, id, data) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![resource, parent, id, record.data])?;
        Ok(record)
    }

    /// Replaces the fields of a record, and raises its version.
    pub(crate) fn replace(
        &self,
        resource: &str,
        record: &Record,
        fields: Fields,
    ) -> Result<Record, Internal> {
        let record = Record {
            version: record.version + 1,
            data: Value::Object(fields).to_string(),
            ..*record
        };
        self.0
            .prepare_cached(
                "UPDATE records SET data = ?4, version = ?5
                 WHERE resource = ?1 AND parent = ?2 AND id = ?3",
            )?
            .execute(params![
                resource,
                record.parent,
                record.id,
                record.data,
                record.version
            ])?;
        Ok(record)
    }

    /// Removes a record.
    pub(crate) fn remove(&self, resource: &str, record: &Record) -> Result<(), Internal> {
        self.0
            .prepare_cached("DELETE FROM records WHERE resource = ?1 AND parent = ?2 AND id = ?3")?
            .execute(params![resource, record.parent, record.id])?;
        Ok(())
    }

    /// Stores a record of the seed, which brings its own id, and remembers that the id is taken.
    pub(super) fn put_seed(&self, resource: &str, mut fields: Fields) -> Result<(), Internal> {
        let number = |name: &str| fields.get(name).and_then(Value::as_i64);
        let id = number("id").or_else(|| number("@id")).unwrap_or_default();
        let parent = number("@parent").unwrap_or_default();
        fields.retain(|name, _| !name.starts_with('@'));
        self.0
            .prepare_cached(
                "INSERT OR REPLACE INTO records (resource, parent, id, data)
                 VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![
                resource,
                parent,
                id,
                Value::Object(fields).to_string()
            ])?;
        self.0
            .prepare_cached(
                "INSERT INTO last_ids (resource, id) VALUES (?1, ?2)
                 ON CONFLICT (resource) DO UPDATE SET id = max(id, ?2)",
            )?
            .execute(params![resource, id])?;
        Ok(())
    }
}
