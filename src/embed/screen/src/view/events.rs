//! What the live elements said.

use std::rc::Rc;

use sell_elements::components::{self, Element, Kind, button, el};
use sell_elements::words::embed;

use crate::desk::Desk;
use crate::state::{Action, Heard};

/// The part of the screen with the events in it, the newest first.
pub(super) fn panel(desk: &Rc<Desk>) -> Element {
    let (words, state) = (embed(), desk.state());
    let none = state.events.is_empty();
    let body = if none {
        el("p.sell-hint").key("none").text(words.no_events)
    } else {
        let events = state.events.iter().map(event).collect();
        el("ol.sell-events").key("some").all(events)
    };
    // It stays where it is when it is pressed, and keeps the focus.
    let clear = desk.on(|| Action::ClearEvents);
    components::panel("sell-panel", "sell-events", 2, words.events)
        .child(body)
        .child(button(Kind::Plain, words.clear_events, none, clear))
}

fn event(heard: &Heard) -> Element {
    let summary = el("summary")
        .child(el("code[translate=no]").text(&heard.name))
        .child(el("span.sell-event-time").text(&heard.at));
    let detail = el("pre[tabindex=0][role=group][translate=no]")
        .attr("aria-label", &heard.name)
        .text(&heard.detail);
    el("li.sell-event")
        .key(&heard.number.to_string())
        .attr("data-event", &heard.name)
        .child(el("details").child(summary).child(detail))
}
