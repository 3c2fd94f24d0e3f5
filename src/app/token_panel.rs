//! What a token is worth, on somebody else's page.

use std::rc::Rc;

use super::desk::Desk;
use super::inspect::inspect;
use super::notices::trouble;
use super::panel::empty;
use super::token;
use super::view::held;
use crate::components::{Element, el};
use crate::words::panels;

/// The panel.
pub(super) fn panel(desk: &Rc<Desk>) -> Element {
    let body = if desk.surface.shows_session() && held(desk.view()).is_some() {
        token::screen(desk)
    } else {
        without_session(desk)
    };
    el("div.sell-stack")
        .child(el("slot[name=header]"))
        .child(body)
        .child(el("slot[name=actions]"))
}

fn without_session(desk: &Rc<Desk>) -> Element {
    let shows_session = desk.surface.shows_session();
    let empty = shows_session.then(|| empty(desk, panels().no_token.say()));
    let pasted = desk.surface.takes_pastes().then(|| inspect(desk));
    let trouble = shows_session.then(|| trouble(desk)).flatten();
    el("div.sell-stack")
        .child(el("div").child_if(trouble))
        .child(el("div").child_if(empty))
        .child(el("div").child_if(pasted))
}
