//! What goes wrong inside: storage, random source, hasher.

use std::fmt;

use rusqlite::ErrorCode;

/// A fault no caller can do anything about. It holds no request data: its causes are SQLite, the
/// operating system's random source, the hasher and the sandbox's own stored JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Internal {
    cause: String,
    no_room: bool,
}

impl Internal {
    pub(crate) fn new(cause: impl fmt::Display) -> Self {
        let cause = cause.to_string();
        let no_room = false;
        Self { cause, no_room }
    }

    /// Whether the database is as large as it may become: the one fault a caller can mend.
    pub(crate) fn is_no_room(&self) -> bool {
        self.no_room
    }
}

impl fmt::Display for Internal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.cause)
    }
}

impl std::error::Error for Internal {}

impl From<rusqlite::Error> for Internal {
    fn from(error: rusqlite::Error) -> Self {
        let no_room = error.sqlite_error_code() == Some(ErrorCode::DiskFull);
        Self {
            no_room,
            ..Self::new(error)
        }
    }
}
