//! The one-line answer that every screen opens with.

use super::element::{Element, el};
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
                Element::new(heading(self.level))
                    .attr("class", "sell-verdict-text")
                    .attr("id", self.id)
                    .attr("tabindex", "-1")
                    .text(self.text),
            )
            .child(detail)
    }
}

/// The tag of a heading; levels beyond HTML's six become the nearest.
const fn heading(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

#[cfg(test)]
mod tests {
    use super::heading;

    #[test]
    fn a_level_that_html_does_not_have_becomes_the_nearest() {
        assert_eq!(heading(0), "h1");
        assert_eq!(heading(3), "h3");
        assert_eq!(heading(200), "h6");
    }
}
