//! The one error of this crate: a sentence that ends in a next step.

use std::fmt;
use std::io;
use std::path::Path;

/// Why a command stopped, in words for the person who typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure(String);

impl Failure {
    /// What happened, and what to do about it.
    pub(crate) fn new(what: impl fmt::Display, next: impl fmt::Display) -> Self {
        Self(format!("{what}; {next}"))
    }

    /// A file could not be read or written.
    pub(crate) fn file(path: &Path, error: &io::Error) -> Self {
        Self::new(
            format_args!("{} could not be used: {error}", path.display()),
            "check that it exists and may be read and written",
        )
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
