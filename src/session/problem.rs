//! What went wrong, by whose fault.

use std::rc::Rc;

use crate::protocol::{ConfigError, ErrorResponse};

/// A problem that stands beside the session. Cloning shares what the server wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The server said no (RFC 6749 §4.2.2.1).
    Denied(Rc<ErrorResponse>),
    /// The answer was thrown away.
    Answer(AnswerFault),
    /// The person came back without an answer: probably the redirect URI differs from the
    /// registered one, and the server could not send anybody back.
    NoAnswer,
    /// We were set up wrongly.
    Config(ConfigError),
    /// This browser does not let us.
    Browser(Obstacle),
    /// The token was issued to another application (RFC 6749 §10.16).
    ForeignToken,
    /// The device's clock was moved, or the machine slept; the token is being checked again.
    ClockMoved,
}

/// Why an answer was thrown away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerFault {
    /// Its `state` has served before: Back, reload or a bookmark.
    Used,
    /// Anything else, by the name that the judge or the capture script gave it.
    Named(Rc<str>),
}

impl AnswerFault {
    /// Reads the name that the capture script left.
    #[must_use]
    pub fn parse(kind: &str) -> Self {
        match kind {
            "used_state" => Self::Used,
            other => {
                let name: String = other.chars().take(40).collect();
                Self::Named(name.into())
            }
        }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Used => "used_state",
            Self::Named(name) => name,
        }
    }
}

/// What this browser does not let us do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// Session storage is switched off, so no attempt could be remembered.
    StorageBlocked,
    /// Session storage is full.
    StorageFull,
    /// There is no source of secure random numbers; a guessable `state` would be none.
    NoRandomness,
    /// The page is in a frame, which must not be sent to the authorization server.
    Framed,
    /// The page is still here although it was sent away.
    Stalled,
    /// The sign-in window did not open.
    PopupBlocked,
    /// The sign-in window never answered.
    PopupTimeout,
}
