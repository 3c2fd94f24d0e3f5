//! What a token is worth, on somebody else's page.

use std::rc::Rc;

use super::desk::Desk;
use super::inspect::inspect;
use super::notices::trouble;
use super::panel::empty;
use super::view::held;
use super::{token, verdict};
use crate::components::{Element, Tone, Verdict, el};
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
    let reason = desk.view().reason.as_ref().filter(|_| shows_session);
    let end = reason.and_then(|reason| verdict::of_end(reason, desk.surface.speaks()));
    let usual = if end.is_some() {
        ""
    } else {
        panels().no_token.say()
    };
    let empty = shows_session.then(|| empty(desk, usual));
    let pasted = desk.surface.takes_pastes().then(|| inspect(desk));
    let trouble = shows_session.then(|| trouble(desk)).flatten();
    el("div.sell-stack")
        .child(el("div").child_if(end.map(|end| ended(desk, end))))
        .child(el("div").child_if(trouble))
        .child(el("div").child_if(empty))
        .child(el("div").child_if(pasted))
}

/// The answer about a token that is no more.
fn ended(desk: &Desk, (tone, text): (Tone, &str)) -> Element {
    let verdict = Verdict {
        tone,
        text,
        id: "sell-verdict",
        level: desk.surface.level(),
    };
    verdict.view(el("div.sell-verdict-detail"))
}
