//! Telling scripts what changes.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Interval;
use js_sys::Function;
use sell_elements::browser::Durability;
use sell_elements::browser::task::spawn;
use sell_elements::door::{Fingerprints, Snapshot, Surroundings, TokenRecord, Watch, info};
use sell_elements::runtime::{Runtime, Subscription};
use sell_elements::session::View;
use sell_elements::session::view::Pasted;
use wasm_bindgen::JsValue;

use crate::convert;

/// Milliseconds between two looks at the clock, for the warnings before the end.
const LOOK_MS: u32 = 1_000;

/// A script's two ears: for snapshots, for notices.
#[derive(Clone)]
struct Ears {
    number: u32,
    on_change: Function,
    on_notice: Function,
}

/// Everything that is kept beside the session for its scripts.
pub(crate) struct Told {
    runtime: Runtime,
    watch: RefCell<Watch>,
    prints: RefCell<Fingerprints>,
    /// Which tokens the fingerprints are of: the grant's serial, the pasted one's last characters.
    printed: RefCell<(Option<u32>, Option<String>)>,
    ears: RefCell<(u32, Vec<Ears>)>,
    shown: RefCell<Option<Snapshot>>,
    hold: RefCell<Option<(Subscription, Interval)>>,
}

impl Told {
    pub(crate) fn of(runtime: Runtime) -> Rc<Self> {
        let watch = Watch::new(runtime.settings().warn_before_ms);
        let told = Rc::new(Self {
            runtime,
            watch: RefCell::new(watch),
            prints: RefCell::default(),
            printed: RefCell::default(),
            ears: RefCell::default(),
            shown: RefCell::default(),
            hold: RefCell::default(),
        });
        let look = {
            let weak = Rc::downgrade(&told);
            move || {
                if let Some(told) = weak.upgrade() {
                    told.look();
                }
            }
        };
        let on_change = look.clone();
        let subscription = told.runtime.subscribe(move |_| on_change());
        *told.hold.borrow_mut() = Some((subscription, Interval::new(LOOK_MS, look)));
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

    pub(crate) fn subscribe(&self, on_change: Function, on_notice: Function) -> u32 {
        let mut ears = self.ears.borrow_mut();
        ears.0 += 1;
        let number = ears.0;
        ears.1.push(Ears {
            number,
            on_change,
            on_notice,
        });
        number
    }

    pub(crate) fn unsubscribe(&self, number: u32) {
        self.ears
            .borrow_mut()
            .1
            .retain(|ears| ears.number != number);
    }

    /// The person asked to be signed out; the revocation that follows is told as that.
    pub(crate) fn expect_sign_out(&self) {
        self.watch.borrow_mut().by_the_person = true;
    }

    pub(crate) fn close(&self) {
        self.hold.take();
        self.ears.borrow_mut().1.clear();
    }

    /// Looks for news and tells it.
    pub(crate) fn look(self: &Rc<Self>) {
        let view = self.runtime.view();
        self.print(&view);
        let notices = {
            let prints = self.prints.borrow();
            let now = self.runtime.now();
            self.watch.borrow_mut().look(&view, now, &prints)
        };
        let snapshot = self.snapshot();
        let changed = self.shown.borrow().as_ref() != Some(&snapshot);
        if changed {
            let written = convert::accounts(snapshot.as_json());
            *self.shown.borrow_mut() = Some(snapshot);
            self.tell(|ears| drop(ears.on_change.call1(&JsValue::UNDEFINED, &written)));
        }
        for notice in &notices {
            let name = JsValue::from(notice.name);
            let detail = convert::accounts(&notice.detail);
            self.tell(|ears| drop(ears.on_notice.call2(&JsValue::UNDEFINED, &name, &detail)));
        }
    }

    /// An ear that throws throws at itself.
    fn tell(&self, say: impl Fn(&Ears)) {
        let ears = self.ears.borrow().1.clone();
        ears.iter().for_each(say);
    }

    /// Computes the fingerprints anew when a token is another one than before.
    fn print(self: &Rc<Self>, view: &View) {
        let serial = view.passport.as_ref().map(|passport| passport.serial);
        let pasted = match &view.pasted {
            Pasted::Held { last_four, .. } => Some(last_four.clone()),
            Pasted::Nothing | Pasted::Unrecognised(_) => None,
        };
        let printed = self.printed.replace((serial, pasted.clone()));
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
