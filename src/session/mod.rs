//! The session as a value: one enum, one transition function, effects as data.
//!
//! ```text
//!              Booted                 SignInAsked
//!   Booting ──────────► SignedOut ──────────────────► SigningIn ──(the page leaves)
//!      │                    ▲  ▲                          │
//!      │ Booted             │  └── DepartureFailed, Returned (or back to SignedIn)
//!      ▼                    │
//!   SignedIn ───────────────┤ ForgetAsked, deadline, 401, foreign token, EndedElsewhere
//!      │ RevokeAsked        │
//!      ▼                    │
//!   Revoking: Checking ─► Sent ─► Proving ──► SignedOut(Revoked(proof))
//! ```
//!
//! Nothing here reads a clock, draws randomness or touches a browser: the time is an argument,
//! and what has to be done is returned as [`Effect`]s. An event that makes no sense in a state
//! changes nothing. A token lives inside a [`Grant`] only.

pub mod answer;
pub mod attempt;
pub mod effect;
pub mod event;
pub mod expiry;
pub mod grant;
pub mod inspection;
pub mod pad;
pub mod paste;
pub mod problem;
pub mod record;
pub mod settings;
pub mod status;
pub mod transition;
pub mod view;

pub use attempt::Attempt;
pub use effect::{Effect, Ending};
pub use event::Event;
pub use expiry::{Deadline, Expiry, Now};
pub use grant::{Grant, Lookup, Via};
pub use inspection::Inspection;
pub use pad::Pad;
pub use problem::{AnswerFault, Obstacle, Problem};
pub use settings::Settings;
pub use status::{Status, WARN_BEFORE_MS};
pub use transition::step;
pub use view::{Passport, View};

use std::rc::Rc;

use crate::protocol::{Failure, RevocationAnswer};

/// Where a session stands.
#[derive(Debug)]
pub enum Session {
    /// Nothing is known yet.
    Booting,
    /// No token is held, and why.
    SignedOut(Reason),
    /// The person is on the way to the authorization server.
    SigningIn(Attempt),
    /// A live token is held.
    SignedIn(Box<Grant>),
    /// The token was wiped from storage and is being revoked (RFC 7009).
    Revoking(Box<Grant>, Stage),
}

/// Why no token is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Nobody has signed in in this tab.
    FirstVisit,
    /// A sign-in did not succeed; the problem beside the session says why.
    Failed,
    /// The person forgot it here. It still works until it ends.
    Forgotten,
    /// It was ended where a copy of it was held, as in a tab that was duplicated.
    EndedElsewhere(Ending),
    /// It ran out at this time, in milliseconds since 1970.
    Expired {
        /// When.
        at: u64,
    },
    /// The server refused it with a 401.
    Rejected,
    /// It was issued to another application, so it was dropped (RFC 6749 §10.16).
    Foreign,
    /// It was revoked, with the proof.
    Revoked {
        /// What the server said afterwards.
        proof: Proof,
        /// When that was known, in milliseconds since 1970.
        at: u64,
    },
}

/// What is known after a revocation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// The server accepted the revocation and refuses the token since.
    Confirmed,
    /// The token was refused before, or although the revocation was: it was dead already.
    AlreadyDead,
    /// The server did not let us see that the token is dead.
    Unconfirmed(Rc<Doubt>),
}

/// Why a revocation could not be confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// How the server answered the revocation.
    pub answer: RevocationAnswer,
    /// How the check failed; `None` when the server still accepts the token.
    pub check: Option<Failure>,
}

/// How far a revocation has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// Asking whether the token is alive, so that "already dead" can be told from "confirmed".
    Checking,
    /// The revocation request is on its way.
    Sent,
    /// The server answered; the token is shown to it once more.
    Proving(RevocationAnswer),
}

/// A session with what stands beside it.
#[derive(Debug)]
pub struct Machine {
    /// The session.
    pub session: Session,
    /// The last thing that went wrong. It never ends a session by itself.
    pub problem: Option<Problem>,
    /// A token that was pasted to be looked at: never stored, never part of the session.
    pub inspection: Inspection,
    /// Counts grants, so that a late answer about an older one is known as such.
    pub serial: u32,
    /// How long before its end a session counts as expiring, in milliseconds.
    pub warn_before_ms: u64,
}

impl Default for Machine {
    fn default() -> Self {
        Self {
            session: Session::Booting,
            problem: None,
            inspection: Inspection::Empty,
            serial: 0,
            warn_before_ms: WARN_BEFORE_MS,
        }
    }
}
