//! The session in a few words, for the header.

use super::element::{Element, el};
use super::{Tone, glyph};

/// A mark and a few words in one line, for instance `Connected · read · 43 minutes left`.
pub fn badge(tone: Tone, text: &str) -> Element {
    el("span.sell-badge")
        .attr("data-tone", tone.as_str())
        .child(glyph(tone))
        .child(el("span.sell-badge-text").text(text))
}
