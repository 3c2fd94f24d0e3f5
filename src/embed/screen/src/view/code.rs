//! The code for the element as it stands.

use std::rc::Rc;

use sell_elements::components::{self, Element, choice, copy_button, el};
use sell_elements::words::embed;

use crate::desk::{self, Desk};
use crate::snippet::Stack;
use crate::state::{Action, Copied};

/// The part of the screen with the code in it.
pub(super) fn panel(desk: &Rc<Desk>) -> Element {
    let (words, state) = (embed(), desk.state());
    let stacks = Stack::ALL.map(Stack::as_str);
    let options: Vec<(&str, &str)> = stacks.into_iter().zip(words.stacks).collect();
    let legend = el("legend.sell-choice-name").text(words.stack);
    let on_choose = |name: &str| {
        let stack = Stack::named(name);
        desk.on(move || Action::Stack(stack))
    };
    let chosen = state.choice.stack.as_str();
    let copied = state.copied == Some(Copied::Code);
    let code = el("pre.sell-code[tabindex=0][role=group][translate=no]")
        .attr("aria-label", words.code)
        .child(el("code").text(&desk::code(&state)));
    components::panel("sell-panel", "sell-code", 2, words.code)
        .child(choice("sell-stack", legend, &options, chosen, &on_choose))
        .child(code)
        .child(copy_button(
            words.copy_code,
            None,
            copied,
            desk.on_copy(Copied::Code),
        ))
}
