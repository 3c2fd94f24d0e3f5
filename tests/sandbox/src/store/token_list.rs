//! Tokens as an administrator sees them.

use rusqlite::params;

use super::Store;
use super::tokens::{COLUMNS, TokenRecord, record};
use crate::internal::Internal;

/// More than a page can show with sense.
pub(crate) const MOST_LISTED: usize = 100;

/// A token that still opens something, or whose refresh token does.
const USABLE: &str = "revoked_at IS NULL
                      AND (expires_at IS NULL OR expires_at > ?2 OR refresh_digest IS NOT NULL)";

impl Store {
    /// The usable tokens of an application, or the personal ones; the newest first, and at most
    /// one more than [`MOST_LISTED`], so that the caller sees that there are more.
    pub(crate) fn usable_tokens(
        &self,
        client_id: Option<&str>,
        now: i64,
    ) -> Result<Vec<TokenRecord>, Internal> {
        let limit = MOST_LISTED + 1;
        self.with(|connection| {
            connection
                .prepare_cached(&format!(
                    "SELECT {COLUMNS} FROM tokens WHERE client_id IS ?1 AND {USABLE}
                     ORDER BY issued_at DESC, rowid DESC LIMIT {limit}"
                ))?
                .query_map(params![client_id, now], record)?
                .collect()
        })
    }
}
