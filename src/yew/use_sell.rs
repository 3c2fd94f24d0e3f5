//! A named session, as a hook.

use ::yew::prelude::*;

use super::registry;
use crate::hooks::{SessionHandle, use_session};
use crate::protocol::ConfigError;
use crate::session::Status;

/// A named session as it stands at this render.
#[derive(Debug, Clone, PartialEq)]
pub struct Sell {
    session: Option<SessionHandle>,
    fault: Option<ConfigError>,
}

impl Sell {
    /// The session, once a [`SellSignIn`](super::SellSignIn) of this name has set it up.
    #[must_use]
    pub fn session(&self) -> Option<&SessionHandle> {
        self.session.as_ref()
    }

    /// Why it could not be set up.
    #[must_use]
    pub fn fault(&self) -> Option<&ConfigError> {
        self.fault.as_ref()
    }

    /// Its status; `Booting` before it is set up, `Failed` where it could not be.
    #[must_use]
    pub fn status(&self) -> Status {
        match (&self.session, &self.fault) {
            (Some(session), _) => session.view.status,
            (None, Some(_)) => Status::Failed,
            (None, None) => Status::Booting,
        }
    }

    /// Whether a live token is held.
    #[must_use]
    pub fn is_active(&self) -> bool {
        matches!(self.status(), Status::Active | Status::Expiring)
    }
}

/// The session of this name; renders again when it is set up, on every change and every second.
#[hook]
pub fn use_sell(name: &str) -> Sell {
    let redraw = use_force_update();
    let entry = registry::find(name);
    let (wanted, known) = (name.to_owned(), entry.is_some());
    use_effect_with((), move |()| {
        // What was set up between the render and this effect is not lost.
        if !known && registry::find(&wanted).is_some() {
            redraw.force_update();
        }
        let listening = registry::listen(move || redraw.force_update());
        move || drop(listening)
    });
    let session = use_session(entry.as_ref().and_then(|entry| entry.as_ref().ok()));
    Sell {
        session,
        fault: entry.and_then(Result::err),
    }
}
