//! The one-line answer that every screen opens with.

use super::element::{Element, el};
use super::heading::heading;
use super::{Tone, glyph};

/// What a verdict says.
#[derive(Debug)]
pub struct Verdict<'a> {
    /// The kind of answer.
    pub tone: Tone,
    /// The answer in a word or two, for instance `Works`.
    pub text: &'a str,
    /// The id, by which focus can be moved here after an action; `sell-verdict` for the screen's.
    pub id: &'a str,
    /// The level of the heading: 1 on a page of ours, lower inside somebody's page.
    pub level: u8,
}

impl Verdict<'_> {
    /// The answer first, in words, shape and colour, then what belongs to it: when it was checked,
    /// how it ended, a [`super::countdown`]. It is a heading that can be focused by script.
    pub fn view(self, detail: Element) -> Element {
        el("div.sell-verdict")
            .attr("data-tone", self.tone.as_str())
            .child(glyph(self.tone))
            .child(
                heading(self.level)
                    .attr("class", "sell-verdict-text")
                    .attr("id", self.id)
                    .attr("tabindex", "-1")
                    .text(self.text),
            )
            .child(detail)
    }
}
