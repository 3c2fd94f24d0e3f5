//! Calls to try, with what each needs and what came of it.

use super::CallRow;
use super::element::{Element, el};
use super::table::{head, table};
use crate::words::words;

/// A table whose rows become cards on a narrow screen.
pub fn call_table(rows: Vec<CallRow<'_>>) -> Element {
    let words = &words().calls;
    let action = el("th[scope=col]").add(el("span.sell-spoken").text(words.action));
    let heads = vec![
        head(words.call),
        head(words.needs),
        head(words.measured),
        action,
    ];
    let mut table = table("sell-calls sell-table", words.title, heads);
    for row in rows {
        table = table.add(row.view());
    }
    table
}
