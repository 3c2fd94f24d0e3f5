//! Authorization codes, by their digests.

use rusqlite::{Connection, OptionalExtension as _, params};

use super::Store;
use crate::internal::Internal;
use crate::oauth::scope::Scopes;
use crate::secret::Secret;

/// Beyond it the oldest go, so that the database stays bounded.
const MOST_CODES: i64 = 1000;

/// What an authorization code stands for (RFC 6749 §4.1.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CodeRecord {
    pub(crate) digest: String,
    pub(crate) client_id: String,
    pub(crate) user_id: i64,
    pub(crate) scopes: Scopes,
    /// The one of the authorization request; the token request must not name another.
    pub(crate) redirect_uri: String,
    /// Seconds since 1970.
    pub(crate) expires_at: i64,
    /// Seconds since 1970, once it was exchanged.
    pub(crate) used_at: Option<i64>,
}

/// Marks a code as used; `false` when it was already.
pub(super) fn use_code(connection: &Connection, digest: &str, now: i64) -> rusqlite::Result<bool> {
    let changed = connection.execute(
        "UPDATE codes SET used_at = ?2 WHERE digest = ?1 AND used_at IS NULL",
        params![digest, now],
    )?;
    Ok(changed == 1)
}

impl Store {
    /// Keeps a new code.
    pub(crate) fn add_code(&self, code: &CodeRecord) -> Result<(), Internal> {
        self.with(|connection| {
            connection.execute(
                "INSERT INTO codes (digest, client_id, user_id, scope, redirect_uri, expires_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    code.digest,
                    code.client_id,
                    code.user_id,
                    code.scopes.to_string(),
                    code.redirect_uri,
                    code.expires_at
                ],
            )?;
            connection.execute(
                "DELETE FROM codes WHERE rowid <= (SELECT max(rowid) FROM codes) - ?1",
                [MOST_CODES],
            )
        })?;
        Ok(())
    }

    /// The record of a code, used and expired ones included.
    pub(crate) fn code(&self, code: &Secret) -> Result<Option<CodeRecord>, Internal> {
        self.with(|connection| {
            connection
                .query_row(
                    "SELECT digest, client_id, user_id, scope, redirect_uri, expires_at, used_at
                     FROM codes WHERE digest = ?1",
                    [code.digest()],
                    |row| {
                        Ok(CodeRecord {
                            digest: row.get(0)?,
                            client_id: row.get(1)?,
                            user_id: row.get(2)?,
                            scopes: Scopes::read_stored(&row.get::<_, String>(3)?),
                            redirect_uri: row.get(4)?,
                            expires_at: row.get(5)?,
                            used_at: row.get(6)?,
                        })
                    },
                )
                .optional()
        })
    }
}
