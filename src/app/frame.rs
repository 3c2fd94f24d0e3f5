//! What stands on every screen.

use yew::prelude::*;

use super::moment;
use super::view::Screen;
use crate::browser::page;
use crate::components::{Badge, SiteHeader, TabNotice, Theme, ThemeToggle, Tone};
use crate::hooks::{SessionHandle, use_now, use_session};
use crate::session::{Passport, Status};
use crate::words::{Gap, time, words};

/// The properties of [`Frame`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FrameProps {
    pub(super) screen: Screen,
    pub(super) on_screen: Callback<Screen>,
    pub(super) children: Html,
}

/// Header, the screen, footer.
#[component]
pub(super) fn Frame(props: &FrameProps) -> Html {
    let main = use_node_ref();
    let theme = use_state(Theme::default);
    let on_theme = {
        let theme = theme.clone();
        Callback::from(move |chosen: Theme| {
            page::show_theme((chosen != Theme::Auto).then(|| chosen.as_str()));
            theme.set(chosen);
        })
    };
    let on_skip = {
        let main = main.clone();
        Callback::from(move |()| {
            if let Some(main) = main.cast::<web_sys::HtmlElement>() {
                drop(main.focus());
            }
        })
    };
    let on_navigate = props.on_screen.reform(|href: AttrValue| Screen::of_link(&href));
    html! {
        <div class="sell-page">
            <SiteHeader badge={html! { <SessionBadge /> }} tabs={props.screen.tabs()} {on_navigate} {on_skip}>
                <ThemeToggle theme={*theme} {on_theme} />
            </SiteHeader>
            <main class="sell-main" ref={main} tabindex="-1">{ props.children.clone() }</main>
            <footer class="sell-footer"><TabNotice /></footer>
        </div>
    }
}

/// The session in a few words.
#[component]
fn SessionBadge() -> Html {
    let Some(session) = use_session() else { return html! { <span></span> } };
    html! { <Connected {session} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct ConnectedProps {
    session: SessionHandle,
}

#[component]
fn Connected(props: &ConnectedProps) -> Html {
    let now = use_now(&props.session.runtime);
    let view = &props.session.view;
    let (tone, text) = match (&view.passport, view.status) {
        (Some(passport), Status::Active) => (Tone::Works, connected(passport, now)),
        (Some(passport), Status::Expiring) => (Tone::Soon, connected(passport, now)),
        _ => (Tone::Neutral, words().frame.signed_out.to_owned()),
    };
    html! { <Badge {tone}>{ text }</Badge> }
}

fn connected(passport: &Passport, now: crate::protocol::Now) -> String {
    let left = moment::seconds_left(passport.expiry, now).map(time::left).unwrap_or_default();
    let scopes = passport.held.to_string();
    words().frame.connected.fill(&[Gap { name: "scopes", value: &scopes }, Gap { name: "left", value: &left }])
}
