//! Which paths were asked for.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use super::Site;

/// Paths in the order they were asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Requests(Arc<Mutex<Vec<String>>>);

impl Requests {
    pub(super) fn paths(&self) -> Vec<String> {
        self.lock().clone()
    }

    pub(super) fn clear(&self) {
        self.lock().clear();
    }

    /// A list of strings is whole whatever panicked while it was locked.
    fn lock(&self) -> MutexGuard<'_, Vec<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Notes the path alone: queries may carry what must not be written down.
pub(super) async fn note(State(site): State<Site>, request: Request, next: Next) -> Response {
    site.requests.lock().push(request.uri().path().to_owned());
    next.run(request).await
}
