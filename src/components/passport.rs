//! Asked for, said by the redirect, measured now: three facts side by side, never merged.

use super::element::{Element, el};
use super::table::{cell, head, table};
use super::{Tone, glyph};
use crate::words::words;

/// One fact about the token in its three versions.
#[derive(Debug)]
pub struct PassportRow<'a> {
    /// Which fact, for instance `Scopes`.
    pub name: &'a str,
    /// What we asked for: a cell.
    pub asked: Element,
    /// What the redirect said: a cell.
    pub said: Element,
    /// What token info says now: a cell.
    pub now: Element,
    /// How they differ, in words; `None` where they agree or nothing can be compared.
    pub difference: Option<String>,
}

/// A table whose rows become labelled cards on a narrow screen.
pub fn passport(rows: Vec<PassportRow<'_>>) -> Element {
    let words = &words().passport;
    let heads = vec![
        head(words.fact),
        head(words.asked),
        head(words.said),
        head(words.now),
    ];
    let mut table = table("sell-passport sell-table", words.title, heads);
    for row in rows {
        table = table.add(view(row));
    }
    table
}

/// One fact is one row group, so that a difference belongs to its fact.
fn view(row: PassportRow<'_>) -> Element {
    let words = &words().passport;
    let difference = row.difference.as_deref();
    el("tbody.sell-passport-fact")
        .add(
            el("tr")
                .add(
                    el("th[scope=row]")
                        .attr_if("rowspan", difference.map(|_| "2"))
                        .text(row.name),
                )
                .add(cell(words.asked, row.asked))
                .add(cell(words.said, row.said))
                .add(cell(words.now, row.now).attr("class", "sell-passport-now")),
        )
        .add_if(difference.map(differing))
}

fn differing(text: &str) -> Element {
    el("tr").add(
        el("td.sell-passport-difference[colspan=3]")
            .attr("data-tone", Tone::Soon.as_str())
            .add(glyph(Tone::Soon))
            .add(
                el("span.sell-spoken")
                    .text(words().passport.differs)
                    .text(" "),
            )
            .text(text),
    )
}
