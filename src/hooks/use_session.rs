//! A session as it stands now.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::Timer;
use crate::protocol::Now;
use crate::runtime::Runtime;
use crate::session::View;

/// Milliseconds after which the time is told again.
const TICK_MS: u32 = 1_000;

/// A session, its latest snapshot and the time.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionHandle {
    /// The session.
    pub runtime: Runtime,
    /// Its snapshot at this render.
    pub view: Rc<View>,
    /// The time at this render, by the session's clock.
    pub now: Now,
}

impl SessionHandle {
    fn of(runtime: &Runtime) -> Self {
        Self {
            runtime: runtime.clone(),
            view: runtime.view(),
            now: runtime.now(),
        }
    }
}

/// The session of a runtime, where there is one; renders again on every change and every second.
#[hook]
pub fn use_session(runtime: Option<&Runtime>) -> Option<SessionHandle> {
    let latest = use_state(|| runtime.map(SessionHandle::of));
    {
        let latest = latest.setter();
        use_effect_with(runtime.cloned(), move |runtime| {
            let hold = runtime.clone().map(|runtime| {
                let look = Rc::new({
                    let runtime = runtime.clone();
                    move || latest.set(Some(SessionHandle::of(&runtime)))
                });
                // What changed between the render and this effect is not lost.
                look();
                let tick = Rc::clone(&look);
                (
                    runtime.subscribe(move |_| look()),
                    Timer::each(TICK_MS, move || tick()),
                )
            });
            move || drop(hold)
        });
    }
    (*latest).clone()
}
