//! A router that remembers its paths, so that a test can compare them with the description.

use std::sync::Arc;

use axum::Router;
use axum::routing::MethodRouter;

use crate::state::Shared;

/// Paths and what answers there.
#[derive(Debug, Default)]
pub(crate) struct Routes {
    router: Router<Arc<Shared>>,
    paths: Vec<String>,
}

impl Routes {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds methods to a path; a path may be named for each method anew.
    pub(crate) fn route(mut self, path: &str, methods: MethodRouter<Arc<Shared>>) -> Self {
        if !self.paths.iter().any(|known| known == path) {
            self.paths.push(path.to_owned());
        }
        let router = self.router.route(path, methods);
        Self { router, ..self }
    }

    pub(crate) fn merge(mut self, other: Self) -> Self {
        self.paths.extend(other.paths);
        let router = self.router.merge(other.router);
        Self { router, ..self }
    }

    /// The paths, as they were added.
    #[cfg(test)]
    pub(crate) fn paths(&self) -> &[String] {
        &self.paths
    }

    pub(crate) fn into_router(self) -> Router<Arc<Shared>> {
        self.router
    }
}
