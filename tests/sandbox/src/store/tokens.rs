//! Issued tokens, by their digests.

use rusqlite::{OptionalExtension as _, Row, params};

use super::Store;
use crate::internal::Internal;
use crate::oauth::scope::Scopes;
use crate::secret::Secret;

/// Beyond it the oldest tokens go, so that the database stays bounded.
const MOST_TOKENS: i64 = 10_000;

/// What the server knows about a token it issued; the token itself is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TokenRecord {
    /// The digest of the access token.
    pub(crate) digest: String,
    pub(crate) client_id: String,
    pub(crate) user_id: i64,
    pub(crate) scopes: Scopes,
    /// Seconds since 1970.
    pub(crate) issued_at: i64,
    /// Seconds since 1970; `None` for a token without end.
    pub(crate) expires_at: Option<i64>,
    /// Seconds since 1970, once revoked.
    pub(crate) revoked_at: Option<i64>,
}

impl TokenRecord {
    /// Whether the token still opens anything at `now`.
    pub(crate) fn is_live(&self, now: i64) -> bool {
        self.revoked_at.is_none() && self.expires_at.is_none_or(|end| now < end)
    }
}

const COLUMNS: &str =
    "digest, client_id, user_id, scope, issued_at, expires_at, revoked_at FROM tokens";

fn record(row: &Row<'_>) -> rusqlite::Result<TokenRecord> {
    Ok(TokenRecord {
        digest: row.get(0)?,
        client_id: row.get(1)?,
        user_id: row.get(2)?,
        scopes: Scopes::read_stored(&row.get::<_, String>(3)?),
        issued_at: row.get(4)?,
        expires_at: row.get(5)?,
        revoked_at: row.get(6)?,
    })
}

impl Store {
    /// Keeps a new token, with the refresh token issued beside it.
    pub(crate) fn add_token(
        &self,
        token: &TokenRecord,
        refresh_token: Option<&Secret>,
    ) -> Result<(), Internal> {
        self.with(|connection| {
            connection
                .prepare_cached(
                    "INSERT INTO tokens (digest, refresh_digest, client_id, user_id, scope,
                     issued_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                )?
                .execute(params![
                    token.digest,
                    refresh_token.map(Secret::digest),
                    token.client_id,
                    token.user_id,
                    token.scopes.to_string(),
                    token.issued_at,
                    token.expires_at
                ])?;
            connection
                .prepare_cached(
                    "DELETE FROM tokens WHERE rowid <= (SELECT max(rowid) FROM tokens) - ?1",
                )?
                .execute([MOST_TOKENS])
        })?;
        Ok(())
    }

    /// The record of an access token, dead or alive.
    pub(crate) fn token(&self, token: &Secret) -> Result<Option<TokenRecord>, Internal> {
        self.with(|connection| {
            connection
                .prepare_cached(&format!("SELECT {COLUMNS} WHERE digest = ?1"))?
                .query_row([token.digest()], record)
                .optional()
        })
    }

    /// The record of an access token or of the refresh token issued with it (RFC 7009 §2.1: the
    /// search covers every kind of token, whatever the hint says).
    pub(crate) fn token_of_any_kind(
        &self,
        token: &Secret,
    ) -> Result<Option<TokenRecord>, Internal> {
        self.with(|connection| {
            connection
                .prepare_cached(&format!(
                    "SELECT {COLUMNS} WHERE digest = ?1 OR refresh_digest = ?1"
                ))?
                .query_row([token.digest()], record)
                .optional()
        })
    }

    /// Ends a token and the refresh token issued with it. The first revocation counts.
    pub(crate) fn revoke_token(&self, digest: &str, now: i64) -> Result<(), Internal> {
        self.with(|connection| {
            connection
                .prepare_cached(
                    "UPDATE tokens SET revoked_at = coalesce(revoked_at, ?2) WHERE digest = ?1",
                )?
                .execute(params![digest, now])
        })?;
        Ok(())
    }
}
