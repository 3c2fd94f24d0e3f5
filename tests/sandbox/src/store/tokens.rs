//! Issued tokens, by their digests.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::Store;
use super::codes::use_code;
use crate::internal::Internal;
use crate::oauth::scope::Scopes;
use crate::secret::Secret;

/// Beyond it the oldest tokens of applications go, so that the database stays bounded.
const MOST_TOKENS: i64 = 10_000;
/// The same for personal tokens, counted apart, so that short lives do not push out endless ones.
const MOST_PERSONAL_TOKENS: i64 = 1000;

/// What the server knows about a token it issued; the token itself is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TokenRecord {
    /// The digest of the access token.
    pub(crate) digest: String,
    pub(crate) holder: Holder,
    pub(crate) user_id: i64,
    pub(crate) scopes: Scopes,
    /// What the refresh token issued beside it opens; `None` when there is none.
    pub(crate) refresh_scopes: Option<Scopes>,
    /// What all tokens of one consent share.
    pub(crate) grant_digest: String,
    /// The token this one was refreshed from, until its first use ends that one.
    pub(crate) replaces: Option<String>,
    /// Seconds since 1970.
    pub(crate) issued_at: i64,
    /// Seconds since 1970; `None` for a token without end.
    pub(crate) expires_at: Option<i64>,
    /// Seconds since 1970, once revoked.
    pub(crate) revoked_at: Option<i64>,
}

/// To whom a token was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Holder {
    /// The application with this client id.
    Client(String),
    /// Nobody but its owner: a personal token, with what it was made for.
    Owner { note: String },
}

impl TokenRecord {
    /// Whether the token still opens anything at `now`.
    pub(crate) fn is_live(&self, now: i64) -> bool {
        self.revoked_at.is_none() && self.expires_at.is_none_or(|end| now < end)
    }

    /// The application it was given to; none for a personal token.
    pub(crate) fn client_id(&self) -> Option<&str> {
        match &self.holder {
            Holder::Client(client_id) => Some(client_id),
            Holder::Owner { .. } => None,
        }
    }
}

/// What a new token is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin<'a> {
    /// A decision just taken.
    Decision,
    /// The code with this digest, which is used up by it.
    Code(&'a str),
    /// The refresh token issued with the access token of this digest.
    Refresh(&'a str),
}

/// Which of the two tokens of a record a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    Access,
    Refresh,
}

pub(super) const COLUMNS: &str = "digest, client_id, note, user_id, scope, refresh_scope, \
                                  grant_digest, replaces, issued_at, expires_at, revoked_at";

pub(super) fn record(row: &Row<'_>) -> rusqlite::Result<TokenRecord> {
    let client_id: Option<String> = row.get(1)?;
    let refresh_scopes: Option<String> = row.get(5)?;
    Ok(TokenRecord {
        digest: row.get(0)?,
        holder: match client_id {
            Some(client_id) => Holder::Client(client_id),
            None => Holder::Owner { note: row.get(2)? },
        },
        user_id: row.get(3)?,
        scopes: Scopes::read_stored(&row.get::<_, String>(4)?),
        refresh_scopes: refresh_scopes.as_deref().map(Scopes::read_stored),
        grant_digest: row.get(6)?,
        replaces: row.get(7)?,
        issued_at: row.get(8)?,
        expires_at: row.get(9)?,
        revoked_at: row.get(10)?,
    })
}

/// Takes what the token is made from; `false` when it is used up or revoked.
fn take(connection: &Connection, origin: Origin<'_>, now: i64) -> rusqlite::Result<bool> {
    match origin {
        Origin::Decision => Ok(true),
        Origin::Code(digest) => use_code(connection, digest, now),
        Origin::Refresh(digest) => connection
            .prepare_cached("SELECT 1 FROM tokens WHERE digest = ?1 AND revoked_at IS NULL")?
            .exists([digest]),
    }
}

fn insert(
    connection: &Connection,
    token: &TokenRecord,
    refresh_token: Option<&Secret>,
) -> rusqlite::Result<()> {
    let note = match &token.holder {
        Holder::Client(_) => "",
        Holder::Owner { note } => note,
    };
    connection
        .prepare_cached(
            "INSERT INTO tokens (digest, client_id, note, user_id, scope, refresh_scope,
             grant_digest, replaces, issued_at, expires_at, refresh_digest)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            token.digest,
            token.client_id(),
            note,
            token.user_id,
            token.scopes.to_string(),
            token.refresh_scopes.as_ref().map(Scopes::to_string),
            token.grant_digest,
            token.replaces,
            token.issued_at,
            token.expires_at,
            refresh_token.map(Secret::digest)
        ])?;
    match &token.holder {
        Holder::Client(_) => connection
            .prepare_cached(
                "DELETE FROM tokens WHERE client_id IS NOT NULL
                 AND rowid <= (SELECT max(rowid) FROM tokens) - ?1",
            )?
            .execute([MOST_TOKENS]),
        Holder::Owner { .. } => connection.execute(
            "DELETE FROM tokens WHERE client_id IS NULL AND rowid NOT IN
             (SELECT rowid FROM tokens WHERE client_id IS NULL ORDER BY rowid DESC LIMIT ?1)",
            [MOST_PERSONAL_TOKENS],
        ),
    }?;
    Ok(())
}

impl Store {
    /// Keeps a new token, with the refresh token issued beside it. What it is made from is taken
    /// in the same transaction, so that two requests cannot both use up one code; `false`, and
    /// nothing kept, when it was used up or revoked.
    pub(crate) fn add_token(
        &self,
        token: &TokenRecord,
        refresh_token: Option<&Secret>,
        origin: Origin<'_>,
    ) -> Result<bool, Internal> {
        self.with(|connection| {
            let transaction = connection.transaction()?;
            let is_good = take(&transaction, origin, token.issued_at)?;
            if is_good {
                insert(&transaction, token, refresh_token)?;
            }
            transaction.commit()?;
            Ok(is_good)
        })
    }

    /// The record of an access token, dead or alive.
    pub(crate) fn token(&self, token: &Secret) -> Result<Option<TokenRecord>, Internal> {
        self.token_where("digest", &token.digest())
    }

    /// The record a refresh token was issued with, dead or alive.
    pub(crate) fn token_by_refresh_token(
        &self,
        refresh_token: &Secret,
    ) -> Result<Option<TokenRecord>, Internal> {
        self.token_where("refresh_digest", &refresh_token.digest())
    }

    /// The record of a token of either kind (RFC 7009 §2.1: the search covers every kind,
    /// whatever the hint says).
    pub(crate) fn token_of_any_kind(
        &self,
        token: &Secret,
    ) -> Result<Option<(TokenKind, TokenRecord)>, Internal> {
        if let Some(record) = self.token(token)? {
            return Ok(Some((TokenKind::Access, record)));
        }
        let record = self.token_by_refresh_token(token)?;
        Ok(record.map(|record| (TokenKind::Refresh, record)))
    }

    /// The record whose access token has this digest.
    pub(crate) fn token_by_digest(&self, digest: &str) -> Result<Option<TokenRecord>, Internal> {
        self.token_where("digest", digest)
    }

    fn token_where(
        &self,
        column: &'static str,
        digest: &str,
    ) -> Result<Option<TokenRecord>, Internal> {
        self.with(|connection| {
            connection
                .prepare_cached(&format!("SELECT {COLUMNS} FROM tokens WHERE {column} = ?1"))?
                .query_row([digest], record)
                .optional()
        })
    }

    /// Ends a token and the refresh token issued with it. The first revocation counts.
    pub(crate) fn revoke_token(&self, digest: &str, now: i64) -> Result<(), Internal> {
        self.revoke_where("digest", digest, now)
    }

    /// Ends every token of one consent (RFC 6749 §4.1.2, RFC 7009 §2.1).
    pub(crate) fn revoke_grant(&self, grant_digest: &str, now: i64) -> Result<(), Internal> {
        self.revoke_where("grant_digest", grant_digest, now)
    }

    fn revoke_where(&self, column: &'static str, digest: &str, now: i64) -> Result<(), Internal> {
        self.with(|connection| {
            connection
                .prepare_cached(&format!(
                    "UPDATE tokens SET revoked_at = coalesce(revoked_at, ?2) WHERE {column} = ?1"
                ))?
                .execute(params![digest, now])
        })?;
        Ok(())
    }

    /// Notes that a token replaces none any more.
    pub(crate) fn forget_replaced(&self, digest: &str) -> Result<(), Internal> {
        self.with(|connection| {
            connection
                .prepare_cached("UPDATE tokens SET replaces = NULL WHERE digest = ?1")?
                .execute([digest])
        })?;
        Ok(())
    }
}
