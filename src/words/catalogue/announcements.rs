//! What the two live regions say. Never a tick of the clock, never the token.

/// Sentences for screen readers.
#[derive(Debug)]
pub struct Announcements {
    /// A sign-in has succeeded.
    pub signed_in: &'static str,
    /// The session has ended by the person's wish.
    pub signed_out: &'static str,
    /// The token is forgotten in this tab.
    pub forgotten: &'static str,
    /// The session has ended by itself.
    pub expired: &'static str,
    /// Sell refuses the token.
    pub refused: &'static str,
}
