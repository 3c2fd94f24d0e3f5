//! Somebody else's site that embeds the package: pages of a test's own, and the package folder.

mod page;

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::extract::State;
use axum::http::header::HeaderName;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};

pub use page::HostPage;

use crate::site::{Site, SiteConfiguration, Switches};

/// Where the package folder is served.
const PACKAGE: &str = "/sell-elements";
/// The same folder once more, as if somebody else had brought a copy of it.
const SECOND_COPY: &str = "/second-copy";

/// Serves pages and the package. Cheap to clone; all clones are the same host.
#[derive(Debug, Clone)]
pub struct Host {
    pages: Arc<Mutex<HashMap<String, HostPage>>>,
    package: Site,
}

impl Host {
    /// A host of the package in this folder, without a page yet.
    #[must_use]
    pub fn new(package: &Path, configuration: SiteConfiguration) -> Self {
        let package = Site::new(package, configuration);
        // It would cut a sign-in window off from the page that opened it.
        let opener = HeaderName::from_static("cross-origin-opener-policy");
        package.switches().omit_header(opener);
        Self {
            pages: Arc::default(),
            package,
        }
    }

    /// Shows this page at this path from now on.
    pub fn show(&self, path: &str, page: HostPage) {
        self.lock().insert(path.to_owned(), page);
    }

    /// What can be made to go wrong with the files of the package; paths are those inside of it.
    #[must_use]
    pub fn switches(&self) -> &Switches {
        self.package.switches()
    }

    /// The paths asked of the package so far, without their queries.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.package.requests()
    }

    /// The server as a value; tests call it without a port.
    pub fn router(&self) -> Router {
        Router::new()
            .nest_service(PACKAGE, self.package.router())
            .nest_service(SECOND_COPY, self.package.router())
            .fallback(answer)
            .with_state(self.clone())
    }

    /// Pages are put in whole.
    fn lock(&self) -> MutexGuard<'_, HashMap<String, HostPage>> {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn answer(State(host): State<Host>, address: Uri) -> Response {
    let page = host.lock().get(address.path()).cloned();
    page.map_or_else(
        || StatusCode::NOT_FOUND.into_response(),
        IntoResponse::into_response,
    )
}
