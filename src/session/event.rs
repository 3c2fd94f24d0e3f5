//! All that may happen to a session.

use super::grant::Grant;
use super::problem::{Obstacle, Problem};
use crate::protocol::{Failure, RevocationAnswer, Scopes, TokenInfo};

/// Something that happened: the person acted, the server answered, time passed.
#[derive(Debug)]
pub enum Event {
    /// The page has read its storage.
    Booted {
        /// The grant that this tab keeps.
        grant: Option<Box<Grant>>,
        /// What the last sign-in ended in, if it failed.
        outcome: Option<Problem>,
    },
    /// The person wants to sign in with these scopes.
    SignInAsked(Scopes),
    /// A sign-in window was opened.
    WindowOpened,
    /// An answer comes from the sign-in window, which may have looked closed before.
    WindowAnswered,
    /// The answer of the sign-in window was judged.
    Answered(Result<Box<Grant>, Problem>),
    /// The page could not leave for the authorization server.
    DepartureFailed(Obstacle),
    /// The page is here again, or still here, although it left for the authorization server.
    Returned,
    /// Somebody wants to know what the token is worth now.
    InfoAsked,
    /// The server said what a token is worth, held or pasted.
    InfoAnswered {
        /// Which one was asked about.
        serial: u32,
        /// What it said.
        outcome: Result<Box<TokenInfo>, Failure>,
    },
    /// An API call with the token of this grant was answered with 401.
    CallRefused {
        /// Which grant signed the call.
        serial: u32,
    },
    /// The person wants the token killed.
    RevokeAsked,
    /// The server answered the revocation.
    RevocationAnswered {
        /// Which grant was revoked.
        serial: u32,
        /// What it said.
        answer: RevocationAnswer,
    },
    /// The page is going away.
    Leaving,
    /// The person wants the token forgotten here.
    ForgetAsked,
    /// Time has passed, or the page woke up.
    ClockChecked,
    /// The clocks disagree by minutes about the time since the last check.
    ClockJumped,
    /// Somebody who holds a grant of this session told how it ended, in the words of
    /// [`Ending::words`](super::Ending::words).
    EndedElsewhere(String),
    /// Something went wrong that is worth saying.
    ProblemArose(Problem),
    /// The person has read the problem.
    ProblemDismissed,
    /// The person pasted something to be looked at.
    Pasted(String),
    /// The person wants the pasted token asked about again.
    PastedAsked,
    /// The person is done with the pasted token.
    PasteCleared,
}
