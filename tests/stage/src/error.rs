//! Why a stage did not start.

use std::fmt;
use std::io;
use std::path::PathBuf;

use sell_sandbox::SandboxError;

/// Which of the servers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    /// The app's site.
    App,
    /// The sandbox Sell.
    Sandbox,
    /// The sandbox's control endpoint.
    Control,
}

impl Server {
    /// The option of the demo that chooses its port.
    #[must_use]
    pub const fn flag(self) -> &'static str {
        match self {
            Self::App => "--app-port",
            Self::Sandbox => "--sandbox-port",
            Self::Control => "--control-port",
        }
    }
}

/// Why a stage did not start. `Display` is one sentence with a next step.
#[derive(Debug)]
#[non_exhaustive]
pub enum StageError {
    /// The folder holds no built app.
    NothingBuilt(PathBuf),
    /// The folder holds no package.
    NothingPacked(PathBuf),
    /// A port could not be opened.
    Port {
        /// Of which server.
        server: Server,
        /// The port asked for; 0 asked for any.
        port: u16,
        /// The operating system's answer.
        source: io::Error,
    },
    /// The sandbox could not be opened.
    Sandbox(SandboxError),
}

impl fmt::Display for StageError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingBuilt(folder) => write!(
                formatter,
                "{} holds no built app; run `cargo xtask build` first",
                folder.display()
            ),
            Self::NothingPacked(folder) => write!(
                formatter,
                "{} holds no package; run `cargo xtask package` first",
                folder.display()
            ),
            Self::Port {
                server,
                port,
                source,
            } => port_problem(formatter, *server, *port, source),
            Self::Sandbox(error) => write!(formatter, "the sandbox did not open: {error}"),
        }
    }
}

fn port_problem(
    formatter: &mut fmt::Formatter<'_>,
    server: Server,
    port: u16,
    source: &io::Error,
) -> fmt::Result {
    let flag = server.flag();
    match source.kind() {
        io::ErrorKind::AddrInUse => write!(
            formatter,
            "port {port} is already in use; choose another with {flag}, or leave {flag} out for \
             a free one"
        ),
        io::ErrorKind::PermissionDenied => write!(
            formatter,
            "port {port} may not be used here; choose one above 1023 with {flag}"
        ),
        _ => write!(
            formatter,
            "port {port} could not be opened ({source}); choose another with {flag}"
        ),
    }
}

impl std::error::Error for StageError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NothingBuilt(_) | Self::NothingPacked(_) => None,
            Self::Port { source, .. } => Some(source),
            Self::Sandbox(error) => Some(error),
        }
    }
}

impl StageError {
    /// The sandbox opens two ports; its error names one of them, and we know whose it was.
    pub(crate) fn of_sandbox(error: SandboxError, control_port: Option<u16>) -> Self {
        match error {
            SandboxError::Bind { address, source } => {
                let port = address.port();
                let of_control = control_port == Some(port);
                Self::Port {
                    server: if of_control {
                        Server::Control
                    } else {
                        Server::Sandbox
                    },
                    port,
                    source,
                }
            }
            other => Self::Sandbox(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_port_is_told_with_the_flag_that_changes_it() {
        let source = io::Error::from(io::ErrorKind::AddrInUse);
        let error = StageError::Port {
            server: Server::Sandbox,
            port: 8081,
            source,
        };
        assert_eq!(
            error.to_string(),
            "port 8081 is already in use; choose another with --sandbox-port, or leave \
             --sandbox-port out for a free one"
        );
    }

    #[test]
    fn a_missing_app_is_told_with_the_command_that_builds_it() {
        let error = StageError::NothingBuilt(PathBuf::from("dist"));
        assert_eq!(
            error.to_string(),
            "dist holds no built app; run `cargo xtask build` first"
        );
    }
}
