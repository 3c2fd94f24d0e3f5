//! A value that has to be copied exactly.

use yew::Callback;

use super::copy_button;
use super::element::{Element, el};

/// What is to be copied.
#[derive(Debug)]
pub struct CopyField<'a> {
    /// What it is, for instance `Redirect URL`.
    pub label: &'a str,
    /// The name of the button, for instance `Copy redirect URL`.
    pub copy_label: &'a str,
    /// The value, whole.
    pub value: &'a str,
    /// Why, or where it goes; may be empty.
    pub hint: &'a str,
    /// It was copied a moment ago.
    pub copied: bool,
    /// Copy it.
    pub on_copy: Callback<()>,
}

impl CopyField<'_> {
    /// A value in full, wrapped and never cut, with its copy button. One click selects all of it.
    pub fn view(self) -> Element {
        el("div.sell-copy-field")
            .child(el("span.sell-copy-label").text(self.label))
            .child(el("code.sell-copy-value[translate=no]").text(self.value))
            .child(copy_button(
                self.copy_label,
                None,
                self.copied,
                self.on_copy,
            ))
            .child(el("span.sell-hint").text(self.hint))
    }
}
