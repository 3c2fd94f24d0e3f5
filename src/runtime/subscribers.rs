//! Who is told about changes.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use crate::session::View;

type Listener = Rc<dyn Fn(&Rc<View>)>;

/// The list of listeners.
#[derive(Default)]
pub(super) struct Subscribers(Rc<RefCell<List>>);

#[derive(Default)]
struct List {
    next: u32,
    listeners: Vec<(u32, Listener)>,
}

/// A place in the list. Dropping it leaves the list.
#[must_use = "dropping it unsubscribes"]
pub struct Subscription {
    list: Weak<RefCell<List>>,
    number: u32,
}

impl Subscribers {
    pub(super) fn add(&self, listener: Listener) -> Subscription {
        let mut list = self.0.borrow_mut();
        list.next += 1;
        let number = list.next;
        list.listeners.push((number, listener));
        Subscription {
            list: Rc::downgrade(&self.0),
            number,
        }
    }

    /// Tells everybody who is on the list now. A listener may subscribe or leave meanwhile.
    pub(super) fn tell(&self, view: &Rc<View>) {
        let listeners: Vec<Listener> = self
            .0
            .borrow()
            .listeners
            .iter()
            .map(|(_, listener)| Rc::clone(listener))
            .collect();
        for listener in listeners {
            listener(view);
        }
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(list) = self.list.upgrade() {
            list.borrow_mut()
                .listeners
                .retain(|(number, _)| *number != self.number);
        }
    }
}

impl std::fmt::Debug for Subscription {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Subscription({})", self.number)
    }
}
