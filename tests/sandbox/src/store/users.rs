//! The people who can sign in.

use rusqlite::{OptionalExtension as _, Row, params};

use super::Store;
use crate::internal::Internal;

/// A person with an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct User {
    pub(crate) id: i64,
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) role: String,
}

impl User {
    /// Whether they may register applications and make personal tokens.
    pub(crate) fn is_administrator(&self) -> bool {
        self.role == "admin"
    }
}

const COLUMNS: &str = "id, email, name, role";

fn user(row: &Row<'_>) -> rusqlite::Result<User> {
    Ok(User {
        id: row.get(0)?,
        email: row.get(1)?,
        name: row.get(2)?,
        role: row.get(3)?,
    })
}

impl Store {
    /// Adds a person, or brings the stored one up to date.
    pub(super) fn put_user(&self, user: &User, password_hash: &str) -> Result<(), Internal> {
        self.with(|connection| {
            connection.execute(
                "INSERT INTO users (id, email, name, role, password_hash)
                 VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (id) DO UPDATE SET email = ?2, name = ?3, role = ?4,
                 password_hash = ?5",
                params![user.id, user.email, user.name, user.role, password_hash],
            )
        })?;
        Ok(())
    }

    /// Everyone, in the order of their ids.
    pub(crate) fn users(&self) -> Result<Vec<User>, Internal> {
        self.with(|connection| {
            connection
                .prepare_cached(&format!("SELECT {COLUMNS} FROM users ORDER BY id"))?
                .query_map([], user)?
                .collect()
        })
    }

    /// The person with this id.
    pub(crate) fn user(&self, id: i64) -> Result<Option<User>, Internal> {
        self.with(|connection| {
            connection
                .prepare_cached(&format!("SELECT {COLUMNS} FROM users WHERE id = ?1"))?
                .query_row([id], user)
                .optional()
        })
    }

    /// The person with this e-mail address, in any letter case, and the hash of their password.
    pub(crate) fn user_by_email(&self, email: &str) -> Result<Option<(User, String)>, Internal> {
        self.with(|connection| {
            connection
                .prepare_cached(&format!(
                    "SELECT {COLUMNS}, password_hash FROM users WHERE email = ?1"
                ))?
                .query_row([email], |row| Ok((user(row)?, row.get(4)?)))
                .optional()
        })
    }
}
