//! Asked for, said by the redirect, measured now: three facts side by side, never merged. Of a token
//! that was pasted only the last is known.

use super::element::{Element, el};
use super::table::{cell, table};
use super::{Tone, glyph};
use crate::words::words;

/// Marks the cell of what token info says now.
const MEASURED: &str = "sell-passport-now";

/// A table whose rows become labelled cards on a narrow screen. Each [`passport_row`] is added.
pub fn passport() -> Element {
    let words = words().passport;
    let heads = [words.fact, words.asked, words.said, words.now];
    table("sell-passport sell-table", words.title, &heads)
}

/// One fact about the token in its three versions, which are cells: what we asked for, what the
/// redirect said, what token info says now. It is a row group of its own, so that the
/// `difference`, in words, belongs to its fact; `None` where they agree or nothing can be compared.
pub fn passport_row(
    name: &str,
    [asked, said, now]: [Element; 3],
    difference: Option<&str>,
) -> Element {
    let words = words().passport;
    el("tbody.sell-passport-fact")
        .child(
            el("tr")
                .child(
                    el("th[scope=row]")
                        .attr_if("rowspan", difference.map(|_| "2"))
                        .text(name),
                )
                .child(cell(words.asked.say(), asked))
                .child(cell(words.said.say(), said))
                .child(cell(words.now.say(), now).attr("class", MEASURED)),
        )
        .child_if(difference.map(differing))
}

/// The server's account alone. Each [`account_row`] is added.
pub fn account() -> Element {
    el("table[class=sell-passport sell-table]").child(el("caption").word(words().passport.now))
}

/// One fact as token info says it.
pub fn account_row(name: &str, now: Element) -> Element {
    let row = el("tr")
        .child(el("th[scope=row]").text(name))
        .child(cell("", now).attr("class", MEASURED));
    el("tbody.sell-passport-fact").child(row)
}

fn differing(text: &str) -> Element {
    el("tr").child(
        el("td.sell-passport-difference[colspan=3]")
            .attr("data-tone", Tone::Soon.as_str())
            .child(glyph(Tone::Soon))
            .child(
                el("span.sell-spoken")
                    .word(words().passport.differs)
                    .text(" "),
            )
            .text(text),
    )
}
