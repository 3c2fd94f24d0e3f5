//! Checks of the set-up: pass, fail or unknown, and what to change.

use super::element::{Element, el};
use super::{Tone, glyph};
use crate::words::{Gap, words};

/// One check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckRow<'a> {
    /// What should be so.
    pub label: &'a str,
    /// Whether it is; `None` when we could not tell.
    pub ok: Option<bool>,
    /// The exact thing to change; said only where the check failed.
    pub fix: &'a str,
}

/// A list with a mark and a word at each check, in the order in which they matter.
pub fn check_list(rows: &[CheckRow<'_>]) -> Element {
    let mut list = el("ul.sell-checks");
    for row in rows {
        list = list.add(view(row));
    }
    list
}

fn view(row: &CheckRow<'_>) -> Element {
    let setup = &words().setup;
    let (tone, word) = match row.ok {
        Some(true) => (Tone::Works, setup.pass),
        Some(false) => (Tone::Refused, setup.fail),
        None => (Tone::Unknown, setup.unknown),
    };
    let fix = match row.ok {
        Some(false) => setup.fix.fill(&[Gap {
            name: "fix",
            value: row.fix,
        }]),
        _ => String::new(),
    };
    el("li.sell-check")
        .attr("data-tone", tone.as_str())
        .add(glyph(tone))
        .add(el("span.sell-check-word").text(word))
        .add(el("span.sell-check-label").text(row.label))
        .add(el("span.sell-check-found").text(""))
        .add(el("span.sell-check-fix").text(&fix))
}
