//! The session of the nearest provider.

use std::rc::Rc;

use yew::prelude::*;

use crate::runtime::Runtime;
use crate::session::{Event, View};

/// The properties of [`SessionProvider`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct SessionProviderProps {
    /// The session to offer.
    pub runtime: Runtime,
    /// Who may ask for it.
    pub children: Html,
}

/// Offers a session to the components below.
#[component]
pub fn SessionProvider(props: &SessionProviderProps) -> Html {
    html! {
        <ContextProvider<Runtime> context={props.runtime.clone()}>
            { props.children.clone() }
        </ContextProvider<Runtime>>
    }
}

/// A session and its latest snapshot.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionHandle {
    /// The session.
    pub runtime: Runtime,
    /// Its snapshot at this render.
    pub view: Rc<View>,
}

impl SessionHandle {
    /// A callback that lets the same thing happen each time.
    pub fn on<T: 'static>(&self, event: impl Fn(T) -> Event + 'static) -> Callback<T> {
        let runtime = self.runtime.clone();
        Callback::from(move |value| runtime.dispatch(event(value)))
    }
}

/// The session of the nearest [`SessionProvider`]; renders again on every change.
#[hook]
pub fn use_session() -> Option<SessionHandle> {
    let runtime = use_context::<Runtime>();
    let view = use_state(|| runtime.as_ref().map(Runtime::view));
    {
        let view = view.clone();
        use_effect_with(runtime.clone(), move |runtime| {
            let subscription = runtime.as_ref().map(|runtime| {
                // What changed between the render and this effect is not lost.
                view.set(Some(runtime.view()));
                runtime.subscribe(move |latest| view.set(Some(Rc::clone(latest))))
            });
            move || drop(subscription)
        });
    }
    let view = (*view).clone();
    runtime
        .zip(view)
        .map(|(runtime, view)| SessionHandle { runtime, view })
}
