//! All that the session may ask of the browser.

use crate::protocol::{Now, Scopes};

/// Something to be done. Effects name a grant by its serial and carry no token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Keep an attempt and send the person to the authorization server.
    Depart(Scopes),
    /// Wipe the record of the grant with this stamp from storage. Another session of the same name may
    /// have put its own there since.
    Erase(Now),
    /// Forget the stored outcome of an earlier sign-in.
    DropOutcome,
    /// Ask the server what the token of this serial is worth, held or pasted.
    AskInfo(u32),
    /// Ask the server to kill the token of this grant.
    SendRevocation(u32),
    /// Tell whoever holds a copy of the grant with this stamp.
    TellCopies(Ending, Now),
}

/// How a session was ended on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The token was forgotten.
    Forgotten,
    /// The token was revoked.
    Revoked,
}

impl Ending {
    /// The words that travel between copies of a grant: how it ended, and its stamp.
    #[must_use]
    pub fn words(self, stamp: Now) -> String {
        let Now { wall, mono } = stamp;
        let ending = match self {
            Self::Forgotten => "forgotten",
            Self::Revoked => "revoked",
        };
        [ending, " ", &wall.to_string(), " ", &mono.to_string()].concat()
    }

    /// The ending that the words tell of the grant with this stamp; none where they tell of another
    /// one.
    #[must_use]
    pub fn heard(words: &str, stamp: Now) -> Option<Self> {
        [Self::Forgotten, Self::Revoked]
            .into_iter()
            .find(|ending| ending.words(stamp) == words)
    }
}
