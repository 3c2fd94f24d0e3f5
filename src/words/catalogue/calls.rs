//! The table of calls.

use crate::words::{Phrase, Word};

/// Words of the table of calls.
#[derive(Debug)]
pub struct Calls {
    /// Title of the part.
    pub title: Word,
    /// What each call does, by its id.
    pub titles: &'static [(&'static str, Word)],
    /// Column: method and path.
    pub call: Word,
    /// Column: which scope it needs.
    pub needs: Word,
    /// Column: what came back.
    pub measured: Word,
    /// Column: the button.
    pub action: Word,
    /// Not run so far.
    pub not_run: Word,
    /// Under way.
    pub running: Word,
    /// It waits and goes on in `{span}`.
    pub waiting: Phrase,
    /// Ends the waiting.
    pub stop: Word,
    /// The name of the button for `{call}`.
    pub run_call: Phrase,
    /// Opens the body of the answer to `{call}`.
    pub answer: Phrase,
    /// The call is allowed.
    pub allowed: Word,
    /// `{status}` and `{ms}` milliseconds.
    pub measure: Phrase,
}

impl Calls {
    /// What a call does; its id where nobody said.
    #[must_use]
    pub fn call_title(&self, id: &'static str) -> &'static str {
        let found = self.titles.iter().find(|(known, _)| *known == id);
        found.map_or(id, |(_, title)| title.say())
    }

    /// A title that was handed over, in the language that is spoken where it is one of ours.
    #[must_use]
    pub fn said<'a>(&self, title: &'a str) -> &'a str {
        let ours = self.titles.iter().find(|(_, ours)| ours.0 == title);
        ours.map_or(title, |(_, ours)| ours.say())
    }
}
