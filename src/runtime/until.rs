//! Waiting for a session to stand in a certain way.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::{Runtime, Subscription};
use crate::session::View;

/// Resolves with the first snapshot, the present one included, that is as wished.
#[must_use = "a future does nothing until it is awaited"]
pub struct Until {
    runtime: Runtime,
    wished: fn(&View) -> bool,
    waker: Rc<RefCell<Option<Waker>>>,
    _subscription: Subscription,
}

impl Runtime {
    /// Waits until the session is as wished.
    pub fn until(&self, wished: fn(&View) -> bool) -> Until {
        let waker: Rc<RefCell<Option<Waker>>> = Rc::default();
        let subscription = {
            let waker = Rc::clone(&waker);
            self.subscribe(move |_| {
                if let Some(waker) = waker.take() {
                    waker.wake();
                }
            })
        };
        Until {
            runtime: self.clone(),
            wished,
            waker,
            _subscription: subscription,
        }
    }
}

impl Future for Until {
    type Output = Rc<View>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Rc<View>> {
        let view = self.runtime.view();
        if (self.wished)(&view) {
            return Poll::Ready(view);
        }
        *self.waker.borrow_mut() = Some(context.waker().clone());
        Poll::Pending
    }
}

impl std::fmt::Debug for Until {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Until").finish_non_exhaustive()
    }
}
