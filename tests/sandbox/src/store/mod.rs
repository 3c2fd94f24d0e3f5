//! The data, in SQLite.
//!
//! One connection behind a mutex: every statement takes microseconds, no lock is held across an
//! await, and a sandbox serves one person or one test run. Each sub-module is one table's
//! statements.

pub(crate) mod clients;
pub(crate) mod codes;
pub(crate) mod events;
pub(crate) mod records;
mod seed;
pub(crate) mod selection;
pub(crate) mod sessions;
pub(crate) mod sync;
pub(crate) mod token_list;
pub(crate) mod tokens;
pub(crate) mod users;

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;

use crate::config::{Config, Database};
use crate::error::SandboxError;
use crate::internal::Internal;

/// Marks a file as ours (`PRAGMA application_id`): "Sell" in ASCII.
const APPLICATION_ID: i64 = 0x5365_6c6c;
/// Raised whenever `schema.sql` changes.
const SCHEMA_VERSION: i64 = 3;
/// Every statement here, and a good many lists: none is compiled twice.
const STATEMENTS_KEPT: usize = 256;

/// 256 MB in `SQLite`'s pages of 4 KB: what callers can make it hold is bounded.
const MOST_PAGES: u32 = 65_536;

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
                 DELETE FROM records; DELETE FROM last_ids; DELETE FROM events;
                 DELETE FROM sync_devices;",
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
        work(&mut self.lock()).map_err(Internal::from)
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        // A panic elsewhere leaves no statement half done, so a poisoned lock is still good.
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
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
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF;")?;
    connection.execute_batch(&format!("PRAGMA max_page_count = {MOST_PAGES};"))?;
    if fresh {
        connection.execute_batch(include_str!("schema.sql"))?;
        connection.pragma_update(None, "application_id", APPLICATION_ID)?;
        connection.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::Failure;

    #[test]
    fn a_full_database_is_told_as_such_and_usable_again_after_a_reset() {
        let config = Config::default();
        let store = Store::open(&config).unwrap();
        // `SQLite` takes the pages there are for the least.
        let few = store.with(|connection| connection.execute_batch("PRAGMA max_page_count = 1"));
        few.unwrap();
        let fill = |connection: &mut Connection| {
            connection.execute("UPDATE users SET name = printf('%.9999999c', 'x')", [])
        };
        let error = store.with(fill).unwrap_err();
        assert!(error.is_no_room(), "{error}");
        assert_eq!(Failure::from(error).status().as_u16(), 503);
        assert_eq!(store.reset(&config), Ok(()));
    }

    #[test]
    fn the_database_is_bounded() {
        let store = Store::open(&Config::default()).unwrap();
        let bound = store.with(|connection| {
            connection.pragma_query_value(None, "max_page_count", |row| row.get::<_, u32>(0))
        });
        assert_eq!(bound, Ok(MOST_PAGES));
    }
}
