//! The drawn mark of a tone.

use super::Tone;
use super::element::{Element, el};

/// A mark beside words that say the same; hidden from screen readers for that reason.
pub fn glyph(tone: Tone) -> Element {
    el("svg.sell-glyph[viewBox=0 0 24 24][width=24][height=24][aria-hidden=true]")
        .attr("data-tone", tone.as_str())
        .child(el("path").attr("d", tone.path()))
}
