//! What a screen works with, and what the person's deeds do.

use std::cell::{Cell, Ref};
use std::rc::Rc;

use yew::{Callback, NodeRef};

use super::command;
use super::local::{Action, CallState, Copied, Local, Part, Store};
use super::surface::{HostDeed, Surface};
use super::view::Screen;
use crate::browser::task::spawn;
use crate::browser::{clipboard, page};
use crate::components::{DialogNodes, Theme};
use crate::hooks::SessionHandle;
use crate::protocol::{ApiPath, CallSpec, Now, Scopes};
use crate::runtime::{Progress, Runtime};
use crate::session::{Event, Settings, View};

/// One render's worth of everything: the session, the time, and what the screens remember.
pub(super) struct Desk {
    session: SessionHandle,
    pub(super) store: Store,
    pub(super) nodes: Nodes,
    pub(super) surface: Rc<dyn Surface>,
}

/// The elements of the page that are looked for after a render.
#[derive(Clone, Default)]
pub(super) struct Nodes {
    /// The part of the page that changes.
    pub(super) main: NodeRef,
    /// The field for a pasted token.
    pub(super) field: NodeRef,
    /// The notice of the problem beside the session.
    pub(super) problem: NodeRef,
    /// The scopes to choose from.
    pub(super) scopes: NodeRef,
    /// The question before a revocation.
    pub(super) dialog: DialogNodes,
}

/// Something that a person can do here.
#[derive(Debug)]
pub(super) enum Deed {
    /// Go to a screen.
    Go(Screen),
    /// Skip the header.
    Skip,
    /// Change the theme.
    Theme(Theme),
    /// Tick these scopes.
    Choose(Scopes),
    /// Put the problem away and go to the scopes to choose from.
    EditScopes,
    /// Sign in with these scopes.
    SignIn(Scopes),
    /// Find out what only asking tells about the set-up.
    Probe,
    /// Ask the server about the token.
    Check,
    /// Show the token, or hide it.
    Reveal(bool),
    /// Copy something.
    Copy(Copied),
    /// Forget the token here.
    Forget,
    /// Open the question before a revocation, or close it.
    Ask(bool),
    /// Revoke the token.
    Revoke,
    /// Run a call.
    Run(&'static CallSpec),
    /// Have a call that waits go no further.
    Stop(&'static CallSpec),
    /// Put the problem away.
    Dismiss,
    /// Put the notice of how the last session ended away.
    PutEndingAway,
    /// Ask the server about the pasted token.
    CheckPasted,
    /// Be done with the pasted token.
    ClearPasted,
    /// Leave this to the page around a panel.
    Leave(HostDeed),
    /// Open this page in a tab of its own.
    OpenInNewTab,
}

impl Desk {
    pub(super) fn new(
        session: SessionHandle,
        store: Store,
        nodes: Nodes,
        surface: Rc<dyn Surface>,
    ) -> Self {
        Self {
            session,
            store,
            nodes,
            surface,
        }
    }

    /// The session.
    pub(super) fn runtime(&self) -> &Runtime {
        &self.session.runtime
    }

    /// The session's snapshot.
    pub(super) fn view(&self) -> &View {
        &self.session.view
    }

    /// The time.
    pub(super) fn now(&self) -> Now {
        self.session.now
    }

    /// What the session was set up with.
    pub(super) fn settings(&self) -> &Settings {
        self.session.runtime.settings()
    }

    /// What the screen remembers.
    pub(super) fn part(&self) -> Ref<'_, Part> {
        Ref::map(self.local(), |local| &local.part)
    }

    /// What the page remembers.
    pub(super) fn local(&self) -> Ref<'_, Local> {
        self.store.look()
    }

    /// A callback that does the same each time.
    pub(super) fn on(self: &Rc<Self>, deed: Deed) -> Callback<()> {
        let desk = Rc::clone(self);
        Callback::from(move |()| desk.perform(&deed))
    }

    /// Takes a pasted text to the session.
    pub(super) fn on_paste(&self) -> Callback<String> {
        let runtime = self.runtime().clone();
        Callback::from(move |text| runtime.dispatch(Event::Pasted(text)))
    }

    /// Takes to the session what was copied in the sign-in window.
    pub(super) fn on_answer(&self) -> Callback<String> {
        let runtime = self.runtime().clone();
        Callback::from(move |sealed: String| runtime.take_pasted(&sealed))
    }

    fn perform(&self, deed: &Deed) {
        match deed {
            Deed::Reveal(shown) => self.store.dispatch(Action::Reveal(*shown)),
            Deed::Ask(asking) => self.store.dispatch(Action::Ask(*asking)),
            Deed::Copy(what) => self.copy(*what),
            Deed::Run(call) => self.run(call),
            Deed::Stop(call) => self.stop(call),
            Deed::Revoke => {
                self.store.dispatch(Action::Ask(false));
                self.runtime().dispatch(Event::RevokeAsked);
            }
            Deed::OpenInNewTab => page::open_in_new_tab(),
            Deed::Check => self.runtime().dispatch(Event::InfoAsked),
            Deed::Forget => self.runtime().dispatch(Event::ForgetAsked),
            Deed::Dismiss => self.runtime().dispatch(Event::ProblemDismissed),
            Deed::PutEndingAway => self.store.dispatch(Action::PutEndingAway),
            Deed::CheckPasted => self.runtime().dispatch(Event::PastedAsked),
            Deed::ClearPasted => self.runtime().dispatch(Event::PasteCleared),
            elsewhere => self.surface.perform(self, elsewhere),
        }
    }

    fn copy(&self, what: Copied) {
        let settings = self.settings();
        let text = match what {
            Copied::Token => self.runtime().reveal(),
            Copied::RedirectUri => Some(settings.redirect_uri.as_str().to_owned()),
            Copied::ClientId => Some(settings.client_id.as_str().to_owned()),
            Copied::RevokeCommand => Some(command::revocation(settings)),
            Copied::Call(call) => Some(command::call(settings, call)),
        };
        let Some(text) = text else { return };
        let store = self.store.clone();
        spawn(async move {
            if clipboard::copy(&text).await {
                store.dispatch(Action::Copied(what));
            }
        });
    }

    /// Has a call that waits go no further: what it waits for is its answer.
    fn stop(&self, call: &'static CallSpec) {
        let answer = match self.part().call(call.id) {
            Some(CallState::Running(Progress::Waiting(_, answer), permit)) => {
                permit.set(false);
                answer.clone()
            }
            _ => return,
        };
        let answer = CallState::Done(answer);
        self.store.dispatch(Action::Call(call.id, answer));
    }

    /// Runs a call. One that is running is not started twice.
    fn run(&self, call: &'static CallSpec) {
        self.store.dispatch(Action::Run(call));
        let running = matches!(self.part().call(call.id), Some(CallState::Running(..)));
        if running {
            return;
        }
        let (store, runtime) = (self.store.clone(), self.runtime().clone());
        let surface = Rc::clone(&self.surface);
        let permit = Rc::new(Cell::new(true));
        spawn(async move {
            let set = |state| {
                if permit.get() {
                    store.dispatch(Action::Call(call.id, state));
                }
                permit.get()
            };
            let outcome = match ApiPath::parse(call.path) {
                Some(path) => {
                    let on_progress =
                        |progress| set(CallState::Running(progress, Rc::clone(&permit)));
                    runtime.call(&path, on_progress).await
                }
                None => None,
            };
            if let Some(outcome) = &outcome {
                surface.called(call, outcome);
            }
            set(outcome.map_or(CallState::NotSent, CallState::Done));
        });
    }
}
