//! The moments at which a page may have slept, moved in time or come back.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget};

use super::callback::{EventListener, Timer};
use super::object::get;

/// Milliseconds between two looks at the clock. Short ones, because a single long timer stops
/// with the machine, and one beyond 2^31 ms fires at once.
const TICK_MS: u32 = 1_000;

/// Why the page wakes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wake {
    /// A second has passed, or the page became visible, focused or unfrozen.
    Tick,
    /// The page was taken out of the back-forward cache with all its state.
    Restored,
    /// The device has a connection again.
    Online,
    /// The page is going away.
    Leaving,
}

/// Listens until it is dropped.
#[must_use = "dropping it stops listening"]
pub struct Wakes {
    _listeners: Vec<EventListener>,
    _interval: Timer,
}

impl std::fmt::Debug for Wakes {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Wakes")
    }
}

/// Calls `on_wake` at each of these moments.
pub fn listen(on_wake: impl Fn(Wake) + 'static) -> Wakes {
    let on_wake: Rc<dyn Fn(Wake)> = Rc::new(on_wake);
    let mut listeners = Vec::new();
    if let Some(window) = web_sys::window() {
        let mut add = |target: &EventTarget, name, wake| {
            let on_wake = Rc::clone(&on_wake);
            listeners.push(EventListener::new(target, name, move |event| {
                on_wake(meaning(wake, event));
            }));
        };
        add(&window, "focus", Wake::Tick);
        add(&window, "online", Wake::Online);
        add(&window, "pagehide", Wake::Leaving);
        add(&window, "pageshow", Wake::Tick);
        let document: EventTarget = get(&window, "document").unchecked_into();
        add(&document, "visibilitychange", Wake::Tick);
        add(&document, "resume", Wake::Tick);
    }
    Wakes {
        _listeners: listeners,
        _interval: Timer::each(TICK_MS, move || on_wake(Wake::Tick)),
    }
}

/// A page that is shown may come from the back-forward cache.
fn meaning(wake: Wake, event: &Event) -> Wake {
    if wake == Wake::Tick && get(event, "persisted").is_truthy() {
        Wake::Restored
    } else {
        wake
    }
}
