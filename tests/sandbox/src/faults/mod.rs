//! Faults on demand: the next answers of a path are spoiled, in the way a test ordered.
//!
//! ```text
//!  cors ──► spoil_answers ──► render_failure ──► make_answers ──► handler
//!           takes a fault,                       answers instead of
//!           waits, edits                         the handler
//! ```
//!
//! Two layers, because the body of an error is made between them.

mod answer;
mod body;
mod cross_origin;
mod edit;
mod fault;
mod finish;
mod line;
mod order;
pub(crate) mod reset;
mod retry_after;
mod text;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

pub(crate) use cross_origin::CorsFault;
pub use fault::Fault;
pub(crate) use finish::Exact;
pub use order::BadOrder;
pub(crate) use order::FaultOrder;

use crate::state::Shared;
use body::FaultBody;
use text::Count;

/// More orders than any test needs.
pub(crate) const MOST_FAULTS: usize = 100;

/// The ordered faults, the first that fits is taken.
#[derive(Debug, Default)]
pub(crate) struct Faults(Mutex<VecDeque<Fault>>);

impl Faults {
    /// The faults of the start.
    pub(crate) fn new(faults: &[Fault]) -> Self {
        Self(Mutex::new(faults.iter().cloned().collect()))
    }

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

    /// The orders that are still to come.
    pub(crate) fn waiting(&self) -> Vec<Fault> {
        self.queue().iter().cloned().collect()
    }

    pub(crate) fn clear(&self) {
        self.queue().clear();
    }

    /// Back to the faults of the start.
    pub(crate) fn reset(&self, faults: &[Fault]) {
        *self.queue() = faults.iter().cloned().collect();
    }

    /// Takes one use of the first fault that is meant for this request.
    fn take(&self, is_meant: impl Fn(&Fault) -> bool) -> Option<Fault> {
        let mut queue = self.queue();
        let index = queue.iter().position(is_meant)?;
        let fault = queue.get_mut(index)?;
        let taken = fault.clone();
        fault.order.count = fault.order.count.less_one();
        if fault.order.count == Count::Times(0) {
            queue.remove(index);
        }
        Some(taken)
    }
}

/// The fault taken for a request, on its way to [`make_answers`].
#[derive(Debug, Clone)]
struct Taken(Arc<Fault>);

/// Spoils the answer to a request a fault is meant for.
pub(crate) async fn spoil_answers(
    State(app): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    let (method, path) = (request.method().as_str(), request.uri().path());
    match app.faults.take(|fault| fault.fits(method, path)) {
        Some(fault) => spoil(fault, request, async |request| next.run(request).await).await,
        None => next.run(request).await,
    }
}

/// Answers with the made up body instead of running the handler.
pub(crate) async fn make_answers(
    State(app): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    match request.extensions().get::<Taken>().cloned() {
        Some(Taken(fault)) => {
            make(&app, &fault, request, async |request| {
                next.run(request).await
            })
            .await
        }
        None => next.run(request).await,
    }
}

/// Spoils the answer to a preflight, if a fault is meant for it, or gives the `usual` one.
pub(crate) async fn spoil_preflight(app: &Shared, request: Request, usual: Response) -> Response {
    let path = request.uri().path();
    let Some(fault) = app.faults.take(|fault| fault.fits_preflight(path)) else {
        return usual;
    };
    let answer = async |request: Request| {
        let Some(Taken(fault)) = request.extensions().get::<Taken>().cloned() else {
            return usual;
        };
        make(app, &fault, request, async |_| usual).await
    };
    spoil(fault, request, answer).await
}

async fn make(
    app: &Shared,
    fault: &Fault,
    request: Request,
    real: impl AsyncFnOnce(Request) -> Response,
) -> Response {
    let other_origin = app.other_origin.base();
    let path = request.uri().path();
    match answer::made_up(fault, path, other_origin.as_deref()).await {
        Some(response) => response,
        None => real(request).await,
    }
}

async fn spoil(
    fault: Fault,
    mut request: Request,
    answer: impl AsyncFnOnce(Request) -> Response,
) -> Response {
    tokio::time::sleep(Duration::from_millis(fault.delay())).await;
    if fault.body == FaultBody::Reset {
        reset::of_request(&request);
    }
    let fault = Arc::new(fault);
    request.extensions_mut().insert(Taken(fault.clone()));
    let mut response = finish::finish(&fault, answer(request).await).await;
    if let Some(cors) = fault.cors {
        response.extensions_mut().insert(cors);
    }
    response
}
