//! The data, in SQLite.
//!
//! One connection behind a mutex: every statement takes microseconds, no lock is held across an
//! await, and a sandbox serves one person or one test run. Each sub-module is one table's
//! statements.

pub(crate) mod clients;
pub(crate) mod codes;
pub(crate) mod records;
mod seed;
pub(crate) mod sessions;
pub(crate) mod token_list;
pub(crate) mod tokens;
pub(crate) mod users;

use std::fmt;
use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;

use crate::config::{Config, Database};
use crate::error::SandboxError;
use crate::internal::Internal;

/// Marks a file as ours (`PRAGMA application_id`): "Sell" in ASCII.
const APPLICATION_ID: i64 = 0x5365_6c6c;
/// Raised whenever `schema.sql` changes.
const SCHEMA_VERSION: i64 = 2;

/// The open database.
pub(crate) struct Store {
    connection: Mutex<Connection>,
}

impl fmt::Debug for Store {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Store").finish_non_exhaustive()
    }
}

impl Store {
    /// Opens the database, lays out a new one, and brings users and clients in line with `config`.
    pub(crate) fn open(config: &Config) -> Result<Self, SandboxError> {
        let connection = match &config.database {
            Database::Memory => Connection::open_in_memory()?,
            Database::File(path) => Connection::open(path)?,
        };
        let fresh = match &config.database {
            Database::Memory => true,
            Database::File(path) => is_fresh(&connection)
                .map_err(|_| SandboxError::ForeignDatabase(path.clone()))?
                .ok_or_else(|| SandboxError::ForeignDatabase(path.clone()))?,
        };
        prepare(&connection, fresh)?;
        let store = Self {
            connection: Mutex::new(connection),
        };
        if fresh {
            store.seed_records(config)?;
        }
        store.seed_people_and_clients(config)?;
        Ok(store)
    }

    /// Forgets everything and starts again from the seed.
    pub(crate) fn reset(&self, config: &Config) -> Result<(), Internal> {
        self.with(|connection| {
            connection.execute_batch(
                "DELETE FROM codes; DELETE FROM tokens; DELETE FROM sessions;
                 DELETE FROM redirect_uris; DELETE FROM clients; DELETE FROM users;
                 DELETE FROM records;",
            )
        })?;
        self.seed_records(config)?;
        self.seed_people_and_clients(config)
    }

    /// Runs `work` with the connection to itself.
    fn with<T>(
        &self,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T>,
    ) -> Result<T, Internal> {
        // A panic elsewhere leaves no statement half done, so a poisoned lock is still good.
        let mut connection = self
            .connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        work(&mut connection).map_err(Internal::from)
    }
}

/// `Some(true)` for an empty file, `Some(false)` for one of ours, `None` for anything else.
fn is_fresh(connection: &Connection) -> rusqlite::Result<Option<bool>> {
    let pragma = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
    Ok(match (pragma("application_id")?, pragma("user_version")?) {
        (APPLICATION_ID, SCHEMA_VERSION) => Some(false),
        (0, 0) if tables == 0 => Some(true),
        _ => None,
    })
}

fn prepare(connection: &Connection, fresh: bool) -> rusqlite::Result<()> {
    // A sandbox's data is made again in a moment; waiting for the disk at every request is not.
    connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF;")?;
    if fresh {
        connection.execute_batch(include_str!("schema.sql"))?;
        connection.pragma_update(None, "application_id", APPLICATION_ID)?;
        connection.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    }
    Ok(())
}
