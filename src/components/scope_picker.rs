//! Which scopes to ask for.

use yew::Callback;

use super::element::{Element, el};
use crate::words::words;

/// A group of boxes to tick; each [`scope_box`] is added in the order in which they are offered.
/// `disabled` when none can be changed now. Scripts can focus it.
pub fn scope_picker(disabled: bool) -> Element {
    el("fieldset.sell-scope-picker[tabindex=-1]")
        .flag("disabled", disabled)
        .child(el("legend").word(words().start.scopes_legend))
}

/// One scope that can be asked for: its name byte for byte as it is sent, what it allows beside it,
/// whether it is ticked, and what happens on another tick.
pub fn scope_box(name: &str, meaning: &str, chosen: bool, on_toggle: Callback<()>) -> Element {
    let tick = el("input[type=checkbox]")
        .checked(chosen)
        .on_change(on_toggle);
    el("label.sell-scope")
        .key(name)
        .child(tick)
        .child(el("span.sell-scope-name").text(name))
        .child(el("span.sell-scope-meaning").text(meaning))
}
