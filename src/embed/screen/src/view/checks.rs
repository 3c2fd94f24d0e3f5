//! What the element finds when it looks at the page.

use std::rc::Rc;

use sell_elements::components::{self, Element, Kind, Tone, button, check, check_list, el, glyph};
use sell_elements::words::embed;

use crate::desk::Desk;
use crate::state::{Check, Checks};

/// The part of the screen with the checks in it.
pub(super) fn panel(desk: &Rc<Desk>) -> Element {
    let (words, state) = (embed(), desk.state());
    let running = state.checks == Checks::Running;
    let label = if running { words.checking } else { words.check };
    let ask = button(Kind::Plain, label, running, desk.on_check());
    let answer = match &state.checks {
        Checks::None | Checks::Running => el("div").key("none"),
        Checks::Done(Some(checks)) => check_list()
            .key("some")
            .all(checks.iter().map(line).collect()),
        Checks::Done(None) => el("p.sell-embed-unset")
            .key("failed")
            .child(glyph(Tone::Unknown))
            .child(el("span").text(words.check_failed)),
    };
    components::panel("sell-panel", "sell-check", 2, words.check)
        .child(el("p.sell-hint").text(words.check_lead))
        .child(ask)
        .child(answer)
}

fn line(made: &Check) -> Element {
    let named = embed().checks.iter().find(|(id, _)| *id == made.id);
    // A check that is newer than these words is named by its id.
    let label = named.map_or(made.id.as_str(), |(_, label)| label);
    check(label, made.ok, &made.found, &made.fix)
}

#[cfg(test)]
mod tests {
    use super::embed;

    #[test]
    fn every_check_of_the_element_has_words_here() {
        let source = include_str!("../../../../../static/elements/checks.js");
        for (id, _) in embed().checks {
            assert!(source.contains(&format!("\"{id}\"")), "{id}");
        }
        // Each is made by `verdict(id, …)`, by its own name or through a constant of it.
        let made = source
            .split("verdict(\"")
            .skip(1)
            .map(|rest| rest.split('"').next());
        let constants = source
            .split("const id = \"")
            .skip(1)
            .map(|rest| rest.split('"').next());
        let ids: Vec<&str> = made.chain(constants).flatten().collect();
        assert!(ids.len() > 8, "{ids:?}");
        for id in ids {
            assert!(embed().checks.iter().any(|(known, _)| *known == id), "{id}");
        }
    }
}
