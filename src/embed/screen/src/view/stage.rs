//! The live elements: those of the published package, with the attributes that the code has.

use std::rc::Rc;

use sell_elements::browser::page;
use sell_elements::components::{self, Element, Tone, el, glyph, plain_button};
use sell_elements::words::{embed, words};
use yew::Callback;

use crate::contract::{Element as Contract, SIGN_IN};
use crate::desk::Desk;
use crate::values::Values;

/// The part of the screen with the element in it.
pub(super) fn panel(desk: &Rc<Desk>) -> Element {
    let choice = &desk.state().choice;
    let values = &choice.values;
    // The sign-in element stays where it is when another one is chosen, and its session with it.
    let sign_in = live(Contract::named(SIGN_IN), values).node(&desk.nodes.sign_in);
    let other = (choice.element.tag != SIGN_IN).then(|| live(choice.element, values));
    let note = if other.is_some() {
        embed().companion
    } else {
        ""
    };
    let stage = el("div.sell-stage")
        .attr("data-theme", theme(values))
        .node(&desk.nodes.stage)
        .child(el("p.sell-hint").text(note))
        .child(el("div.sell-stage-sign-in").child(sign_in))
        .child(el("div.sell-stage-other").child_if(other));
    let held = desk.state().held.clone();
    let missing = held.is_some_and(|held| held.status.is_empty());
    components::panel("sell-panel", "sell-live", 2, embed().live)
        .child_if(missing.then(not_loaded))
        .child(stage)
}

fn not_loaded() -> Element {
    let reload = plain_button(
        words().actions.reload.say(),
        Callback::from(|()| page::reload()),
    );
    let told = el("p").text(embed().not_loaded);
    el("div.sell-embed-unset[role=alert]")
        .child(glyph(Tone::Refused))
        .child(el("div.sell-stack").child(told).child(reload))
}

/// An element with every attribute that is not its default.
fn live(element: &'static Contract, values: &Values) -> Element {
    let written = element.attributes.iter().filter_map(|attribute| {
        let text = values.written(attribute)?;
        Some((attribute.name, text))
    });
    written.fold(Element::new(element.tag), |live, (name, text)| {
        live.attr(name, text)
    })
}

/// An element that is light or dark whatever its page is stands on a page that is the same.
fn theme(values: &Values) -> &str {
    let theme = Contract::named(SIGN_IN)
        .attributes
        .iter()
        .find(|one| one.name == "theme");
    theme
        .and_then(|theme| values.written(theme))
        .unwrap_or("auto")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::tests::values;

    #[test]
    fn a_live_element_has_the_attributes_that_the_code_has() {
        let values = values(&[
            ("mode", "popup"),
            ("storage", "tab"),
            ("disabled", "disabled"),
        ]);
        let markup = live(Contract::named(SIGN_IN), &values).markup();
        assert_eq!(
            markup,
            "<sell-sign-in mode=\"popup\" disabled=\"disabled\"></sell-sign-in>"
        );
    }
}
