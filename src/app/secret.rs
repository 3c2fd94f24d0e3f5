//! The token behind its mask: shown for half a minute at most, and never while nobody looks.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// Milliseconds for which a token stays on the screen.
const SHOWN_MS: u32 = 30_000;

/// Whether the token is shown, and the switch. It goes off by itself after half a minute, when
/// the tab is hidden and before printing.
#[hook]
pub(super) fn use_reveal() -> UseStateHandle<bool> {
    let shown = use_state(|| false);
    {
        let hide = shown.setter();
        use_effect_with(*shown, move |shown| {
            let guards = shown.then(|| guards(hide));
            move || drop(guards)
        });
    }
    shown
}

fn guards(hide: UseStateSetter<bool>) -> (Timeout, Vec<EventListener>) {
    let mut listeners = Vec::new();
    if let Some(window) = web_sys::window() {
        let hide = hide.clone();
        listeners.push(EventListener::new(&window, "beforeprint", move |_| hide.set(false)));
    }
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        let hide = hide.clone();
        listeners.push(EventListener::new(&document, "visibilitychange", move |_| hide.set(false)));
    }
    (Timeout::new(SHOWN_MS, move || hide.set(false)), listeners)
}
