//! Calls to try, with what each needs and what came of it.

use super::element::{Element, el};
use crate::words::words;

/// A table whose rows become cards on a narrow screen; each call is added as a
/// [`CallRow`](super::CallRow).
pub fn call_table() -> Element {
    let words = words().calls;
    let head = |name| el("th[scope=col]").text(name);
    let heads = el("tr")
        .child(head(words.call.say()))
        .child(head(words.needs.say()))
        .child(head(words.measured.say()))
        .child(el("th[scope=col]").child(el("span.sell-spoken").word(words.action)));
    el("table[class=sell-calls sell-table]")
        .child(el("caption").word(words.title))
        .child(el("thead").child(heads))
}
