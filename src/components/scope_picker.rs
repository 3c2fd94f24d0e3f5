//! Which scopes to ask for.

use yew::Callback;

use super::element::{Element, el};
use crate::words::words;

/// One scope that can be asked for.
#[derive(Debug)]
pub struct ScopeChoice<'a> {
    /// Its name, byte for byte as it is sent.
    pub name: &'a str,
    /// What it allows, or that we do not know it.
    pub meaning: &'a str,
    /// Whether it is ticked.
    pub chosen: bool,
    /// It was ticked or unticked.
    pub on_toggle: Callback<()>,
}

/// A group of boxes to tick, each with what it allows beside it, in the order in which they are
/// offered; `disabled` when none can be changed now.
pub fn scope_picker(choices: Vec<ScopeChoice<'_>>, disabled: bool) -> Element {
    let mut group = el("fieldset.sell-scope-picker")
        .flag("disabled", disabled)
        .add(el("legend").text(words().start.scopes_legend));
    for choice in choices {
        group = group.add(view(choice));
    }
    group
}

fn view(choice: ScopeChoice<'_>) -> Element {
    let tick = el("input[type=checkbox]")
        .checked(choice.chosen)
        .on_change(choice.on_toggle);
    el("label.sell-scope")
        .key(choice.name)
        .add(tick)
        .add(el("span.sell-scope-name").text(choice.name))
        .add(el("span.sell-scope-meaning").text(choice.meaning))
}
