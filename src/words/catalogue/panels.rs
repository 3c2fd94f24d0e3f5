//! What only the panels say that stand in somebody else's page.

/// The words of panels.
#[derive(Debug)]
pub struct Panels {
    /// A sign-in window is open.
    pub finish_there: &'static str,
    /// Sign in by this tab instead.
    pub use_this_tab: &'static str,
    /// Nobody is signed in, where a token would stand.
    pub no_token: &'static str,
    /// The same, where calls would stand.
    pub no_calls: &'static str,
    /// Before the owner's number.
    pub owner: &'static str,
    /// The actions of a session.
    pub session: &'static str,
}
