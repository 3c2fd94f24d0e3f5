//! The one component of the page: it holds the state, listens to the live elements, keeps the
//! address, and draws the parts anew.

use std::cell::RefCell;
use std::rc::Rc;

use sell_elements::browser::{EventListener, Timer, page};
use sell_elements::components::Theme;
use web_sys::Element;
use yew::prelude::*;

use crate::desk::{Desk, Nodes};
use crate::settings::Start;
use crate::state::{Action, State, Store};
use crate::{host, link, view};

/// How often the time that is left is looked at, in milliseconds.
const TICK: u32 = 10_000;

/// The properties of [`Screen`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub(crate) struct ScreenProps {
    /// Where the knobs start.
    pub(crate) start: Start,
}

/// What lives as long as the page.
#[derive(Default)]
struct Lasting {
    listeners: Vec<EventListener>,
    tick: Option<Timer>,
    theme: Theme,
    status: String,
    address: Option<Vec<(&'static str, String)>>,
}

/// The screen.
#[component]
pub(crate) fn Screen(props: &ScreenProps) -> Html {
    let store = use_store(&props.start);
    let nodes = (*use_memo((), |()| Nodes::default())).clone();
    let lasting = use_mut_ref(Lasting::default);
    {
        let (store, nodes) = (store.clone(), nodes.clone());
        use_effect(move || {
            let mut lasting = lasting.borrow_mut();
            if lasting.tick.is_none() {
                lasting.begin(&store, &nodes);
            }
            lasting.follow(&store);
        });
    }
    view::page(&Rc::new(Desk { store, nodes })).into()
}

#[hook]
fn use_store(start: &Start) -> Store {
    let redraw = use_force_update();
    let kept = use_memo((), |()| {
        let state = State::new(link::read(start, page::query));
        (Rc::new(start.clone()), Rc::new(RefCell::new(state)))
    });
    let (start, state) = (*kept).clone();
    Store {
        start,
        state,
        redraw,
    }
}

impl Lasting {
    /// Listens to the elements once they are in the page. Their script stands before ours, so they are
    /// there by now or never will be.
    fn begin(&mut self, store: &Store, nodes: &Nodes) {
        let look = {
            let (store, sign_in) = (store.clone(), nodes.sign_in.clone());
            move || {
                if let Some(sign_in) = sign_in.cast::<Element>() {
                    store.dispatch(Action::Held(host::held(&sign_in)));
                }
            }
        };
        if let Some(stage) = nodes.stage.cast::<Element>() {
            let (store, look) = (store.clone(), look.clone());
            self.listeners = host::listen(&stage, move |action| {
                store.dispatch(action);
                look();
            });
        }
        look();
        self.tick = Some(Timer::each(TICK, look));
    }

    /// Keeps what is outside of the drawn elements as it was chosen, and as the session is.
    fn follow(&mut self, store: &Store) {
        let state = store.look();
        let address = link::write(&store.start, &state.choice);
        if self.address.as_ref() != Some(&address) {
            page::replace_query(&address);
            self.address = Some(address);
        }
        // As on the app's page, for style sheets and tests; nothing is known before the element is.
        let status = state.held.as_ref().map(|held| &held.status);
        if let Some(status) = status.filter(|status| **status != self.status) {
            self.status.clone_from(status);
            page::show_status(status);
        }
        if self.theme != state.theme {
            self.theme = state.theme;
            let forced = state.theme != Theme::Auto;
            page::show_theme(forced.then(|| state.theme.as_str()));
        }
    }
}
