//! The loop between the machine and the browser, outside any component.
//!
//! An event goes in, the next state and a list of effects come out, subscribers are told, the
//! browser carries out the effects, and the answers come back as events. No component owns a
//! session, so moving or removing one signs nobody out.

mod boot;
mod by_hand;
mod calls;
mod departure;
mod effects;
mod fingerprint;
mod inquiry;
mod popup;
mod requests;
mod subscribers;
mod until;
mod watch;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

pub use by_hand::Paste;
pub use calls::{CallOutcome, Progress};
pub use requests::{HostRequest, Refused};
pub use subscribers::Subscription;
pub use until::Until;

use crate::browser::wake::{self, Wake, Wakes};
use crate::browser::{Browser, Durability, Tabs};
use crate::protocol::Now;
use crate::session::record::grant_key;
use crate::session::{Event, Inspection, Lookup, Machine, Session, Settings, View, step};
use subscribers::Subscribers;

/// How far the two clocks may drift apart between two looks before it is said, in milliseconds.
const CLOCK_JUMP_MS: u64 = 120_000;

/// One named session of one client on this page. Cloning it shares it.
#[derive(Clone)]
pub struct Runtime(Rc<Inner>);

struct Inner {
    settings: Settings,
    browser: Browser,
    machine: RefCell<Machine>,
    view: RefCell<Rc<View>>,
    subscribers: Subscribers,
    last_look: Cell<Now>,
    hold: RefCell<Option<(Tabs, Wakes)>>,
    popup: RefCell<Option<Box<dyn popup::Pending>>>,
    /// Counts departures and what took their place, so that an earlier one is known as such.
    departures: Cell<u32>,
}

impl Runtime {
    /// Starts a session: reads what this tab keeps, listens to the page and to other tabs, and
    /// asks the server about a token that was found.
    #[must_use]
    pub fn start(settings: Settings, browser: Browser) -> Self {
        let now = browser.clock.now();
        let machine = Machine {
            warn_before_ms: settings.warn_before_ms,
            ..Machine::default()
        };
        let view = RefCell::new(Rc::new(View::of(&machine, now)));
        let runtime = Self(Rc::new(Inner {
            settings,
            browser,
            machine: RefCell::new(machine),
            view,
            subscribers: Subscribers::default(),
            last_look: Cell::new(now),
            hold: RefCell::new(None),
            popup: RefCell::new(None),
            departures: Cell::new(0),
        }));
        runtime.listen();
        runtime.dispatch(boot::read(&runtime.0.settings, &runtime.0.browser));
        runtime
    }

    /// What this session was set up with.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// How long what is held lasts.
    #[must_use]
    pub fn durability(&self) -> Durability {
        self.0.browser.storage.durability()
    }

    /// The time by this session's clock.
    #[must_use]
    pub fn now(&self) -> Now {
        self.0.browser.clock.now()
    }

    /// The latest snapshot.
    #[must_use]
    pub fn view(&self) -> Rc<View> {
        Rc::clone(&self.0.view.borrow())
    }

    /// Counts the session as expiring so many milliseconds before its end.
    pub fn warn_before(&self, milliseconds: u64) {
        self.0.machine.borrow_mut().warn_before_ms = milliseconds;
        self.dispatch(Event::ClockChecked);
    }

    /// Calls back on every event, and when time alone changes the status, until the subscription is
    /// dropped.
    pub fn subscribe(&self, on_change: impl Fn(&Rc<View>) + 'static) -> Subscription {
        self.0.subscribers.add(Rc::new(on_change))
    }

    /// Lets something happen to the session.
    pub fn dispatch(&self, event: Event) {
        let now = self.now();
        let is_look = matches!(event, Event::ClockChecked);
        let effects = {
            let mut machine = self.0.machine.borrow_mut();
            step(&mut machine, event, &self.0.settings.client_id, now)
        };
        self.tell(now, is_look && effects.is_empty());
        for effect in effects {
            self.carry_out(effect);
        }
    }

    /// The token itself, for the person's own "Show" and "Copy" and for nothing else. None
    /// after the deadline, and none while the server is first asked whether it is ours.
    #[must_use]
    pub fn reveal(&self) -> Option<String> {
        let now = self.now();
        let mut machine = self.0.machine.borrow_mut();
        let grant = machine.session.in_use()?;
        if let Lookup::Asking(None) = grant.lookup {
            return None;
        }
        grant.live_token(now).map(|token| token.expose().to_owned())
    }

    /// Which of all that was pasted is looked at.
    #[must_use]
    pub fn pasted(&self) -> Option<u32> {
        match &self.0.machine.borrow().inspection {
            Inspection::Held(specimen) => Some(specimen.serial),
            Inspection::Empty | Inspection::Unrecognised(_) => None,
        }
    }

    /// Stops listening to the page, to other tabs and to a sign-in window. What is stored stays.
    pub fn close(&self) {
        self.0.hold.take();
        self.0.popup.take();
    }

    /// Has subscribers look at what stands beside the snapshot.
    fn tell_again(&self) {
        self.0.subscribers.tell(&self.view());
    }

    /// Tells what is new. A look at the clock that led to nothing is idle: it changes the status at
    /// most, so that nothing else has to be compared.
    fn tell(&self, now: Now, is_idle: bool) {
        let next = {
            let machine = self.0.machine.borrow();
            if is_idle && machine.status(now) == self.view().status {
                return;
            }
            Rc::new(View::of(&machine, now))
        };
        *self.0.view.borrow_mut() = Rc::clone(&next);
        self.0.subscribers.tell(&next);
    }

    fn listen(&self) {
        let weak = Rc::downgrade(&self.0);
        let on_wake = {
            let weak = weak.clone();
            move |wake| {
                if let Some(inner) = weak.upgrade() {
                    Self(inner).wake(wake);
                }
            }
        };
        let on_words = move |words: &str| {
            if let Some(inner) = weak.upgrade() {
                Self(inner).dispatch(Event::EndedElsewhere(words.to_owned()));
            }
        };
        let tabs = Tabs::open(&grant_key(&self.0.settings), on_words);
        *self.0.hold.borrow_mut() = Some((tabs, wake::listen(on_wake)));
    }

    /// The page woke: look at the clock, and at what else the moment calls for.
    pub fn wake(&self, wake: Wake) {
        let now = self.now();
        let jumped = now.drift_since(self.0.last_look.replace(now)) > CLOCK_JUMP_MS;
        self.dispatch(if jumped {
            Event::ClockJumped
        } else {
            Event::ClockChecked
        });
        match wake {
            Wake::Tick => {}
            Wake::Restored => {
                self.end_departure();
                self.dispatch(Event::Returned);
            }
            Wake::Leaving => self.dispatch(Event::Leaving),
            Wake::Online => self.ask_again(),
        }
    }

    /// A question that could not be asked is asked again once there is a connection.
    fn ask_again(&self) {
        let failed = matches!(
            &self.0.machine.borrow().session,
            Session::SignedIn(grant) if matches!(grant.lookup, Lookup::Failed { .. })
        );
        if failed {
            self.dispatch(Event::InfoAsked);
        }
    }
}

impl PartialEq for Runtime {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::fmt::Debug for Runtime {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Runtime")
            .field("view", &self.0.view)
            .finish_non_exhaustive()
    }
}
