//! A value that has to be copied exactly.

use yew::prelude::*;

use super::CopyButton;
/// What is to be copied.
#[derive(Properties, PartialEq, Debug)]
pub struct CopyFieldProps {
    /// What it is, for instance `Redirect URL`.
    pub label: AttrValue,
    /// The name of the button, for instance `Copy redirect URL`.
    pub copy_label: AttrValue,
    /// The value, whole.
    pub value: AttrValue,
    /// Why, or where it goes.
    #[prop_or_default]
    pub hint: AttrValue,
    /// It was copied a moment ago.
    #[prop_or_default]
    pub copied: bool,
    /// Copy it.
    pub on_copy: Callback<()>,
}

/// A value in full, wrapped and never cut, with its copy button. One click selects all of it.
#[component]
pub fn CopyField(props: &CopyFieldProps) -> Html {
    html! {
        <div class="sell-copy-field">
            <span class="sell-copy-label">{ props.label.clone() }</span>
            <code class="sell-copy-value" translate="no">{ props.value.clone() }</code>
            <CopyButton label={props.copy_label.clone()} copied={props.copied} on_copy={props.on_copy.clone()} />
            <span class="sell-hint">{ props.hint.clone() }</span>
        </div>
    }
}
