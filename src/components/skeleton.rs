//! The shape of an answer that is not there yet.

use super::element::{Element, el};
use crate::words::words;

/// As high as what follows, so that nothing jumps when it arrives.
pub fn skeleton() -> Element {
    el("div.sell-skeleton[aria-busy=true]")
        .child(el("span.sell-spoken").word(words().frame.loading))
        .child(el("span.sell-skeleton-verdict"))
        .child(el("span.sell-skeleton-line"))
        .child(el("span.sell-skeleton-line"))
        .child(el("span.sell-skeleton-line"))
}
