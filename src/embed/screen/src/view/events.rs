//! What the live elements said.

use std::rc::Rc;

use sell_elements::components::{self, Element, el, plain_button};
use sell_elements::words::embed;

use crate::desk::Desk;
use crate::state::{Action, Heard};

/// The part of the screen with the events in it, the newest first.
pub(super) fn panel(desk: &Rc<Desk>) -> Element {
    let (words, state) = (embed(), desk.state());
    let body = if state.events.is_empty() {
        el("p.sell-hint").key("none").text(words.no_events)
    } else {
        let clear = plain_button(words.clear_events, desk.on(|| Action::ClearEvents));
        let events = state.events.iter().map(event).collect();
        el("div.sell-stack")
            .key("some")
            .child(el("ol.sell-events").all(events))
            .child(clear)
    };
    components::panel("sell-panel", "sell-events", words.events).child(body)
}

fn event(heard: &Heard) -> Element {
    let summary = el("summary")
        .child(el("code[translate=no]").text(&heard.name))
        .child(el("span.sell-event-time").text(&heard.at));
    let detail = el("pre[tabindex=0][role=region][translate=no]")
        .attr("aria-label", &heard.name)
        .text(&heard.detail);
    el("li.sell-event")
        .key(&heard.number.to_string())
        .attr("data-event", &heard.name)
        .child(el("details").child(summary).child(detail))
}
