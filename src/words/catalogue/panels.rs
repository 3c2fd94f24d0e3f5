//! What only the panels say that stand in somebody else's page.

use crate::words::{Phrase, Word};

/// The words of panels.
#[derive(Debug)]
pub struct Panels {
    /// A sign-in window is open.
    pub finish_there: Word,
    /// Names the field for what was copied in a sign-in window that cannot reach this page.
    pub answer: Word,
    /// How the answer gets there.
    pub answer_hint: Word,
    /// Something else was pasted: what happened, why, what to do.
    pub no_answer: [Word; 3],
    /// Show this page in a tab of its own instead.
    pub new_tab: Word,
    /// Sign in by this tab instead.
    pub use_this_tab: Word,
    /// Somebody is signing in by another window, where a token or calls would stand.
    pub under_way: Word,
    /// Nobody is signed in, where a token would stand.
    pub no_token: Word,
    /// The same, where calls would stand.
    pub no_calls: Word,
    /// What a call does to the account's data, by its effect; nothing where it only reads.
    pub effects: &'static [(&'static str, Word)],
    /// Between scopes of which any suffices, spaces included.
    pub or: Word,
    /// Calls that change data are not offered.
    pub left_out: Word,
    /// The title of the card of a session.
    pub connected: Word,
    /// Before the number of the token's owner, all that Sell says of whose it is.
    pub owner: Word,
    /// The actions of a session.
    pub session: Word,
    /// Sign in without the scopes in `{scopes}`, which the server does not know.
    pub without: Phrase,
    /// What to do where the attribute `{asked}` names the scopes in `{unknown}`.
    pub scope_to_take_out: Phrase,
    /// What to do where nobody can tell which scope of the attribute `{asked}` was refused.
    pub scope_to_correct: Phrase,
    /// What to do where windows are blocked and this tab cannot be used instead.
    pub allow_windows: Word,
    /// What to do where the frame forbids windows to the page at `{address}`.
    pub open_address: Phrase,
}
