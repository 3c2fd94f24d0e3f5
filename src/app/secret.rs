//! The token behind its mask: shown for half a minute at most, and never while nobody looks.

use std::rc::Rc;

use web_sys::EventTarget;

use crate::browser::{EventListener, Timer};

/// Milliseconds for which a token stays on the screen.
const SHOWN_MS: u32 = 30_000;

/// What hides a token again. Dropping it lets the token stand.
pub(super) type Guards = (Timer, Vec<EventListener>);

/// Hides a token after half a minute, when the tab is hidden and before printing.
pub(super) fn guards(hide: impl Fn() + 'static) -> Guards {
    let hide = Rc::new(hide);
    let mut listeners = Vec::new();
    if let Some(window) = web_sys::window() {
        let mut listen = |target: &EventTarget, kind: &'static str| {
            let hide = Rc::clone(&hide);
            listeners.push(EventListener::new(target, kind, move |_| hide()));
        };
        listen(&window, "beforeprint");
        if let Some(document) = window.document() {
            listen(&document, "visibilitychange");
        }
    }
    (Timer::once(SHOWN_MS, move || hide()), listeners)
}
