//! The session in a few words, for the header.

use yew::prelude::*;

use super::{Glyph, Tone};

/// What a badge shows.
#[derive(Properties, PartialEq, Debug)]
pub struct BadgeProps {
    /// How it is marked.
    pub tone: Tone,
    /// The words, for instance `Connected · read · 43 minutes left`.
    pub children: Html,
}

/// A mark and a few words in one line.
#[component]
pub fn Badge(props: &BadgeProps) -> Html {
    html! {
        <span class="sell-badge" data-tone={props.tone.as_str()}>
            <Glyph tone={props.tone} />
            <span class="sell-badge-text">{ props.children.clone() }</span>
        </span>
    }
}
