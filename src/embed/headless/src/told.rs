//! Telling scripts what changes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Function;
use sell_elements::browser::Durability;
use sell_elements::browser::task::spawn;
use sell_elements::door::{Fingerprints, Snapshot, Surroundings, TokenRecord, info};
use sell_elements::runtime::{Runtime, Subscription};
use sell_elements::session::View;
use wasm_bindgen::JsValue;

use crate::convert;
#[cfg(feature = "notices")]
use crate::notices::Notices;

/// Everything that is kept beside the session for its scripts.
pub(crate) struct Told {
    runtime: Runtime,
    #[cfg(feature = "notices")]
    pub(crate) notices: Notices,
    prints: RefCell<Fingerprints>,
    /// Which tokens the fingerprints are of: the grant's serial, the pasted one's.
    printed: Cell<(Option<u32>, Option<u32>)>,
    /// The last number given, and the listeners by their numbers.
    listeners: RefCell<(u32, Vec<(u32, Function)>)>,
    shown: RefCell<Option<Snapshot>>,
    hold: RefCell<Option<Subscription>>,
}

impl Told {
    pub(crate) fn of(runtime: Runtime) -> Rc<Self> {
        let told = Rc::new(Self {
            #[cfg(feature = "notices")]
            notices: Notices::new(runtime.settings().warn_before_ms),
            runtime,
            prints: RefCell::default(),
            printed: Cell::default(),
            listeners: RefCell::default(),
            shown: RefCell::default(),
            hold: RefCell::default(),
        });
        let weak = Rc::downgrade(&told);
        let subscription = told.runtime.subscribe(move |_| {
            if let Some(told) = weak.upgrade() {
                told.look();
            }
        });
        *told.hold.borrow_mut() = Some(subscription);
        told
    }

    /// The session as it is now.
    pub(crate) fn snapshot(&self) -> Snapshot {
        let around = Surroundings {
            popup: self.runtime.has_popup(),
            in_memory: self.runtime.durability() == Durability::Page,
            fingerprints: &self.prints.borrow(),
        };
        Snapshot::of(&self.runtime.view(), &around)
    }

    /// The account of the session's token, while it may be used.
    pub(crate) fn info(&self) -> Option<TokenRecord> {
        info(&self.runtime.view(), &self.prints.borrow().session)
    }

    pub(crate) fn subscribe(&self, on_change: Function) -> u32 {
        let mut listeners = self.listeners.borrow_mut();
        listeners.0 += 1;
        let number = listeners.0;
        listeners.1.push((number, on_change));
        number
    }

    pub(crate) fn unsubscribe(&self, number: u32) {
        let mut listeners = self.listeners.borrow_mut();
        listeners.1.retain(|(listener, _)| *listener != number);
    }

    pub(crate) fn close(&self) {
        self.hold.take();
        self.listeners.borrow_mut().1.clear();
        #[cfg(feature = "notices")]
        self.notices.close();
    }

    /// Looks for news and tells it.
    pub(crate) fn look(self: &Rc<Self>) {
        let view = self.runtime.view();
        self.print(&view);
        let snapshot = self.snapshot();
        if self.shown.borrow().as_ref() != Some(&snapshot) {
            let written = convert::accounts(snapshot.as_json());
            *self.shown.borrow_mut() = Some(snapshot);
            self.tell(&written);
        }
        #[cfg(feature = "notices")]
        self.notices
            .look(&view, self.runtime.now(), &self.prints.borrow());
    }

    /// A listener that throws throws at itself.
    fn tell(&self, snapshot: &JsValue) {
        let listeners = self.listeners.borrow().1.clone();
        for (_, listener) in listeners {
            drop(listener.call1(&JsValue::UNDEFINED, snapshot));
        }
    }

    /// Computes the fingerprints anew when a token is another one than before.
    fn print(self: &Rc<Self>, view: &View) {
        let serial = view.passport.as_ref().map(|passport| passport.serial);
        let pasted = self.runtime.pasted();
        let printed = self.printed.replace((serial, pasted));
        let (is_other, is_other_pasted) = (printed.0 != serial, printed.1 != pasted);
        if !is_other && !is_other_pasted {
            return;
        }
        let mut prints = self.prints.borrow_mut();
        if is_other {
            prints.session.clear();
        }
        if is_other_pasted {
            prints.pasted.clear();
        }
        let told = Rc::clone(self);
        spawn(async move {
            let [session, pasted] = told.runtime.fingerprints().await;
            *told.prints.borrow_mut() = Fingerprints { session, pasted };
            told.look();
        });
    }
}
