//! A token that was pasted to be looked at. It is held in memory only, is never part of the
//! session, and goes when it is cleared or the page goes.

use super::grant::{Inspected, Lookup};
use super::paste::{PasteFault, Shape};
use crate::protocol::{AccessToken, Failure};

/// What is being looked at.
#[derive(Debug, Default)]
pub enum Inspection {
    /// Nothing.
    #[default]
    Empty,
    /// Something in which no token was found.
    Unrecognised(PasteFault),
    /// A token.
    Held(Box<Specimen>),
}

/// A pasted token and what the server says about it.
#[derive(Debug)]
pub struct Specimen {
    /// Which paste this was.
    pub serial: u32,
    /// The token.
    pub token: AccessToken,
    /// In what it was found.
    pub shape: Shape,
    /// What the server says.
    pub verdict: Verdict,
}

/// What the server says about a pasted token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is being asked, or answered, or could not be asked.
    Open(Lookup),
    /// It refuses the token.
    Refused(Failure),
}

impl Verdict {
    /// Takes out what is known so far, which after a refusal is nothing.
    pub fn take(&mut self) -> Lookup {
        match std::mem::replace(self, Self::Open(Lookup::Asking(None))) {
            Self::Open(lookup) => lookup,
            Self::Refused(_) => Lookup::Asking(None),
        }
    }

    /// Whether the server is being asked right now.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        matches!(self, Self::Open(Lookup::Asking(_)))
    }

    /// The account of the server, where it gave one.
    #[must_use]
    pub fn latest(&self) -> Option<&Inspected> {
        match self {
            Self::Open(lookup) => lookup.latest(),
            Self::Refused(_) => None,
        }
    }
}
