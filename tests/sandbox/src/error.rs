//! Why the sandbox could not be opened or served.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use crate::config::Database;
use crate::internal::Internal;

/// Why the sandbox did not start. `Display` is one sentence that says what to do.
#[derive(Debug)]
#[non_exhaustive]
pub enum SandboxError {
    /// A redirect URI of the demo client cannot be registered.
    RedirectUri {
        /// The URI as given.
        uri: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// A setting has a value nothing can work with.
    Setting {
        /// Which setting.
        name: &'static str,
        /// What is wrong with it.
        problem: String,
    },
    /// The database file exists but was not written by the sandbox.
    ForeignDatabase(PathBuf),
    /// The database could not be opened, prepared or filled.
    Storage(String),
    /// The address is not a loopback address.
    NotLoopback(SocketAddr),
    /// The port is taken, or may not be used.
    Bind {
        /// The address asked for.
        address: SocketAddr,
        /// The operating system's answer.
        source: io::Error,
    },
}

impl SandboxError {
    /// Says which file could not be used, and what to look at.
    pub(crate) fn with_file(self, database: &Database) -> Self {
        match (self, database) {
            (Self::Storage(cause), Database::File(path)) => Self::Storage(format!(
                "{}: {cause}; check that its folder exists and that you may write there, or leave \
                 --database out to keep the data in memory",
                path.display()
            )),
            (error, _) => error,
        }
    }
}

impl fmt::Display for SandboxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RedirectUri { uri, problem } => {
                write!(formatter, "the redirect URI `{uri}` {problem}")
            }
            Self::Setting { name, problem } => write!(formatter, "the {name} {problem}"),
            Self::ForeignDatabase(path) => write!(
                formatter,
                "{} is not a database of this version of the sandbox; name another file or \
                 remove it",
                path.display()
            ),
            Self::Storage(cause) => write!(formatter, "the database cannot be used: {cause}"),
            Self::NotLoopback(address) => write!(
                formatter,
                "{address} is not a loopback address; the sandbox listens on 127.0.0.1 or [::1] \
                 only"
            ),
            Self::Bind { address, source } => bind_problem(formatter, *address, source),
        }
    }
}

fn bind_problem(
    formatter: &mut fmt::Formatter<'_>,
    address: SocketAddr,
    source: &io::Error,
) -> fmt::Result {
    let port = address.port();
    match source.kind() {
        io::ErrorKind::AddrInUse => write!(
            formatter,
            "port {port} is already in use; choose another, or 0 for any free port"
        ),
        io::ErrorKind::PermissionDenied => {
            write!(
                formatter,
                "port {port} may not be used; choose one above 1023"
            )
        }
        _ => write!(formatter, "cannot listen on {address}: {source}"),
    }
}

impl std::error::Error for SandboxError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Bind { source, .. } => Some(source),
            _ => None,
        }
    }
}

impl From<Internal> for SandboxError {
    fn from(error: Internal) -> Self {
        Self::Storage(error.to_string())
    }
}

impl From<rusqlite::Error> for SandboxError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Storage(error.to_string())
    }
}
