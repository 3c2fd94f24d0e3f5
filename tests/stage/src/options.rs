//! How a stage is started.

use std::path::PathBuf;

use sell_sandbox::{AllowedOrigins, Config};

/// How a stage is started: which app, on which ports, beside which sandbox. Without further words
/// it takes free ports, keeps its data in memory and has no control endpoint.
#[derive(Debug, Clone)]
pub struct StageOptions {
    pub(crate) dist: PathBuf,
    pub(crate) package: Option<PathBuf>,
    pub(crate) app_port: u16,
    pub(crate) sandbox_port: u16,
    pub(crate) control_port: Option<u16>,
    pub(crate) sandbox: Config,
    pub(crate) scopes: Vec<String>,
}

impl StageOptions {
    /// A stage of the app that was built to this folder.
    #[must_use]
    pub fn new(dist: impl Into<PathBuf>) -> Self {
        let allowed_origins = AllowedOrigins::List(Vec::new());
        Self {
            dist: dist.into(),
            package: None,
            app_port: 0,
            sandbox_port: 0,
            control_port: None,
            sandbox: Config {
                allowed_origins,
                redirect_uris: Vec::new(),
                ..Config::default()
            },
            scopes: vec!["read".to_owned(), "profile".to_owned()],
        }
    }

    /// Opens a host of the package in this folder, on a free port.
    #[must_use]
    pub fn package(self, package: impl Into<PathBuf>) -> Self {
        Self {
            package: Some(package.into()),
            ..self
        }
    }

    /// Serves the app on this port; 0 is any free one.
    #[must_use]
    pub fn app_port(self, app_port: u16) -> Self {
        Self { app_port, ..self }
    }

    /// Serves the sandbox on this port; 0 is any free one.
    #[must_use]
    pub fn sandbox_port(self, sandbox_port: u16) -> Self {
        Self {
            sandbox_port,
            ..self
        }
    }

    /// Opens the control endpoint on this port; 0 is any free one.
    #[must_use]
    pub fn control_port(self, control_port: u16) -> Self {
        Self {
            control_port: Some(control_port),
            ..self
        }
    }

    /// Changes what the sandbox is opened with. The stage's own redirect URIs are added to those
    /// named here, and its own origins to a list of allowed ones.
    #[must_use]
    pub fn sandbox(mut self, change: impl FnOnce(&mut Config)) -> Self {
        change(&mut self.sandbox);
        self
    }

    /// The scopes that `config.json` offers, instead of `read profile`.
    #[must_use]
    pub fn scopes(self, scopes: &[&str]) -> Self {
        let scopes = scopes.iter().map(|scope| (*scope).to_owned()).collect();
        Self { scopes, ..self }
    }
}
