//! What is drawn: one part of the page a file.

mod checks;
mod code;
mod events;
mod frame;
mod knobs;
mod stage;

use std::rc::Rc;

use sell_elements::components::{Element, Tone, choice, el, glyph};
use sell_elements::words::embed;

use crate::contract::{ELEMENTS, Element as Contract};
use crate::desk::Desk;
use crate::state::Action;

/// The whole page.
pub(crate) fn page(desk: &Rc<Desk>) -> Element {
    let live = el("div.sell-embed-live")
        .child(stage::panel(desk))
        .child(code::panel(desk));
    let element = desk.state().choice.element;
    let body = el("div.sell-screen")
        .child(intro(desk))
        .child(
            el("div.sell-embed")
                .attr("data-element", element.tag)
                .child(live)
                .child(knobs::panel(desk)),
        )
        .child(
            el("div.sell-embed-told")
                .child(events::panel(desk))
                .child(checks::panel(desk)),
        );
    frame::around(desk, body)
}

fn intro(desk: &Rc<Desk>) -> Element {
    let words = embed();
    let options: Vec<(&str, &str)> = ELEMENTS.iter().map(|one| (one.tag, one.tag)).collect();
    let element = desk.state().choice.element;
    let legend = el("legend.sell-choice-name").text(words.element);
    let on_choose = |tag: &str| {
        let element = Contract::named(tag);
        desk.on(move || Action::Element(element))
    };
    el("div.sell-stack")
        .child(el("h1.sell-title").text(words.title))
        .child(el("p.sell-lead").text(words.lead))
        .child_if((!desk.store.start.is_set_up).then(unset))
        .child(
            el("div.sell-embed-which")
                .child(choice(
                    "sell-element",
                    legend,
                    &options,
                    element.tag,
                    &on_choose,
                ))
                .child(el("p.sell-hint").text(element.description)),
        )
}

fn unset() -> Element {
    el("p.sell-embed-unset[role=note]")
        .child(glyph(Tone::Soon))
        .child(el("span").text(embed().no_settings))
}
