//! A button that copies, and says beside itself that it did.

use yew::prelude::*;

use super::{Button, Glyph, Kind, Tone};
use crate::words::words;

/// What a copy button says and does.
#[derive(Properties, PartialEq, Debug)]
pub struct CopyButtonProps {
    /// Its name, for instance `Copy token`.
    pub label: AttrValue,
    /// The look.
    #[prop_or_default]
    pub kind: Kind,
    /// It was copied a moment ago. Put the same into the status region.
    #[prop_or_default]
    pub copied: bool,
    /// The id of a text that describes it.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// Copy it.
    pub on_copy: Callback<()>,
}

/// A copy button; its name stays the same, the confirmation stands beside it.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let done = props.copied.then(|| {
        html! { <><Glyph tone={Tone::Works} />{ words().actions.copied }</> }
    });
    html! {
        <span class="sell-copy-button">
            <Button kind={props.kind} label={props.label.clone()} on_press={props.on_copy.clone()}
                described_by={props.described_by.clone()} />
            <span class="sell-copied" aria-hidden="true">{ for done }</span>
        </span>
    }
}
