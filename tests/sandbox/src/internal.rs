//! What goes wrong inside: storage, random source, hasher.

use std::fmt;

/// A fault no caller can do anything about. It holds no request data: its causes are SQLite, the
/// operating system's random source, the hasher and the sandbox's own stored JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Internal(String);

impl Internal {
    pub(crate) fn new(cause: impl fmt::Display) -> Self {
        Self(cause.to_string())
    }
}

impl fmt::Display for Internal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Internal {}

impl From<rusqlite::Error> for Internal {
    fn from(error: rusqlite::Error) -> Self {
        Self::new(error)
    }
}
