//! Which screen is shown. The address says so in its query, never in the fragment: that one
//! belongs to OAuth.

use crate::browser::page;
use crate::session::{Passport, Status, View};
use crate::words::words;

/// A screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Screen {
    /// Signing in, and what the token is worth.
    Token,
    /// What to register and what was found.
    Setup,
}

impl Screen {
    /// Every screen, in the order of the header.
    pub(super) const ALL: [Self; 2] = [Self::Token, Self::Setup];

    /// Its name in the address.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Setup => "setup",
        }
    }

    /// Its name in the header.
    pub(super) fn label(self) -> &'static str {
        let frame = words().frame;
        match self {
            Self::Token => frame.token.say(),
            Self::Setup => frame.setup.say(),
        }
    }

    /// The screen that the address names; the token's where it names none.
    pub(super) fn current() -> Self {
        let named = page::query("view");
        Self::ALL
            .into_iter()
            .find(|screen| named.as_deref() == Some(screen.as_str()))
            .unwrap_or(Self::Token)
    }

    /// The address that leads to it.
    pub(super) fn href(self) -> String {
        ["?view=", self.as_str()].concat()
    }
}

/// The name and the address, relative to the app's page, of each screen of it: for pages beside it.
#[must_use]
pub fn screens() -> Vec<(&'static str, String)> {
    let link = |screen: Screen| (screen.label(), screen.href());
    Screen::ALL.map(link).into()
}

/// The token that there is something to show about: one that is held, and nobody is on the way to
/// another one.
pub(super) fn held(view: &View) -> Option<&Passport> {
    let passport = view.passport.as_ref();
    passport.filter(|_| view.status != Status::SigningIn)
}

/// What stands below the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Body {
    /// The way in, and why nobody is signed in.
    Start,
    /// What the token is worth.
    Token,
    /// What to register and what was found.
    Setup,
}

impl Body {
    /// What stands there on a screen, as the session is.
    pub(super) fn of(screen: Screen, view: &View) -> Self {
        match screen {
            Screen::Setup => Self::Setup,
            Screen::Token if held(view).is_some() => Self::Token,
            Screen::Token => Self::Start,
        }
    }
}
