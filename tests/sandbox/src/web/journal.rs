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
/// A path or an origin longer than any of ours is cut.
const MOST_CHARACTERS: usize = 200;

/// One request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Entry {
    pub(crate) method: String,
    pub(crate) path: String,
    /// `None` while it is not answered.
    pub(crate) status: Option<u16>,
    pub(crate) has_authorization: bool,
    pub(crate) has_query: bool,
    /// The `Origin` header, which is an address and no secret.
    pub(crate) origin: Option<String>,
}

/// The last requests, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Journal(Mutex<Entries>);

#[derive(Debug, Default)]
struct Entries {
    list: VecDeque<Entry>,
    /// How many entries are gone from the front, ever.
    gone: usize,
    /// How many came since the list was last cleared.
    count: usize,
}

impl Journal {
    fn entries_mut(&self) -> MutexGuard<'_, Entries> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes a request down as it arrives; the number names it for [`Journal::answered`].
    fn arrived(&self, entry: Entry) -> usize {
        let mut entries = self.entries_mut();
        if entries.list.len() == MOST_ENTRIES {
            entries.list.pop_front();
            entries.gone += 1;
        }
        entries.list.push_back(entry);
        entries.count += 1;
        entries.gone + entries.list.len() - 1
    }

    /// Adds the status, unless the entry is gone meanwhile.
    fn answered(&self, number: usize, status: u16) {
        let mut entries = self.entries_mut();
        let index = number.checked_sub(entries.gone);
        if let Some(entry) = index.and_then(|index| entries.list.get_mut(index)) {
            entry.status = Some(status);
        }
    }

    pub(crate) fn entries(&self) -> Vec<Entry> {
        self.entries_mut().list.iter().cloned().collect()
    }

    /// How many requests came, those included that are too old for the list.
    pub(crate) fn count(&self) -> usize {
        self.entries_mut().count
    }

    pub(crate) fn clear(&self) {
        let mut entries = self.entries_mut();
        entries.count = 0;
        entries.gone += entries.list.len();
        entries.list.clear();
    }
}

/// Writes each request into the journal: when it arrives, because a fault may keep it from ever
/// being answered, and once more when its status is known.
pub(crate) async fn keep_journal(
    State(app): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    keep(&app.journal, request, next).await
}

/// The same for the second origin, which has a journal of its own.
pub(crate) async fn keep_other_journal(
    State(app): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    keep(&app.other_origin.journal, request, next).await
}

async fn keep(journal: &Journal, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let origin = headers
        .get(ORIGIN)
        .and_then(|origin| origin.to_str().ok())
        .map(cut);
    let entry = Entry {
        method: cut(request.method().as_str()),
        path: cut(request.uri().path()),
        status: None,
        has_authorization: headers.contains_key(AUTHORIZATION),
        has_query: request.uri().query().is_some(),
        origin,
    };
    let number = journal.arrived(entry);
    let response = next.run(request).await;
    journal.answered(number, response.status().as_u16());
    response
}

fn cut(text: &str) -> String {
    text.chars().take(MOST_CHARACTERS).collect()
}
