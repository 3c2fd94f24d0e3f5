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

    /// Has somebody else's page sign in as well: its redirect URI is registered for the demo client,
    /// and its origin may read the API's answers.
    #[must_use]
    pub fn redirect_uri(mut self, uri: String) -> Self {
        if let AllowedOrigins::List(allowed) = &mut self.sandbox.allowed_origins {
            allowed.push(origin(&uri).to_owned());
        }
        self.sandbox.redirect_uris.push(uri);
        self
    }

    /// The scopes that `config.json` offers, instead of `read profile`.
    #[must_use]
    pub fn scopes(self, scopes: &[&str]) -> Self {
        let scopes = scopes.iter().map(|scope| (*scope).to_owned()).collect();
        Self { scopes, ..self }
    }
}

/// Scheme, host and port of an address: all before its path.
fn origin(uri: &str) -> &str {
    let after_scheme = uri.find("://").map_or(0, |at| at + 3);
    let end = uri[after_scheme..].find(['/', '?']);
    &uri[..end.map_or(uri.len(), |at| after_scheme + at)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_may_sign_in_may_read_the_answers_too() {
        let options = StageOptions::new("dist")
            .redirect_uri("http://127.0.0.1:8080/callback.html".to_owned())
            .redirect_uri("http://localhost:8080".to_owned());
        let Config {
            redirect_uris,
            allowed_origins,
            ..
        } = options.sandbox;
        assert_eq!(
            redirect_uris,
            [
                "http://127.0.0.1:8080/callback.html",
                "http://localhost:8080"
            ]
        );
        let AllowedOrigins::List(allowed) = allowed_origins else {
            panic!("every origin is allowed")
        };
        assert_eq!(allowed, ["http://127.0.0.1:8080", "http://localhost:8080"]);
    }
}
