//! What the two live regions say. Never a tick of the clock, never the token.

use crate::words::Phrase;

/// Sentences for screen readers.
#[derive(Debug)]
pub struct Announcements {
    /// A sign-in has succeeded.
    pub signed_in: &'static str,
    /// The session has ended by the person's wish.
    pub signed_out: &'static str,
    /// The token is forgotten in this tab.
    pub forgotten: &'static str,
    /// A check is under way.
    pub checking: &'static str,
    /// `{what}` is on the clipboard.
    pub copied: Phrase,
    /// The clipboard refused `{what}`.
    pub copy_failed: Phrase,
    /// The token is on the screen.
    pub token_shown: &'static str,
    /// The token is off the screen.
    pub token_hidden: &'static str,
    /// The session has ended by itself.
    pub expired: &'static str,
    /// Sell refuses the token.
    pub refused: &'static str,
    /// A run has ended: `{allowed}`, `{refused}`, `{unknown}`.
    pub run_finished: Phrase,
}
