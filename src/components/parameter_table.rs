//! An address taken apart: each parameter, its value and what it is for.

use super::element::{Element, el};
use super::table::{cell, head, table};
use crate::words::words;

/// One parameter.
#[derive(Debug)]
pub struct ParameterRow<'a> {
    /// Its name, as it is sent.
    pub name: &'a str,
    /// Its value, decoded: a cell.
    pub value: Element,
    /// What it is for.
    pub meaning: &'a str,
}

/// A table of the parameters in the order in which they are sent; its rows become cards on a narrow
/// screen.
pub fn parameter_table(rows: Vec<ParameterRow<'_>>) -> Element {
    let words = &words().setup;
    let mut body = el("tbody");
    for row in rows {
        body = body.add(
            el("tr")
                .key(row.name)
                .add(el("th[scope=row]").add(el("code").text(row.name)))
                .add(cell(words.value, row.value))
                .add(el("td").attr("data-label", words.meaning).text(row.meaning)),
        );
    }
    let heads = vec![
        head(words.parameter),
        head(words.value),
        head(words.meaning),
    ];
    table("sell-parameters sell-table", words.authorize_url, heads).add(body)
}
