//! An answer as it came.

use super::element::{Element, el};
use crate::words::words;

/// The text of an answer with the token taken out, folded.
pub fn raw_json(text: &str) -> Element {
    folded(el("details.sell-raw"), words().token.raw.say(), text)
}

/// Folded text in a box that scrolls by itself, by the keyboard too.
pub(super) fn folded(details: Element, label: &str, text: &str) -> Element {
    details.child(el("summary").text(label)).child(
        el("pre[tabindex=0][role=region][translate=no]")
            .attr("aria-label", label)
            .text(text),
    )
}
