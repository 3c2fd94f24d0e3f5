//! Faults on demand: the next answers of a path are spoiled, in the way a test ordered.

mod body;
mod order;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

pub(crate) use order::{BadOrder, Fault, FaultOrder};

use crate::state::Shared;

/// More orders than any test needs.
const MOST_FAULTS: usize = 100;

/// The ordered faults, the first that fits is taken.
#[derive(Debug, Default)]
pub(crate) struct Faults(Mutex<VecDeque<Fault>>);

impl Faults {
    fn queue(&self) -> MutexGuard<'_, VecDeque<Fault>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Orders a fault; `false` when too many are waiting.
    pub(crate) fn add(&self, fault: Fault) -> bool {
        let mut queue = self.queue();
        let fits = queue.len() < MOST_FAULTS;
        if fits {
            queue.push_back(fault);
        }
        fits
    }

    /// The faults that are still to come.
    pub(crate) fn waiting(&self) -> Vec<Fault> {
        self.queue().iter().cloned().collect()
    }

    pub(crate) fn clear(&self) {
        self.queue().clear();
    }

    /// Takes one use of the first fault that is meant for this request.
    fn take(&self, method: &str, path: &str) -> Option<Fault> {
        let mut queue = self.queue();
        let index = queue.iter().position(|fault| fault.fits(method, path))?;
        let fault = queue.get_mut(index)?;
        fault.count -= 1;
        let taken = fault.clone();
        if fault.count == 0 {
            queue.remove(index);
        }
        Some(taken)
    }
}

/// Answers with the ordered fault instead of running the handler.
pub(crate) async fn inject_faults(
    State(app): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path().to_owned();
    match app.faults.take(request.method().as_str(), &path) {
        Some(fault) => body::respond(&fault, &path).await,
        None => next.run(request).await,
    }
}
