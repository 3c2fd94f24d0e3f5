//! The whole page: header, the screen of the address, and the two places that speak.

use yew::prelude::*;

use super::frame::Frame;
use super::notices::AdviceNotice;
use super::setup::SetupScreen;
use super::start::StartScreen;
use super::status_mark::use_status_mark;
use super::token::TokenScreen;
use super::view::{Screen, use_screen};
use super::{advice, announce};
use crate::browser::page;
use crate::components::StatusRegion;
use crate::hooks::{SessionProvider, use_now, use_session};
use crate::protocol::ConfigError;
use crate::runtime::Runtime;
use crate::session::{Problem, Status};

/// The properties of [`App`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The session, or why none could be set up.
    pub start: Result<Runtime, ConfigError>,
}

/// The app. Without settings it says what is wrong with them and nothing else.
#[component]
pub fn App(props: &AppProps) -> Html {
    match &props.start {
        Ok(runtime) => html! {
            <SessionProvider runtime={runtime.clone()}><Screens /></SessionProvider>
        },
        Err(error) => html! { <Unconfigured error={error.clone()} /> },
    }
}

#[component]
fn Screens() -> Html {
    let (screen, go) = use_screen();
    let session = use_session();
    let status = session.as_ref().map_or(Status::Booting, |session| session.view.status);
    use_status_mark(status);
    let Some(session) = session else { return html! { <div></div> } };
    let body = match (screen, session.view.passport.is_some() && status != Status::SigningIn) {
        (Screen::Setup, _) => html! { <SetupScreen /> },
        (Screen::Token, true) => html! { <TokenScreen on_screen={go.clone()} /> },
        (Screen::Token, false) => html! { <StartScreen on_screen={go.clone()} /> },
    };
    html! {
        <Frame {screen} on_screen={go}>
            { body }
            <Announcer />
        </Frame>
    }
}

/// Speaks to screen readers what the screens show.
#[component]
fn Announcer() -> Html {
    let Some(session) = use_session() else { return html! { <div></div> } };
    html! { <Spoken runtime={session.runtime.clone()} view={(*session.view).clone()} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct SpokenProps {
    runtime: Runtime,
    view: crate::session::View,
}

#[component]
fn Spoken(props: &SpokenProps) -> Html {
    let now = use_now(&props.runtime);
    let (polite, alert) = announce::sentences(&props.view, now);
    html! { <StatusRegion {polite} {alert} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct UnconfiguredProps {
    error: ConfigError,
}

#[component]
fn Unconfigured(props: &UnconfiguredProps) -> Html {
    use_status_mark(Status::Failed);
    let told = advice::of_problem(&Problem::Config(props.error.clone()));
    let advice = crate::words::Advice { action: crate::words::words().actions.reload.to_owned(), ..told.advice };
    let on_action = Callback::from(|()| page::reload());
    html! {
        <div class="sell-page">
            <main class="sell-main">
                <AdviceNotice id="sell-config" {advice} says={told.says} {on_action} />
            </main>
        </div>
    }
}
