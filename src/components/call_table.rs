//! Calls to try, with what each needs and what came of it.

use super::element::{Element, el};
use crate::words::words;

/// A table whose rows become cards on a narrow screen; each call is added as a
/// [`CallRow`](super::CallRow).
pub fn call_table() -> Element {
    let words = words().calls;
    let head = |name| el("th[scope=col]").text(name);
    let heads = el("tr")
        .child(head(words.call))
        .child(head(words.needs))
        .child(head(words.measured))
        .child(el("th[scope=col]").child(el("span.sell-spoken").text(words.action)));
    el("table[class=sell-calls sell-table]")
        .child(el("caption").text(words.title))
        .child(el("thead").child(heads))
}
