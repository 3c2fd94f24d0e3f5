//! The public status: one word, derived.

use super::expiry::{Expiry, Now};
use super::grant::Grant;
use super::{Reason, Session};

/// How long before the end a session counts as expiring, in milliseconds.
const WARN_BEFORE_MS: u64 = 300_000;

/// What a host page sees of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Nothing is known yet.
    Booting,
    /// No token is held.
    SignedOut,
    /// The person is on the way to the server.
    SigningIn,
    /// A token is held.
    Active,
    /// A token is held and ends within five minutes.
    Expiring,
    /// The token has ended.
    Expired,
    /// The server refused the token.
    Rejected,
    /// Signing in failed.
    Failed,
}

impl Status {
    /// The word for attributes and events.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Booting => "booting",
            Self::SignedOut => "signed-out",
            Self::SigningIn => "signing-in",
            Self::Active => "active",
            Self::Expiring => "expiring",
            Self::Expired => "expired",
            Self::Rejected => "rejected",
            Self::Failed => "failed",
        }
    }

    /// The status of a session at a time.
    #[must_use]
    pub fn of(session: &Session, now: Now) -> Self {
        match session {
            Session::Booting => Self::Booting,
            Session::SigningIn(_) => Self::SigningIn,
            Session::SignedIn(grant) => Self::of_grant(grant, now),
            Session::SignedOut(reason) => Self::of_reason(reason),
            Session::Revoking(..) => Self::SignedOut,
        }
    }

    fn of_grant(grant: &Grant, now: Now) -> Self {
        match grant.expiry {
            Expiry::At(deadline) if deadline.has_passed(now) => Self::Expired,
            Expiry::At(deadline) if deadline.remaining(now) <= WARN_BEFORE_MS => Self::Expiring,
            Expiry::At(_) | Expiry::Never | Expiry::Unknown => Self::Active,
        }
    }

    fn of_reason(reason: &Reason) -> Self {
        match reason {
            Reason::Expired { .. } => Self::Expired,
            Reason::Rejected => Self::Rejected,
            Reason::Failed | Reason::Foreign => Self::Failed,
            Reason::FirstVisit
            | Reason::Forgotten
            | Reason::EndedElsewhere(_)
            | Reason::Revoked { .. } => Self::SignedOut,
        }
    }
}
