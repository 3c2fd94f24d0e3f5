//! All that the session may ask of the browser.

use crate::protocol::Scopes;

/// Something to be done. Effects name a grant by its serial and carry no token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Keep an attempt and send the person to the authorization server.
    Depart(Scopes),
    /// Wipe the grant's record from storage.
    Erase,
    /// Forget the stored outcome of an earlier sign-in.
    DropOutcome,
    /// Ask the server what the token of this grant is worth.
    AskInfo(u32),
    /// Ask the server to kill the token of this grant.
    SendRevocation(u32),
    /// Ask the server what the pasted token of this serial is worth.
    AskPasted(u32),
    /// Tell the other tabs with the same session.
    TellTabs(Ending),
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
    /// The word that travels between tabs.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Forgotten => "forgotten",
            Self::Revoked => "revoked",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Forgotten, Self::Revoked]
            .into_iter()
            .find(|ending| ending.as_str() == text)
    }
}
