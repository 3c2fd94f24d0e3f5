//! A panel for somebody else's page: one of three, each with the very views that the app has.

use std::rc::Rc;

use yew::prelude::*;

use super::after::use_after;
use super::announce::Warned;
use super::desk::Desk;
use super::local::use_local;
use super::speaker::use_speaker;
use super::surface::{HostDeed, PanelOptions, Surface};
use super::view::Screen;
use super::{announce, scopes_panel, sign_in_panel, token_panel};
use crate::components::{Element, el, status_region};
use crate::hooks::use_session;
use crate::runtime::Runtime;
use crate::session::Status;
use crate::words::{panels, words};

/// Which panel.
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
    /// What it leaves to the page.
    #[prop_or_default]
    pub on_deed: Callback<HostDeed>,
}

/// One panel. It owns no session: removing it signs nobody out.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let session = use_session(Some(&props.session));
    let local = use_local(|| Screen::Token);
    let surface = Surface::Panel(props.options.clone(), props.on_deed.clone());
    let nodes = use_after(session.as_ref(), &local, &surface);
    let speaks = use_speaker(&props.session, props.kind);
    let warned = use_mut_ref(Warned::default);
    let Some(session) = session else {
        return el("div").into();
    };
    let desk = Rc::new(Desk::new(session, local, nodes, surface, speaks));
    around(&desk, props.kind, &mut warned.borrow_mut()).into()
}

/// What stands where no token is held: the host's words, or `usual`, unless somebody is just
/// signing in.
pub(super) fn empty(desk: &Desk, usual: &str) -> Element {
    let text = match (desk.view().status, desk.runtime().has_popup()) {
        (Status::SigningIn, true) => panels().under_way,
        (Status::SigningIn, false) => words().actions.signing_in,
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
    // One panel speaks for a session, or a screen reader would hear everything three times.
    let (polite, alert) = match kind {
        PanelKind::SignIn if desk.speaks => announce::sentences(warned, desk.view(), desk.now()),
        _ => (String::new(), String::new()),
    };
    el("div.sell-embedded")
        .child(body)
        .child(status_region(&polite, &alert))
}
