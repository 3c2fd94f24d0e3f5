//! The whole page: header, the screen of the address, and the two places that speak.

use std::rc::Rc;

use yew::prelude::*;

use super::after::use_after;
use super::announce::Warned;
use super::desk::Desk;
use super::local::use_local;
use super::notices::notice;
use super::own_page::OwnPage;
use super::surface::Surface;
use super::view::{Body, Screen};
use super::{announce, frame, setup, start, token};
use crate::advice;
use crate::components::{Element, el, status_region};
use crate::hooks::use_session;
use crate::protocol::ConfigError;
use crate::runtime::Runtime;
use crate::session::Problem;

/// The properties of [`App`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The session, or why none could be set up.
    pub start: Result<Runtime, ConfigError>,
}

/// The app. Without settings it says what is wrong with them and nothing else.
#[component]
pub fn App(props: &AppProps) -> Html {
    let session = use_session(props.start.as_ref().ok());
    let local = use_local(Screen::current);
    let warned = use_mut_ref(Warned::default);
    let surface: Rc<dyn Surface> = Rc::new(OwnPage);
    let nodes = use_after(session.as_ref(), &local, &surface);
    let page = match (session, &props.start) {
        (Some(session), _) => {
            let desk = Rc::new(Desk::new(session, local, nodes, surface));
            screens(&desk, &mut warned.borrow_mut())
        }
        (None, Err(error)) => unconfigured(error),
        (None, Ok(_)) => el("div"),
    };
    page.into()
}

fn screens(desk: &Rc<Desk>, warned: &mut Warned) -> Element {
    let body = match Body::of(desk.local().screen, desk.view()) {
        Body::Start => start::screen(desk).key("start"),
        Body::Token => token::screen(desk).key("token"),
        Body::Setup => setup::screen(desk).key("setup"),
    };
    let (polite, alert) = announce::sentences(warned, desk.view(), desk.now());
    frame::around(desk, body, status_region(&polite, &alert))
}

fn unconfigured(error: &ConfigError) -> Element {
    let told = advice::of_problem(&Problem::Config(error.clone()));
    el("div.sell-page").child(el("main.sell-main").child(notice("sell-config", &told, Vec::new())))
}
