//! What the browser calls back: listeners and timers, each a value that ends when it is dropped.
//!
//! All are closures of one kind, the one that promises have as well: each further kind is an import
//! with glue on either side.

use std::fmt;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsError, JsValue};
use web_sys::{Event, EventTarget};

type Act = dyn FnMut(JsValue) -> Result<(), JsError>;

/// A listener. Dropping it stops listening.
#[must_use = "dropping it stops listening"]
pub struct EventListener {
    target: EventTarget,
    kind: &'static str,
    closure: Closure<Act>,
}

impl EventListener {
    /// Calls back on every event of a kind. Where a page has put something else in the place of the
    /// browser's events, nothing is heard.
    pub fn new(
        target: &EventTarget,
        kind: &'static str,
        mut on_event: impl FnMut(&Event) + 'static,
    ) -> Self {
        let act = move |event: JsValue| {
            on_event(event.unchecked_ref());
            Ok(())
        };
        Self::listen(target.clone(), kind, Box::new(act))
    }

    fn listen(target: EventTarget, kind: &'static str, act: Box<Act>) -> Self {
        let closure = Closure::wrap(act);
        let function = closure.as_ref().unchecked_ref();
        drop(target.add_event_listener_with_callback(kind, function));
        Self {
            target,
            kind,
            closure,
        }
    }
}

impl Drop for EventListener {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        let target = &self.target;
        drop(target.remove_event_listener_with_callback(self.kind, function));
    }
}

impl fmt::Debug for EventListener {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "EventListener({})", self.kind)
    }
}

/// A timer. Dropping it stops it.
#[must_use = "dropping it stops the timer"]
pub struct Timer {
    handle: i32,
    _closure: Closure<Act>,
}

impl Timer {
    /// Calls back once, after so many milliseconds.
    pub fn once(milliseconds: u32, on_time: impl FnMut() + 'static) -> Self {
        Self::start(milliseconds, false, act(on_time))
    }

    /// Calls back again and again, so many milliseconds apart.
    pub fn each(milliseconds: u32, on_time: impl FnMut() + 'static) -> Self {
        Self::start(milliseconds, true, act(on_time))
    }

    fn start(milliseconds: u32, repeats: bool, act: Box<Act>) -> Self {
        let closure = Closure::wrap(act);
        let function = closure.as_ref().unchecked_ref();
        let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
        let started = web_sys::window().and_then(|window| {
            let started = if repeats {
                window
                    .set_interval_with_callback_and_timeout_and_arguments_0(function, milliseconds)
            } else {
                window.set_timeout_with_callback_and_timeout_and_arguments_0(function, milliseconds)
            };
            started.ok()
        });
        Self {
            // No timer has this handle, and clearing it does nothing (HTML §8.6).
            handle: started.unwrap_or_default(),
            _closure: closure,
        }
    }
}

fn act(mut on_time: impl FnMut() + 'static) -> Box<Act> {
    Box::new(move |_| {
        on_time();
        Ok(())
    })
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            // Of either kind: they are counted together (HTML §8.6).
            window.clear_timeout_with_handle(self.handle);
        }
    }
}

impl fmt::Debug for Timer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Timer({})", self.handle)
    }
}
