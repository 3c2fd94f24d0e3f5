//! The site server: what is in `dist/`, with the headers a careful deployer sends.

mod configuration;
mod faults;
mod headers;
mod pattern;
mod policy;
mod requests;
mod switches;

use std::path::{Path, PathBuf};

use axum::Router;
use axum::middleware;
use axum::routing::get;
use tower_http::services::ServeDir;

pub use configuration::SiteConfiguration;
pub use pattern::Pattern;
pub use switches::{Held, Switches};

use requests::Requests;

/// Serves one built app. Cheap to clone; all clones share the switches and the request log.
#[derive(Debug, Clone)]
pub struct Site {
    dist: PathBuf,
    configuration: SiteConfiguration,
    switches: Switches,
    requests: Requests,
}

impl Site {
    /// A site of the files in `dist`, whose `config.json` says what `configuration` says.
    #[must_use]
    pub fn new(dist: &Path, configuration: SiteConfiguration) -> Self {
        Self {
            dist: dist.to_path_buf(),
            configuration,
            switches: Switches::default(),
            requests: Requests::default(),
        }
    }

    /// What tests may make go wrong.
    #[must_use]
    pub fn switches(&self) -> &Switches {
        &self.switches
    }

    /// The paths asked for so far, in order, without their queries: an address may carry a token
    /// there, and a log must not.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.requests.paths()
    }

    /// Forgets the paths asked for so far.
    pub fn forget_requests(&self) {
        self.requests.clear();
    }

    /// The server as a value; tests call it without a port.
    ///
    /// Every request is logged, then made to fail if a switch says so, then answered; the answer's
    /// headers are set last, whatever it is.
    pub fn router(&self) -> Router {
        let files = ServeDir::new(&self.dist)
            .precompressed_br()
            .precompressed_gzip();
        Router::new()
            .route("/config.json", get(configuration::answer))
            .fallback_service(files)
            .layer(middleware::from_fn_with_state(self.clone(), faults::apply))
            .layer(middleware::from_fn_with_state(self.clone(), headers::set))
            .layer(middleware::from_fn_with_state(self.clone(), requests::note))
            .with_state(self.clone())
    }
}
