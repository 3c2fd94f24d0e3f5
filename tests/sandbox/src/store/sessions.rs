//! Who is signed in, by the digest of the session cookie.

use rusqlite::{OptionalExtension as _, params};

use super::Store;
use super::users::User;
use crate::internal::Internal;
use crate::secret::Secret;

/// A login lasts a working day.
const SESSION_SECONDS: i64 = 8 * 60 * 60;
/// More logins than any test needs; beyond it the oldest ends.
const MOST_SESSIONS: i64 = 256;

impl Store {
    /// Starts a session, sweeping ended ones and keeping the number bounded.
    pub(crate) fn start_session(
        &self,
        session: &Secret,
        user_id: i64,
        now: i64,
    ) -> Result<(), Internal> {
        self.with(|connection| {
            connection.execute("DELETE FROM sessions WHERE expires_at <= ?1", [now])?;
            connection.execute(
                "INSERT INTO sessions (digest, user_id, expires_at) VALUES (?1, ?2, ?3)",
                params![session.digest(), user_id, now + SESSION_SECONDS],
            )?;
            connection.execute(
                "DELETE FROM sessions WHERE digest IN
                 (SELECT digest FROM sessions ORDER BY expires_at DESC, rowid DESC
                  LIMIT -1 OFFSET ?1)",
                [MOST_SESSIONS],
            )
        })?;
        Ok(())
    }

    /// The person behind a session cookie, while the session lasts.
    pub(crate) fn session_user(
        &self,
        session: &Secret,
        now: i64,
    ) -> Result<Option<User>, Internal> {
        let user_id: Option<i64> = self.with(|connection| {
            connection
                .prepare_cached(
                    "SELECT user_id FROM sessions WHERE digest = ?1 AND expires_at > ?2",
                )?
                .query_row(params![session.digest(), now], |row| row.get(0))
                .optional()
        })?;
        user_id.map_or(Ok(None), |id| self.user(id))
    }

    /// Ends a session; ending one that does not exist is fine.
    pub(crate) fn end_session(&self, session: &Secret) -> Result<(), Internal> {
        self.with(|connection| {
            connection.execute("DELETE FROM sessions WHERE digest = ?1", [session.digest()])
        })?;
        Ok(())
    }
}
