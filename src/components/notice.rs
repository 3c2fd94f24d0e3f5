//! A failure, or something to know: what happened, why, what to do, and its buttons.

use super::element::{Element, el};
use super::{Tone, glyph};
use crate::words::{Quotation, words};

/// What a notice says.
#[derive(Debug)]
pub struct Notice<'a> {
    /// How it is marked; `Tone::from(advice.severity)` for a failure.
    pub tone: Tone,
    /// The id, unique on the page.
    pub id: &'a str,
    /// What happened.
    pub title: &'a str,
    /// Why.
    pub why: &'a str,
    /// What to do.
    pub todo: &'a str,
    /// What Sell said to it.
    pub says: Option<&'a Quotation>,
    /// What can be done here: one button, and perhaps one that puts the notice away.
    pub buttons: Vec<Element>,
}

impl Notice<'_> {
    /// A notice in the flow of the page that can be focused by script; what must be spoken at once
    /// goes to the alert region. It is no landmark: panels on one page may say the same.
    pub fn view(self) -> Element {
        let title_id = [self.id, "-title"].concat();
        let body = el("div.sell-notice-body")
            .child(
                el("p.sell-notice-title")
                    .attr("id", &title_id)
                    .text(self.title),
            )
            .child(el("p").text(self.why))
            .child(el("p").text(self.todo))
            .child(el("div.sell-notice-says").child_if(self.says.map(quote)))
            .child(el("div.sell-actions").all(self.buttons));
        el("section.sell-notice[role=group][tabindex=-1]")
            .attr("id", self.id)
            .attr("data-tone", self.tone.as_str())
            .attr("aria-labelledby", &title_id)
            .child(glyph(self.tone))
            .child(body)
    }
}

/// Sell's own words, told apart from ours by their marks and direction.
fn quote(says: &Quotation) -> Element {
    el("p")
        .word(words().frame.sell_says)
        .text(" ")
        .child(el("q[dir=auto]").text(&says.text))
}

#[cfg(test)]
mod tests {
    use super::{Notice, Quotation};
    use crate::components::Tone;

    #[test]
    fn a_notice_is_named_by_its_title_and_quotes_as_text() {
        let says = Quotation {
            text: "<b>x</b>".to_owned(),
        };
        let notice = Notice {
            tone: Tone::Refused,
            id: "n",
            title: "T",
            why: "w.",
            todo: "t.",
            says: Some(&says),
            buttons: Vec::new(),
        };
        let markup = notice.view().markup();
        assert!(markup.contains(r#"aria-labelledby="n-title""#), "{markup}");
        assert!(markup.contains(r#"id="n-title">T</p>"#), "{markup}");
        assert!(markup.contains(r#"<q dir="auto">"#), "{markup}");
        assert!(markup.contains(r#"role="group""#), "{markup}");
    }
}
