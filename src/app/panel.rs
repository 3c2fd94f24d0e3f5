//! A panel for somebody else's page: one of three, each with the very views that the app has.

use std::rc::Rc;

use yew::prelude::*;

use super::after::{Around, use_after};
use super::announce::Warned;
use super::desk::{Deed, Desk};
use super::hosted::Calls;
use super::local::{Store, use_local};
use super::offer::Offer;
use super::remedy::Remedy;
use super::surface::{HostDeed, PanelOptions, Surface};
use super::view::Screen;
use super::{announce, remedy, scopes_panel, sign_in_panel, token_panel};
use crate::advice::Told;
use crate::components::{Element, el, status_region};
use crate::hooks::use_session;
use crate::protocol::Scopes;
use crate::runtime::Runtime;
use crate::session::Status;
use crate::words::{panels, speaking, words};

/// Which panel.
///
/// Several may show one session, and what concerns all of it is said once, or a screen reader would
/// hear everything three times: it is said by a panel of the first kind that is there, in the order
/// in which they stand here and in the contract of the elements, and among these by the one that
/// came first. A panel that shows nothing of the session is asked last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PanelKind {
    /// Signing in and out.
    SignIn,
    /// What the token is worth.
    Token,
    /// What its scopes open.
    Scopes,
}

/// The properties of [`Panel`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct PanelProps {
    /// The session; panels with the same one show the same.
    pub session: Runtime,
    /// Which panel.
    pub kind: PanelKind,
    /// How it looks and what it shows.
    #[prop_or_default]
    pub options: PanelOptions,
    /// The calls of the third panel.
    #[prop_or_default]
    pub calls: Calls,
    /// What it leaves to the page.
    #[prop_or_default]
    pub on_deed: Callback<HostDeed>,
}

/// One panel. It owns no session: removing it signs nobody out.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let session = use_session(Some(&props.session));
    let local = use_local(|| Screen::Token);
    let surface: Rc<dyn Surface> = Rc::new(props.clone());
    let nodes = use_after(session.as_ref(), &local, &surface);
    let warned = use_mut_ref(Warned::default);
    let Some(session) = session else {
        return el("div").into();
    };
    let desk = Rc::new(Desk::new(session, local, nodes, surface));
    let draw = || around(&desk, props.kind, &mut warned.borrow_mut());
    speaking(props.options.language, draw).into()
}

impl Surface for PanelProps {
    fn panel(&self) -> Option<(PanelKind, &PanelOptions)> {
        Some((self.kind, &self.options))
    }

    fn remedy(&self, desk: &Desk, told: Told, scopes: &Scopes) -> Remedy {
        remedy::in_panel(desk, told, scopes)
    }

    /// On somebody else's page its own script decides.
    fn perform(&self, _desk: &Desk, deed: &Deed) {
        match deed {
            Deed::SignIn(scopes) => self.on_deed.emit(HostDeed::SignIn(scopes.clone())),
            Deed::Leave(deed) => self.on_deed.emit(deed.clone()),
            _ => {}
        }
    }

    fn calls(&self) -> &dyn Offer {
        self.calls.offer()
    }

    /// Nothing outside a panel is touched.
    fn keep(&self, _around: &mut Around, _store: &Store, _status: Status) {}
}

/// What stands where no token is held: the host's words, or `usual`, unless somebody is just
/// signing in.
pub(super) fn empty(desk: &Desk, usual: &str) -> Element {
    let text = match (desk.view().status, desk.runtime().has_popup()) {
        (Status::SigningIn, true) => panels().under_way.say(),
        (Status::SigningIn, false) => words().actions.signing_in.say(),
        _ => usual,
    };
    el("slot[name=empty]").child(el("p.sell-hint").text(text))
}

fn around(desk: &Rc<Desk>, kind: PanelKind, warned: &mut Warned) -> Element {
    let body = match kind {
        PanelKind::SignIn => sign_in_panel::panel(desk),
        PanelKind::Token => token_panel::panel(desk),
        PanelKind::Scopes => scopes_panel::panel(desk),
    };
    let (polite, alert) = if desk.surface.speaks() {
        announce::sentences(warned, desk.view(), desk.now())
    } else {
        (String::new(), String::new())
    };
    el("div.sell-embedded")
        .child(body)
        .child(status_region(&polite, &alert))
}
