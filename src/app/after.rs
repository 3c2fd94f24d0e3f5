//! What has to be done to the page after it was drawn: the public status, the focus, the dialog,
//! and the guards of a token that is shown.

use std::rc::Rc;

use yew::prelude::*;

use super::desk::Nodes;
use super::local::{Action, Store};
use super::secret;
use super::secret::Guards;
use super::surface::Surface;
use super::view::{Body, Screen};
use crate::advice;
use crate::browser::{EventListener, page};
use crate::components::focus;
use crate::hooks::SessionHandle;
use crate::session::view::Pasted;
use crate::session::{Status, View};

/// What the last render left, to tell what is new in this one.
#[derive(Default)]
struct Memory {
    nodes: Nodes,
    problem: Option<String>,
    paste: Option<String>,
    asking: bool,
    guards: Option<Guards>,
    around: Around,
}

/// What was done to the page outside the drawn elements.
#[derive(Default)]
pub(super) struct Around {
    status: Option<Status>,
    popstate: Option<EventListener>,
}

/// Keeps the page outside the drawn elements equal to the session; gives the references by which
/// the drawn ones are found. Without a session the status is `failed`.
#[hook]
pub(super) fn use_after(
    session: Option<&SessionHandle>,
    store: &Store,
    surface: &Rc<dyn Surface>,
) -> Nodes {
    let memory = use_mut_ref(Memory::default);
    let nodes = memory.borrow().nodes.clone();
    let (view, store) = (session.map(|session| session.view.clone()), store.clone());
    let surface = Rc::clone(surface);
    use_effect(move || {
        let mut memory = memory.borrow_mut();
        let status = view.as_ref().map_or(Status::Failed, |view| view.status);
        surface.keep(&mut memory.around, &store, status);
        if let Some(view) = view {
            let body = Body::of(store.look().screen, &view);
            if store.look().body != Some(body) {
                store.dispatch(Action::Enter(body));
            }
            memory.focus(&view);
            memory.follow(&store);
        }
    });
    nodes
}

impl Around {
    /// Back and Forward work.
    pub(super) fn listen(&mut self, store: &Store) {
        if self.popstate.is_none() {
            let store = store.clone();
            self.popstate = web_sys::window().map(|window| {
                EventListener::new(&window, "popstate", move |_| {
                    store.dispatch(Action::Show(Screen::current()));
                })
            });
        }
    }

    /// Keeps `data-status` of the root element, for style sheets, tests and host pages.
    pub(super) fn mark(&mut self, status: Status) {
        if self.status.replace(status) != Some(status) {
            page::show_status(status.as_str());
        }
    }
}

impl Memory {
    /// A problem that is new takes the focus, and so does the field when a paste was no good.
    fn focus(&mut self, view: &View) {
        let problem = view.problem.as_ref();
        let problem = problem.map(|problem| advice::of_problem(problem).advice.title);
        let paste = match &view.pasted {
            Pasted::Unrecognised(fault) => Some(advice::of_paste(*fault).title),
            Pasted::Nothing | Pasted::Held { .. } => None,
        };
        let Nodes {
            problem: notice,
            field,
            ..
        } = &self.nodes;
        refocus(notice, &mut self.problem, problem);
        refocus(field, &mut self.paste, paste);
    }

    /// The dialog opens and closes, and a token that is shown is guarded.
    fn follow(&mut self, store: &Store) {
        let (asking, shown) = {
            let part = &store.look().part;
            (part.asking, part.shown)
        };
        if self.asking != asking {
            self.asking = asking;
            self.nodes.dialog.show(asking);
        }
        if self.guards.is_some() != shown {
            let store = store.clone();
            let guards = || secret::guards(move || store.dispatch(Action::Reveal(false)));
            self.guards = shown.then(guards);
        }
    }
}

/// Focuses `node` when its cause has become something, or something else. Not from elsewhere in
/// somebody else's page: what the person works with there keeps the focus.
fn refocus(node: &NodeRef, before: &mut Option<String>, cause: Option<String>) {
    if cause.is_some() && *before != cause && node.cast().is_some_and(page::may_take_focus) {
        focus(node);
    }
    *before = cause;
}
