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
    /// Whether the person asked to be signed out.
    pub(crate) signed_out: Cell<bool>,
    prints: RefCell<Fingerprints>,
    /// Which tokens the fingerprints are of: the grant's serial, the pasted one's.
    printed: Cell<(Option<u32>, Option<u32>)>,
    pub(crate) listener: RefCell<Option<Function>>,
    shown: RefCell<Option<Snapshot>>,
    hold: RefCell<Option<Subscription>>,
}

impl Told {
    pub(crate) fn of(runtime: Runtime) -> Rc<Self> {
        let told = Rc::new(Self {
            #[cfg(feature = "notices")]
            notices: Notices::new(runtime.settings().warn_before_ms),
            runtime,
            signed_out: Cell::default(),
            prints: RefCell::default(),
            printed: Cell::default(),
            listener: RefCell::default(),
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
            signed_out: self.signed_out.get(),
            fingerprints: &self.prints.borrow(),
        };
        Snapshot::of(&self.runtime.view(), &around)
    }

    /// The account of the session's token, while it may be used.
    pub(crate) fn info(&self) -> Option<TokenRecord> {
        info(&self.runtime.view(), &self.prints.borrow().session)
    }

    pub(crate) fn close(&self) {
        self.hold.take();
        self.listener.take();
        #[cfg(feature = "notices")]
        self.notices.close();
    }

    /// Looks for news and tells it.
    pub(crate) fn look(self: &Rc<Self>) {
        let view = self.runtime.view();
        self.print(&view);
        if view.passport.is_some() && !view.revoking {
            self.signed_out.set(false);
        }
        let snapshot = self.snapshot();
        if self.shown.borrow().as_ref() != Some(&snapshot) {
            let written = convert::accounts(snapshot.as_json());
            *self.shown.borrow_mut() = Some(snapshot);
            self.tell(&written);
        }
        #[cfg(feature = "notices")]
        self.look_for_notices(&view);
    }

    #[cfg(feature = "notices")]
    fn look_for_notices(&self, view: &View) {
        let (now, signed_out) = (self.runtime.now(), self.signed_out.get());
        let notices =
            self.notices
                .watch
                .borrow_mut()
                .look(view, now, &self.prints.borrow(), signed_out);
        self.notices.tell(&notices);
    }

    /// A listener that throws throws at itself.
    fn tell(&self, snapshot: &JsValue) {
        let listener = self.listener.borrow().clone();
        if let Some(listener) = listener {
            drop(listener.call1(&JsValue::UNDEFINED, snapshot));
        }
    }

    /// Computes a fingerprint anew when its token is another one than before.
    fn print(self: &Rc<Self>, view: &View) {
        let session = view.passport.as_ref().map(|passport| passport.serial);
        let pasted = self.runtime.pasted();
        let before = self.printed.replace((session, pasted));
        for (serial, before, is_pasted) in [(session, before.0, false), (pasted, before.1, true)] {
            if serial == before {
                continue;
            }
            self.prints.borrow_mut().of(is_pasted).clear();
            let print = self.runtime.fingerprint(serial);
            let told = Rc::clone(self);
            spawn(async move {
                let print = print.await;
                *told.prints.borrow_mut().of(is_pasted) = print;
                told.look();
            });
        }
    }
}
