//! What a screen works with, and what the person's deeds do.

use std::cell::Ref;
use std::rc::Rc;

use yew::{Callback, NodeRef};

use super::local::{Action, CallState, Copied, Local, Part, Store};
use super::start::revoke_command;
use super::surface::{HostDeed, Surface};
use super::view::Screen;
use crate::browser::task::spawn;
use crate::browser::{clipboard, page};
use crate::components::{DialogNodes, Theme, focus};
use crate::hooks::SessionHandle;
use crate::protocol::{ApiPath, CallSpec, Now, Scopes};
use crate::runtime::Runtime;
use crate::session::{Event, Settings, View};

/// One render's worth of everything: the session, the time, and what the screens remember.
pub(super) struct Desk {
    session: SessionHandle,
    store: Store,
    pub(super) nodes: Nodes,
    pub(super) surface: Surface,
    /// Whether what concerns the whole session is said here.
    pub(super) speaks: bool,
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
    /// Sign in with these scopes.
    SignIn(Scopes),
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
    /// Put the problem away.
    Dismiss,
    /// Put the notice of how the last session ended away.
    PutEndingAway,
    /// Ask the server about the pasted token.
    CheckPasted,
    /// Be done with the pasted token.
    ClearPasted,
    /// Sign in by this tab with these scopes, where a window did not open.
    UseThisTab(Scopes),
    /// Give a sign-in by a window up.
    CancelSignIn,
    /// Revoke the token and forget it, whatever the server says.
    SignOut,
    /// Open this page in a tab of its own.
    OpenInNewTab,
    /// Nothing: the program is already at it.
    Wait,
}

impl Desk {
    pub(super) fn new(
        session: SessionHandle,
        store: Store,
        nodes: Nodes,
        surface: Surface,
        speaks: bool,
    ) -> Self {
        Self {
            session,
            store,
            nodes,
            surface,
            speaks,
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
            Deed::Go(screen) => self.go(*screen),
            Deed::Skip => focus(&self.nodes.main),
            Deed::Theme(theme) => {
                page::show_theme((*theme != Theme::Auto).then(|| theme.as_str()));
                self.store.dispatch(Action::Theme(*theme));
            }
            Deed::Choose(scopes) => self.store.dispatch(Action::Choose(scopes.clone())),
            Deed::Reveal(shown) => self.store.dispatch(Action::Reveal(*shown)),
            Deed::Ask(asking) => self.store.dispatch(Action::Ask(*asking)),
            Deed::Copy(what) => self.copy(*what),
            Deed::Run(call) => self.run(call),
            Deed::Revoke => {
                self.store.dispatch(Action::Ask(false));
                self.runtime().dispatch(Event::RevokeAsked);
            }
            Deed::SignIn(scopes) => self.leave_to_host(HostDeed::SignIn(scopes.clone())),
            Deed::UseThisTab(scopes) => self.leave_to_host(HostDeed::UseThisTab(scopes.clone())),
            Deed::CancelSignIn => self.leave_to_host(HostDeed::CancelSignIn),
            Deed::SignOut => self.leave_to_host(HostDeed::SignOut),
            Deed::OpenInNewTab => page::open_in_new_tab(),
            Deed::Check => self.runtime().dispatch(Event::InfoAsked),
            Deed::Forget => self.runtime().dispatch(Event::ForgetAsked),
            Deed::Dismiss => self.runtime().dispatch(Event::ProblemDismissed),
            Deed::PutEndingAway => self.store.dispatch(Action::PutEndingAway),
            Deed::CheckPasted => self.runtime().dispatch(Event::PastedAsked),
            Deed::ClearPasted => self.runtime().dispatch(Event::PasteCleared),
            Deed::Wait => {}
        }
    }

    /// On somebody else's page its own script decides; on ours there is nobody to ask.
    fn leave_to_host(&self, deed: HostDeed) {
        match (&self.surface, deed) {
            (Surface::Panel(_, host), deed) => host.emit(deed),
            (Surface::Page, HostDeed::SignIn(scopes) | HostDeed::UseThisTab(scopes)) => {
                self.runtime().dispatch(Event::SignInAsked(scopes));
            }
            (Surface::Page, HostDeed::SignOut) => self.runtime().dispatch(Event::RevokeAsked),
            (Surface::Page, HostDeed::CancelSignIn | HostDeed::Called(..)) => {}
        }
    }

    fn go(&self, screen: Screen) {
        if screen != self.local().screen {
            page::push_view(screen.as_str());
            self.store.dispatch(Action::Show(screen));
        }
    }

    fn copy(&self, what: Copied) {
        let settings = self.settings();
        let text = match what {
            Copied::Token => self.runtime().reveal(),
            Copied::RedirectUri => Some(settings.redirect_uri.as_str().to_owned()),
            Copied::ClientId => Some(settings.client_id.as_str().to_owned()),
            Copied::RevokeCommand => Some(revoke_command(settings)),
        };
        let Some(text) = text else { return };
        let store = self.store.clone();
        spawn(async move {
            if clipboard::copy(&text).await {
                store.dispatch(Action::Copied(what));
            }
        });
    }

    /// Runs a call. One that is running is not started twice.
    fn run(&self, call: &'static CallSpec) {
        self.store.dispatch(Action::Run(call));
        let running = matches!(self.part().call(call.id), Some(CallState::Running(_)));
        if running {
            return;
        }
        let (store, runtime) = (self.store.clone(), self.runtime().clone());
        let surface = self.surface.clone();
        spawn(async move {
            let set = |state| store.dispatch(Action::Call(call.id, state));
            let outcome = match ApiPath::parse(call.path) {
                Some(path) => {
                    let on_progress = |progress| set(CallState::Running(progress));
                    runtime.call(&path, on_progress).await
                }
                None => None,
            };
            if let (Surface::Panel(_, host), Some(outcome)) = (&surface, &outcome) {
                host.emit(HostDeed::Called(call, outcome.clone()));
            }
            set(outcome.map_or(CallState::NotSent, CallState::Done));
        });
    }
}
