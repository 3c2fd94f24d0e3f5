//! What the two live regions say. Never a tick of the clock, never the token.

use crate::words::Word;

/// Sentences for screen readers.
#[derive(Debug)]
pub struct Announcements {
    /// A sign-in has succeeded.
    pub signed_in: Word,
    /// The session has ended by the person's wish.
    pub signed_out: Word,
    /// The token is forgotten in this tab.
    pub forgotten: Word,
    /// The session has ended by itself.
    pub expired: Word,
    /// Sell refuses the token.
    pub refused: Word,
}
