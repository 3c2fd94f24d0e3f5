//! What the scopes of a token open, on somebody else's page: the calls that are offered, each with
//! what it needs and what running it brought.

use std::rc::Rc;

use super::calls::calls;
use super::desk::Desk;
use super::notices::trouble;
use super::panel::empty;
use super::view::held;
use crate::components::{Element, el};
use crate::words::panels;

/// The panel.
pub(super) fn panel(desk: &Rc<Desk>) -> Element {
    let passport = held(desk.view());
    let options = desk.surface.panel().map(|(_, options)| options);
    let left_out = passport.is_some() && options.is_some_and(|options| options.left_out);
    let body = if let Some(passport) = passport {
        calls(desk, passport)
    } else {
        empty(desk, panels().no_calls.say())
    };
    el("div.sell-stack")
        .child(el("slot[name=header]"))
        .child(el("div").child_if(trouble(desk)))
        .child(body)
        .child_if(left_out.then(|| el("p.sell-hint").word(panels().left_out)))
}
