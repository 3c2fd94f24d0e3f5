//! An address taken apart: each parameter, its value and what it is for.

use super::element::{Element, el};
use super::table::{cell, table};
use crate::words::words;

/// A table of parameters; its rows become cards on a narrow screen. Each [`parameter`] is added in
/// the order in which they are sent to this body of the table.
pub fn parameter_table(rows: Element) -> Element {
    let words = words().setup;
    let heads = [words.parameter, words.value, words.meaning];
    table("sell-parameters sell-table", words.authorize_url, &heads).child(rows)
}

/// One parameter: its name as it is sent, its value as a cell, and what it is for.
pub fn parameter(name: &str, value: Element, meaning: &str) -> Element {
    let words = words().setup;
    el("tr")
        .key(name)
        .child(el("th[scope=row]").child(el("code").text(name)))
        .child(cell(words.value.say(), value))
        .child(
            el("td")
                .attr("data-label", words.meaning.say())
                .text(meaning),
        )
}
