//! Which screen is shown. The address says so in its query, never in the fragment: that one
//! belongs to OAuth.

use gloo_events::EventListener;
use yew::prelude::*;

use crate::browser::page;
use crate::components::Tab;
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
    const ALL: [Self; 2] = [Self::Token, Self::Setup];

    fn as_str(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Setup => "setup",
        }
    }

    fn label(self) -> &'static str {
        let frame = &words().frame;
        match self {
            Self::Token => frame.token,
            Self::Setup => frame.setup,
        }
    }

    /// The screen that the address names; the token's where it names none.
    fn current() -> Self {
        let named = page::query("view");
        Self::ALL.into_iter().find(|screen| named.as_deref() == Some(screen.as_str())).unwrap_or(Self::Token)
    }

    /// The links of the header.
    pub(super) fn tabs(self) -> Vec<Tab> {
        let tab = |screen: Self| Tab {
            label: AttrValue::Static(screen.label()),
            href: format!("?view={}", screen.as_str()).into(),
            current: screen == self,
        };
        Self::ALL.into_iter().map(tab).collect()
    }

    /// The screen that a link of the header leads to.
    pub(super) fn of_link(href: &str) -> Self {
        Self::ALL.into_iter().find(|screen| href.ends_with(screen.as_str())).unwrap_or(Self::Token)
    }
}

/// The screen of the address, and a callback that goes to another one. Back and Forward work.
#[hook]
pub(super) fn use_screen() -> (Screen, Callback<Screen>) {
    let screen = use_state(Screen::current);
    {
        let screen = screen.clone();
        use_effect_with((), move |()| {
            let listener = web_sys::window()
                .map(|window| EventListener::new(&window, "popstate", move |_| screen.set(Screen::current())));
            move || drop(listener)
        });
    }
    let go = {
        let screen = screen.clone();
        Callback::from(move |next: Screen| {
            if next != *screen {
                page::push_view(next.as_str());
                screen.set(next);
            }
        })
    };
    (*screen, go)
}
