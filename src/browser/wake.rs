//! The moments at which a page may have slept, moved in time or come back.

use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use wasm_bindgen::JsCast;
use web_sys::PageTransitionEvent;

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
    _interval: Interval,
}

impl std::fmt::Debug for Wakes {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Wakes")
    }
}

/// Calls `on_wake` at each of these moments.
pub fn listen(on_wake: impl Fn(Wake) + Clone + 'static) -> Wakes {
    let mut listeners = Vec::new();
    if let Some(window) = web_sys::window() {
        for (name, wake) in [
            ("focus", Wake::Tick),
            ("online", Wake::Online),
            ("pagehide", Wake::Leaving),
        ] {
            let on_wake = on_wake.clone();
            listeners.push(EventListener::new(&window, name, move |_| on_wake(wake)));
        }
        let on_show = on_wake.clone();
        listeners.push(EventListener::new(&window, "pageshow", move |event| {
            let persisted = event
                .dyn_ref::<PageTransitionEvent>()
                .is_some_and(PageTransitionEvent::persisted);
            on_show(if persisted {
                Wake::Restored
            } else {
                Wake::Tick
            });
        }));
        if let Some(document) = window.document() {
            for name in ["visibilitychange", "resume"] {
                let on_wake = on_wake.clone();
                listeners.push(EventListener::new(&document, name, move |_| {
                    on_wake(Wake::Tick);
                }));
            }
        }
    }
    Wakes {
        _listeners: listeners,
        _interval: Interval::new(TICK_MS, move || on_wake(Wake::Tick)),
    }
}
