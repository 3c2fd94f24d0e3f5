//! Checks of the set-up: pass, fail or unknown, and what to change.

use yew::prelude::*;

use super::{Glyph, Tone};
use crate::words::{Gap, words};

/// One check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckRow {
    /// What should be so.
    pub label: AttrValue,
    /// Whether it is; `None` when we could not tell.
    pub ok: Option<bool>,
    /// What was found.
    pub found: AttrValue,
    /// The exact thing to change.
    pub fix: Option<AttrValue>,
}

/// The checks.
#[derive(Properties, PartialEq, Debug)]
pub struct CheckListProps {
    /// In the order in which they matter.
    pub rows: Vec<CheckRow>,
}

/// A list with a mark and a word at each check.
#[component]
pub fn CheckList(props: &CheckListProps) -> Html {
    html! { <ul class="sell-checks">{ for props.rows.iter().map(view) }</ul> }
}

fn view(row: &CheckRow) -> Html {
    let setup = &words().setup;
    let (tone, word) = match row.ok {
        Some(true) => (Tone::Works, setup.pass),
        Some(false) => (Tone::Refused, setup.fail),
        None => (Tone::Unknown, setup.unknown),
    };
    let fix = row.fix.as_ref().map(|fix| {
        setup.fix.fill(&[Gap {
            name: "fix",
            value: fix,
        }])
    });
    html! {
        <li class="sell-check" data-tone={tone.as_str()}>
            <Glyph {tone} />
            <span class="sell-check-word">{ word }</span>
            <span class="sell-check-label">{ row.label.clone() }</span>
            <span class="sell-check-found">{ row.found.clone() }</span>
            <span class="sell-check-fix">{ fix.unwrap_or_default() }</span>
        </li>
    }
}
