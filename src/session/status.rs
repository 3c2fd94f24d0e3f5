//! The public status: one word, derived.

use super::expiry::{Expiry, Now};
use super::grant::Grant;
use super::{Reason, Session};

/// How long before the end a session counts as expiring unless told otherwise, in milliseconds.
pub const WARN_BEFORE_MS: u64 = 300_000;

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
    /// A token is held and ends soon: within five minutes, unless the settings say otherwise.
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

    /// The status of a session at a time; `warn_before_ms` milliseconds before its end it is
    /// expiring.
    #[must_use]
    pub fn of(session: &Session, now: Now, warn_before_ms: u64) -> Self {
        match session {
            Session::Booting => Self::Booting,
            Session::SigningIn(_) => Self::SigningIn,
            Session::SignedIn(grant) => Self::of_grant(grant, now, warn_before_ms),
            Session::SignedOut(reason) => Self::of_reason(reason),
            Session::Revoking(..) => Self::SignedOut,
        }
    }

    fn of_grant(grant: &Grant, now: Now, warn_before_ms: u64) -> Self {
        match grant.expiry {
            Expiry::At(deadline) if deadline.has_passed(now) => Self::Expired,
            Expiry::At(deadline) if deadline.remaining(now) <= warn_before_ms => Self::Expiring,
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
