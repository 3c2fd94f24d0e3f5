//! The time, told again every second while a component shows it.

use gloo_timers::callback::Interval;
use yew::prelude::*;

use crate::protocol::Now;
use crate::runtime::Runtime;

/// The time by the session's clock, renewed each second.
#[hook]
pub fn use_now(runtime: &Runtime) -> Now {
    let now = use_state(|| runtime.now());
    {
        let now = now.clone();
        use_effect_with(runtime.clone(), move |runtime| {
            let runtime = runtime.clone();
            let interval = Interval::new(1_000, move || now.set(runtime.now()));
            move || drop(interval)
        });
    }
    *now
}
