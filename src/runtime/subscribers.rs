//! Who is told about changes.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use crate::session::View;

type Listener = dyn Fn(&Rc<View>);

/// The list of listeners, which others keep alive.
#[derive(Default)]
pub(super) struct Subscribers(RefCell<Vec<Weak<Listener>>>);

/// A place in the list. Dropping it leaves the list.
#[must_use = "dropping it unsubscribes"]
pub struct Subscription {
    _listener: Rc<Listener>,
}

impl Subscribers {
    pub(super) fn add(&self, listener: Rc<Listener>) -> Subscription {
        self.0.borrow_mut().push(Rc::downgrade(&listener));
        Subscription {
            _listener: listener,
        }
    }

    /// Tells everybody who is on the list now. A listener may subscribe or leave meanwhile.
    pub(super) fn tell(&self, view: &Rc<View>) {
        self.0
            .borrow_mut()
            .retain(|listener| listener.strong_count() > 0);
        let listeners = self.0.borrow().clone();
        for listener in listeners {
            if let Some(listener) = listener.upgrade() {
                listener(view);
            }
        }
    }
}

impl std::fmt::Debug for Subscription {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Subscription")
    }
}
