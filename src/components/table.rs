//! What the tables have in common.

use super::element::{Element, el};
use crate::words::Word;

/// A table with its title and the names of its columns; on a narrow screen its rows become cards,
/// which is why each cell repeats the name of its column (see [`cell`]).
pub(super) fn table(class: &'static str, caption: Word, heads: &[Word]) -> Element {
    let mut row = el("tr");
    for name in heads {
        row = row.child(el("th[scope=col]").word(*name));
    }
    el("table")
        .attr("class", class)
        .child(el("caption").word(caption))
        .child(el("thead").child(row))
}

/// A cell below the column of this name.
pub(super) fn cell(head: &str, content: Element) -> Element {
    el("td").attr("data-label", head).child(content)
}
