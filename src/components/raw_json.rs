//! An answer as it came.

use yew::prelude::*;

use crate::words::words;

/// What is shown.
#[derive(Properties, PartialEq, Debug)]
pub struct RawJsonProps {
    /// What it is.
    #[prop_or(AttrValue::Static(words().token.raw))]
    pub label: AttrValue,
    /// The text, with the token taken out.
    pub text: AttrValue,
}

/// Folded text in a box that scrolls by itself, by the keyboard too.
#[component]
pub fn RawJson(props: &RawJsonProps) -> Html {
    html! {
        <details class="sell-raw">
            <summary>{ props.label.clone() }</summary>
            <pre tabindex="0" role="region" aria-label={props.label.clone()} translate="no">
                { props.text.clone() }
            </pre>
        </details>
    }
}
