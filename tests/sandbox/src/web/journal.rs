//! What was asked of the sandbox, for tests to count: no token, no query, no body.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::{Request, State};
use axum::http::header::{AUTHORIZATION, ORIGIN};
use axum::middleware::Next;
use axum::response::Response;
use serde::Serialize;

use crate::state::Shared;

/// Older entries go first.
const MOST_ENTRIES: usize = 1000;
/// A path longer than any of ours is cut.
const MOST_PATH_CHARACTERS: usize = 200;

/// One answered request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Entry {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) status: u16,
    pub(crate) has_authorization: bool,
    pub(crate) has_query: bool,
    /// The `Origin` header, which is an address and no secret.
    pub(crate) origin: Option<String>,
}

/// The last requests, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Journal(Mutex<VecDeque<Entry>>);

impl Journal {
    fn entries_mut(&self) -> MutexGuard<'_, VecDeque<Entry>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add(&self, entry: Entry) {
        let mut entries = self.entries_mut();
        if entries.len() == MOST_ENTRIES {
            entries.pop_front();
        }
        entries.push_back(entry);
    }

    pub(crate) fn entries(&self) -> Vec<Entry> {
        self.entries_mut().iter().cloned().collect()
    }

    pub(crate) fn clear(&self) {
        self.entries_mut().clear();
    }
}

/// Writes each request into the journal, once its status is known.
pub(crate) async fn keep_journal(
    State(app): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    let headers = request.headers();
    let origin = headers
        .get(ORIGIN)
        .and_then(|origin| origin.to_str().ok())
        .map(str::to_owned);
    let mut entry = Entry {
        method: request.method().to_string(),
        path: request
            .uri()
            .path()
            .chars()
            .take(MOST_PATH_CHARACTERS)
            .collect(),
        status: 0,
        has_authorization: headers.contains_key(AUTHORIZATION),
        has_query: request.uri().query().is_some(),
        origin,
    };
    let response = next.run(request).await;
    entry.status = response.status().as_u16();
    app.journal.add(entry);
    response
}
