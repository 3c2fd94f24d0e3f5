//! What a screen may know of a session: plain values, no token.

use super::expiry::{Expiry, Now};
use super::grant::{Grant, Lookup, Via};
use super::inspection::{Inspection, Verdict};
use super::paste::{PasteFault, Shape};
use super::problem::Problem;
use super::status::Status;
use super::{Machine, Reason, Session};
use crate::protocol::Scopes;

/// A snapshot of the machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The public status.
    pub status: Status,
    /// Why no token is held, when none is.
    pub reason: Option<Reason>,
    /// The last thing that went wrong.
    pub problem: Option<Problem>,
    /// The token's account of itself, while one is held.
    pub passport: Option<Passport>,
    /// Whether a revocation is on its way.
    pub revoking: bool,
    /// The pasted token.
    pub pasted: Pasted,
}

/// What is known about the session's token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passport {
    /// Which grant this is.
    pub serial: u32,
    /// The last four characters.
    pub last_four: String,
    /// The scopes that were asked for.
    pub asked: Scopes,
    /// The scopes of the redirect, if it named any.
    pub said: Option<Scopes>,
    /// `expires_in` of the redirect, in seconds.
    pub expires_in: Option<u32>,
    /// The scopes that it most probably holds.
    pub held: Scopes,
    /// When it was received.
    pub received: Now,
    /// When it ends.
    pub expiry: Expiry,
    /// How it came.
    pub via: Via,
    /// What the server says.
    pub lookup: Lookup,
}

/// What is known about the pasted token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pasted {
    /// Nothing was pasted.
    Nothing,
    /// No token was found.
    Unrecognised(PasteFault),
    /// A token was found.
    Held {
        /// Its last four characters.
        last_four: String,
        /// In what it was found.
        shape: Shape,
        /// What the server says.
        verdict: Verdict,
    },
}

impl View {
    /// The snapshot of a machine at a time.
    #[must_use]
    pub fn of(machine: &Machine, now: Now) -> Self {
        Self {
            status: machine.status(now),
            reason: match &machine.session {
                Session::SignedOut(reason) => Some(reason.clone()),
                _ => None,
            },
            problem: machine.problem.clone(),
            passport: machine.session.grant().map(Passport::of),
            revoking: matches!(machine.session, Session::Revoking(..)),
            pasted: Pasted::of(&machine.inspection),
        }
    }
}

impl Machine {
    /// The public status at a time.
    #[must_use]
    pub fn status(&self, now: Now) -> Status {
        Status::of(&self.session, now, self.warn_before_ms)
    }
}

impl View {
    /// Whether the session is known, and the server was asked whose the token is, where one is held.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        match &self.passport {
            Some(passport) => !matches!(passport.lookup, Lookup::Asking(None)),
            None => self.status != Status::Booting,
        }
    }
}

impl Passport {
    fn of(grant: &Grant) -> Self {
        Self {
            serial: grant.serial,
            last_four: grant.last_four().to_owned(),
            asked: grant.asked.clone(),
            said: grant.said.clone(),
            expires_in: grant.expires_in,
            held: grant.held().clone(),
            received: grant.received,
            expiry: grant.expiry,
            via: grant.via,
            lookup: grant.lookup.clone(),
        }
    }
}

impl Pasted {
    fn of(inspection: &Inspection) -> Self {
        match inspection {
            Inspection::Empty => Self::Nothing,
            Inspection::Unrecognised(fault) => Self::Unrecognised(*fault),
            Inspection::Held(specimen) => Self::Held {
                last_four: specimen.token.last_four().to_owned(),
                shape: specimen.shape,
                verdict: specimen.verdict.clone(),
            },
        }
    }
}

impl Session {
    /// The grant that is held, also on the way to another one or while it is being revoked.
    #[must_use]
    pub fn grant(&self) -> Option<&Grant> {
        match self {
            Self::SignedIn(grant) | Self::Revoking(grant, _) => Some(grant),
            Self::SigningIn(attempt) => attempt.before.as_deref(),
            Self::Booting | Self::SignedOut(_) => None,
        }
    }

    /// The grant that requests are made with. It stays in use on the way to another one: until that
    /// has come, and if it never does, this is the one there is.
    pub fn in_use(&mut self) -> Option<&mut Grant> {
        match self {
            Self::SignedIn(grant) => Some(grant),
            Self::SigningIn(attempt) => attempt.before.as_deref_mut(),
            Self::Booting | Self::SignedOut(_) | Self::Revoking(..) => None,
        }
    }
}
