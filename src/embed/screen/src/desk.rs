//! What the parts of the screen are drawn from, and what the person's deeds do.

use std::rc::Rc;

use sell_elements::browser::task::{sleep, spawn};
use sell_elements::browser::{clipboard, page};
use sell_elements::components::focus;
use sell_elements::words::{Gap, embed};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::{Callback, NodeRef};

use crate::contract::Attribute;
use crate::host;
use crate::snippet;
use crate::state::{Action, Checks, Copied, State, Store};

/// How long the place from which is spoken is empty before it speaks, in milliseconds.
const PAUSE: u32 = 50;

/// One render's worth of everything.
pub(crate) struct Desk {
    pub(crate) store: Store,
    pub(crate) nodes: Nodes,
}

/// Elements of the page that are looked for after a render.
#[derive(Clone, Default)]
pub(crate) struct Nodes {
    /// The part of the page below the header.
    pub(crate) main: NodeRef,
    /// What is around the live elements.
    pub(crate) stage: NodeRef,
    /// The live sign-in element.
    pub(crate) sign_in: NodeRef,
}

impl Desk {
    /// The state, for a render.
    pub(crate) fn state(&self) -> std::cell::Ref<'_, State> {
        self.store.look()
    }

    /// A press that changes something.
    pub(crate) fn on(&self, action: impl Fn() -> Action + 'static) -> Callback<()> {
        let store = self.store.clone();
        Callback::from(move |()| store.dispatch(action()))
    }

    /// A text that is being typed for an attribute, or was.
    pub(crate) fn on_text(
        &self,
        attribute: &'static Attribute,
        action: fn(&'static Attribute, &str) -> Action,
    ) -> Callback<Event> {
        let store = self.store.clone();
        Callback::from(move |event: Event| {
            let field = event.target().and_then(|target| target.dyn_into().ok());
            if let Some(text) = field.map(|field: HtmlInputElement| field.value()) {
                store.dispatch(action(attribute, &text));
            }
        })
    }

    /// Past the header.
    pub(crate) fn on_skip(&self) -> Callback<()> {
        let main = self.nodes.main.clone();
        Callback::from(move |()| focus(&main))
    }

    /// The knobs back to where they started.
    pub(crate) fn on_reset(&self) -> Callback<()> {
        let store = self.store.clone();
        Callback::from(move |()| {
            store.dispatch(Action::Reset);
            say(&store, embed().reset_done.to_owned());
        })
    }

    /// Something to the clipboard.
    pub(crate) fn on_copy(self: &Rc<Self>, what: Copied) -> Callback<()> {
        let store = self.store.clone();
        Callback::from(move |()| {
            let store = store.clone();
            let text = copied(&store, what);
            spawn(async move {
                let done = clipboard::copy(&text).await;
                let (phrase, named) = (
                    if done {
                        embed().copied
                    } else {
                        embed().copy_failed
                    },
                    match what {
                        Copied::Code => embed().the_code,
                        Copied::Link => embed().the_link,
                    },
                );
                if done {
                    store.dispatch(Action::Copied(what));
                }
                say(&store, phrase.with("what", named));
            });
        })
    }

    /// The element's own look at the page.
    pub(crate) fn on_check(&self) -> Callback<()> {
        let (store, sign_in) = (self.store.clone(), self.nodes.sign_in.clone());
        Callback::from(move |()| {
            let Some(sign_in) = sign_in.cast::<web_sys::Element>() else {
                return;
            };
            let store = store.clone();
            store.dispatch(Action::Checks(Checks::Running));
            spawn(async move {
                let checks = host::check(sign_in).await;
                let all = checks.as_deref().unwrap_or_default();
                let passed = all.iter().filter(|check| check.ok == Some(true)).count();
                let said = embed().checked.fill(&[
                    Gap {
                        name: "passed",
                        value: &passed.to_string(),
                    },
                    Gap {
                        name: "all",
                        value: &all.len().to_string(),
                    },
                ]);
                store.dispatch(Action::Checks(Checks::Done(checks)));
                say(&store, said);
            });
        })
    }
}

/// Says something to screen readers, also when it is what was said last.
fn say(store: &Store, said: String) {
    store.dispatch(Action::Say(String::new()));
    let store = store.clone();
    spawn(async move {
        sleep(PAUSE).await;
        store.dispatch(Action::Say(said));
    });
}

fn copied(store: &Store, what: Copied) -> String {
    match what {
        Copied::Code => code(&store.look()),
        Copied::Link => page::href().unwrap_or_default(),
    }
}

/// The code that the screen shows.
pub(crate) fn code(state: &State) -> String {
    let choice = &state.choice;
    snippet::write(choice.stack, choice.element, &choice.values, &embed().notes)
}
