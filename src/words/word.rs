//! One text, in whichever language is spoken while it is said.

use super::language::text;

/// A text without gaps, by its English wording: other languages know it by that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word(
    /// The English wording.
    pub &'static str,
);

impl Word {
    /// The text in the language that is [spoken](super::speaking).
    #[must_use]
    pub fn say(self) -> &'static str {
        text(self.0)
    }
}
