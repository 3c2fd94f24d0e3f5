//! What a screen works with, and what the person's deeds do.

use std::cell::Ref;
use std::rc::Rc;

use yew::{Callback, NodeRef};

use super::command;
use super::local::{Action, Copied, Local, Part, Store};
use super::surface::{HostDeed, Surface};
use super::view::Screen;
use crate::browser::task::spawn;
use crate::browser::{clipboard, page};
use crate::components::{DialogNodes, Theme};
use crate::hooks::SessionHandle;
use crate::protocol::{Now, Scopes};
use crate::runtime::Runtime;
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
    /// Run the call at a place of the list.
    Run(usize),
    /// Have one that waits go no further.
    Stop(usize),
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
            Deed::Run(place) => self.surface.calls().run(self, *place),
            Deed::Stop(place) => self.surface.calls().stop(self, *place),
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
            Copied::Call(place) => self.surface.calls().command(self, place),
        };
        let Some(text) = text else { return };
        let store = self.store.clone();
        spawn(async move {
            if clipboard::copy(&text).await {
                store.dispatch(Action::Copied(what));
            }
        });
    }
}
