//! The app's own page as the place where the screens are drawn.

use super::after::Around;
use super::desk::{Deed, Desk};
use super::local::{Action, Copied, Store};
use super::offer::Offer;
use super::own_calls::OwnCalls;
use super::panel::PanelKind;
use super::probe::{Asked, Probe};
use super::remedy::Remedy;
use super::surface::{PanelOptions, Surface};
use super::view::{Screen, held};
use crate::advice::Told;
use crate::browser::page;
use crate::browser::task::spawn;
use crate::components::{Theme, focus};
use crate::protocol::Scopes;
use crate::session::{Event, Status};
use crate::words::ErrorKind;

/// The app's own page: it has a Setup screen and boxes for scopes, and nobody to ask.
#[derive(Debug)]
pub(super) struct OwnPage;

impl Surface for OwnPage {
    fn panel(&self) -> Option<(PanelKind, &PanelOptions)> {
        None
    }

    fn remedy(&self, desk: &Desk, told: Told, scopes: &Scopes) -> Remedy {
        let deed = match told.advice.kind {
            ErrorKind::RedirectMismatch => Some(Deed::Copy(Copied::RedirectUri)),
            ErrorKind::ClientRefused => Some(Deed::Go(Screen::Setup)),
            ErrorKind::ScopeRefused => held(desk.view()).is_none().then_some(Deed::EditScopes),
            ErrorKind::AccessDenied
            | ErrorKind::AuthServer
            | ErrorKind::StateMismatch
            | ErrorKind::AnswerMalformed => Some(Deed::SignIn(scopes.clone())),
            ErrorKind::Framed => Some(Deed::OpenInNewTab),
            _ => None,
        };
        Remedy { told, deed }
    }

    fn perform(&self, desk: &Desk, deed: &Deed) {
        match deed {
            Deed::Go(screen) => go(desk, *screen),
            Deed::Skip => focus(&desk.nodes.main),
            Deed::Theme(theme) => {
                page::show_theme((*theme != Theme::Auto).then(|| theme.as_str()));
                desk.store.dispatch(Action::Theme(*theme));
            }
            Deed::Choose(scopes) => desk.store.dispatch(Action::Choose(scopes.clone())),
            Deed::EditScopes => {
                focus(&desk.nodes.scopes);
                desk.runtime().dispatch(Event::ProblemDismissed);
            }
            Deed::Probe => probe(desk),
            Deed::SignIn(scopes) => desk.runtime().dispatch(Event::SignInAsked(scopes.clone())),
            _ => {}
        }
    }

    fn calls(&self) -> &dyn Offer {
        &OwnCalls
    }

    fn keep(&self, around: &mut Around, store: &Store, status: Status) {
        around.listen(store);
        around.mark(status);
    }
}

fn probe(desk: &Desk) {
    let (store, runtime) = (desk.store.clone(), desk.runtime().clone());
    store.dispatch(Action::Asked(Asked::Asking));
    spawn(async move {
        let probe = Probe::make(runtime.settings()).await;
        store.dispatch(Action::Asked(Asked::Known(probe)));
    });
}

fn go(desk: &Desk, screen: Screen) {
    if screen != desk.local().screen {
        page::push_view(screen.as_str());
        desk.store.dispatch(Action::Show(screen));
    }
}
