//! Telling scripts what the person or the server did, which only the elements do.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use sell_elements::browser::Timer;
use sell_elements::browser::task::spawn;
use sell_elements::door::{Notice, Watch};
use sell_elements::session::{Event, WARN_BEFORE_MS};
use wasm_bindgen::prelude::*;

use crate::convert;
use crate::session::Session;

/// Milliseconds between two looks at the clock, for the warnings before the end.
const LOOK_MS: u32 = 1_000;

/// What was told, and whom.
pub(crate) struct Notices {
    pub(crate) watch: RefCell<Watch>,
    listener: RefCell<Option<Function>>,
    ticks: RefCell<Option<Timer>>,
}

impl Notices {
    pub(crate) fn new(warn_before_ms: u64) -> Self {
        Self {
            watch: RefCell::new(Watch::new(warn_before_ms)),
            listener: RefCell::default(),
            ticks: RefCell::default(),
        }
    }

    pub(crate) fn close(&self) {
        self.listener.take();
        self.ticks.take();
    }

    /// Tells what is new. What the listener does about it may be news again.
    pub(crate) fn tell(&self, notices: &[Notice]) {
        for notice in notices {
            let detail = convert::accounts(&notice.detail);
            // One that throws throws at itself, and one that closes hears no more.
            if let Some(listener) = self.listener.borrow().clone() {
                drop(listener.call2(&JsValue::UNDEFINED, &notice.name.into(), &detail));
            }
        }
    }
}

#[wasm_bindgen]
impl Session {
    /// Calls `listener(name, detail)` for everything that the person or the server does. There is
    /// one listener, until the session is closed.
    #[wasm_bindgen(js_name = listen)]
    pub fn listen(&self, listener: Function) {
        let notices = &self.told.notices;
        notices.listener.replace(Some(listener));
        let weak = Rc::downgrade(&self.told);
        let look = move || {
            if let Some(told) = weak.upgrade() {
                told.look();
            }
        };
        notices.ticks.replace(Some(Timer::each(LOOK_MS, look)));
        // What was true before anybody listened is told too, in a turn of its own.
        let told = Rc::clone(&self.told);
        spawn(async move { told.look() });
    }

    /// Has the session count as expiring this many seconds before its end, or as many as usual.
    #[wasm_bindgen(js_name = warnBefore)]
    pub fn warn_before(&self, seconds: Option<u32>) {
        let milliseconds = seconds.map_or(WARN_BEFORE_MS, |seconds| u64::from(seconds) * 1000);
        self.told.notices.watch.borrow_mut().warn_before_ms = milliseconds;
        self.runtime.warn_before(milliseconds);
    }

    /// Gives a sign-in by a window up.
    #[wasm_bindgen(js_name = cancelSignIn)]
    pub fn cancel_sign_in(&self) {
        self.runtime.cancel_popup();
    }

    /// Is done with the pasted token.
    #[wasm_bindgen(js_name = clearInspection)]
    pub fn clear_inspection(&self) {
        self.runtime.dispatch(Event::PasteCleared);
    }
}
