//! The table of calls.

use crate::words::Phrase;

/// Words of the table of calls.
#[derive(Debug)]
pub struct Calls {
    /// Title of the part.
    pub title: &'static str,
    /// What each call does, by its id.
    pub titles: &'static [(&'static str, &'static str)],
    /// Column: method and path.
    pub call: &'static str,
    /// Column: which scope it needs.
    pub needs: &'static str,
    /// Column: what came back.
    pub measured: &'static str,
    /// Column: the button.
    pub action: &'static str,
    /// Not run so far.
    pub not_run: &'static str,
    /// Under way.
    pub running: &'static str,
    /// It waits and goes on in `{span}`.
    pub waiting: Phrase,
    /// Ends the waiting.
    pub stop: &'static str,
    /// The name of the button for `{call}`.
    pub run_call: Phrase,
    /// Opens the body of the answer to `{call}`.
    pub answer: Phrase,
    /// The call is allowed.
    pub allowed: &'static str,
    /// `{status}` and `{ms}` milliseconds.
    pub measure: Phrase,
}

impl Calls {
    /// What a call does; its id where nobody said.
    #[must_use]
    pub fn call_title(&self, id: &'static str) -> &'static str {
        let found = self.titles.iter().find(|(known, _)| *known == id);
        found.map_or(id, |(_, title)| title)
    }
}
