//! The three panels as components with plain properties.

use ::yew::prelude::*;

use super::registry;
use super::speaker::use_speaker;
use super::use_sell::{Sell, use_sell};
use crate::advice;
use crate::app::{Calls, HostDeed, Panel, PanelKind, PanelOptions, Specimens, Variant};
use crate::protocol::ConfigError;
use crate::runtime::Runtime;
use crate::session::settings::DEFAULT_SESSION;
use crate::session::{Event, Problem};
use crate::words::{Spoken, speaking};

/// The properties of [`SellSignIn`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct SellSignInProps {
    /// Who the page is to Sell.
    pub client_id: AttrValue,
    /// What is asked for, separated by spaces.
    pub scope: AttrValue,
    /// Where Sell sends the person back; the page's own address where it is not given.
    #[prop_or_default]
    pub redirect_uri: Option<AttrValue>,
    /// Where the person signs in.
    #[prop_or_default]
    pub auth_base: Option<AttrValue>,
    /// Where calls go.
    #[prop_or_default]
    pub api_base: Option<AttrValue>,
    /// The name of the session.
    #[prop_or(AttrValue::Static(DEFAULT_SESSION))]
    pub session: AttrValue,
    /// Sign in by a window beside the page instead of by this tab. In a frame it is always a window.
    #[prop_or_default]
    pub popup: bool,
    /// The look.
    #[prop_or_default]
    pub variant: Variant,
    /// The text of the button.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Whether the button is out of use.
    #[prop_or_default]
    pub disabled: bool,
    /// The language of its words; English where none is given. Needs the feature `languages`.
    #[prop_or_default]
    pub language: Option<Spoken>,
}

impl SellSignInProps {
    fn options(&self) -> Vec<(&'static str, String)> {
        let mut options = vec![
            ("session", self.session.to_string()),
            ("client_id", self.client_id.to_string()),
            ("scopes", self.scope.to_string()),
        ];
        for (name, value) in [
            ("redirect_uri", &self.redirect_uri),
            ("auth_base", &self.auth_base),
            ("api_base", &self.api_base),
        ] {
            options.extend(value.as_ref().map(|value| (name, value.to_string())));
        }
        options
    }
}

/// Signs in and out, and sets the session up that the others share.
#[component]
pub fn SellSignIn(props: &SellSignInProps) -> Html {
    use_effect_with(props.clone(), |props| {
        registry::set_up(&props.session, props.options());
    });
    let sell = use_sell(&props.session);
    let mut options = PanelOptions {
        variant: props.variant,
        label: props.label.as_ref().map(AttrValue::to_string),
        disabled: props.disabled,
        language: props.language,
        ..PanelOptions::default()
    };
    options.speaks = use_speaker(&props.session, PanelKind::SignIn, &options);
    panel(&sell, PanelKind::SignIn, options, props.popup)
}

/// A panel of a session; before there is one, the room for it, and where there can be none, why.
fn panel(sell: &Sell, kind: PanelKind, options: PanelOptions, popup: bool) -> Html {
    if let Some(fault) = sell.fault() {
        return speaking(options.language, || unconfigured(fault, options.speaks));
    }
    let Some(session) = sell.session() else {
        return html! { <div class="sell-embedded" aria-busy="true"></div> };
    };
    let session = session.runtime.clone();
    let on_deed = deeds(session.clone(), popup);
    html! { <Panel {session} {kind} {options} calls={Calls::OWN} {on_deed} /> }
}

/// Why no session could be set up. One panel says all of it, the others that it is so.
fn unconfigured(fault: &ConfigError, speaks: bool) -> Html {
    let told = advice::of_problem(&Problem::Config(fault.clone())).advice;
    if speaks {
        let text = [told.title.as_str(), ". ", &told.why, " ", &told.todo].concat();
        html! { <p class="sell-hint" role="alert">{ text }</p> }
    } else {
        html! { <p class="sell-hint">{ told.title }{ "." }</p> }
    }
}

/// What a panel leaves to its page, done as anybody would.
fn deeds(session: Runtime, popup: bool) -> Callback<HostDeed> {
    let by_window = popup || crate::browser::page::is_framed();
    Callback::from(move |deed| match deed {
        HostDeed::SignIn(scopes) if by_window => {
            // A window that did not open has become the session's problem.
            let _ = session.sign_in_beside(&scopes);
        }
        HostDeed::SignIn(scopes) => session.dispatch(Event::SignInAsked(scopes)),
        HostDeed::UseThisTab(scopes) => {
            session.cancel_popup();
            session.dispatch(Event::SignInAsked(scopes));
        }
        HostDeed::CancelSignIn => session.cancel_popup(),
        HostDeed::SignOut => session.dispatch(Event::RevokeAsked),
        // The panel makes its calls by itself.
        HostDeed::Run(_) | HostDeed::Stop(_) => {}
    })
}

/// The properties of [`SellToken`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct SellTokenProps {
    /// The name of the session.
    #[prop_or(AttrValue::Static(DEFAULT_SESSION))]
    pub session: AttrValue,
    /// Which tokens can be looked at.
    #[prop_or_default]
    pub source: Specimens,
    /// Offer no revocation.
    #[prop_or_default]
    pub no_revoke: bool,
    /// Show and copy no token.
    #[prop_or_default]
    pub no_reveal: bool,
    /// The level of its headings.
    #[prop_or(2)]
    pub heading_level: u8,
    /// The language of its words; English where none is given. Needs the feature `languages`.
    #[prop_or_default]
    pub language: Option<Spoken>,
}

/// What the session's token is worth.
#[component]
pub fn SellToken(props: &SellTokenProps) -> Html {
    let mut options = PanelOptions {
        source: props.source,
        no_revoke: props.no_revoke,
        no_reveal: props.no_reveal,
        heading_level: props.heading_level,
        language: props.language,
        ..PanelOptions::default()
    };
    let sell = use_sell(&props.session);
    options.speaks = use_speaker(&props.session, PanelKind::Token, &options);
    panel(&sell, PanelKind::Token, options, false)
}

/// The properties of [`SellScopes`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct SellScopesProps {
    /// The name of the session.
    #[prop_or(AttrValue::Static(DEFAULT_SESSION))]
    pub session: AttrValue,
    /// The language of its words; English where none is given. Needs the feature `languages`.
    #[prop_or_default]
    pub language: Option<Spoken>,
}

/// What the scopes of the session's token open.
#[component]
pub fn SellScopes(props: &SellScopesProps) -> Html {
    let sell = use_sell(&props.session);
    let mut options = PanelOptions {
        language: props.language,
        ..PanelOptions::default()
    };
    options.speaks = use_speaker(&props.session, PanelKind::Scopes, &options);
    panel(&sell, PanelKind::Scopes, options, false)
}
