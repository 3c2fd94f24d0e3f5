//! The drawn mark of a tone.

use yew::prelude::*;

use super::Tone;

/// What a glyph shows.
#[derive(Properties, PartialEq, Debug)]
pub struct GlyphProps {
    /// Which mark.
    pub tone: Tone,
}

/// A mark beside words that say the same; hidden from screen readers for that reason.
#[component]
pub fn Glyph(props: &GlyphProps) -> Html {
    html! {
        <svg class="sell-glyph" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"
            data-tone={props.tone.as_str()}>
            <path d={props.tone.path()} />
        </svg>
    }
}
