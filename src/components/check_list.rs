//! Checks of the set-up: pass, fail or unknown, and what to change.

use super::element::{Element, el};
use super::{Tone, glyph};
use crate::words::words;

/// A list with a mark and a word at each [`check`]; they are added in the order in which they
/// matter.
pub fn check_list() -> Element {
    el("ul.sell-checks")
}

/// One check: what should be so, whether it is (`None` when we could not tell), what was found, and the
/// exact thing to change where there is one.
pub fn check(label: &str, ok: Option<bool>, found: &str, fix: &str) -> Element {
    let setup = words().setup;
    let (tone, word) = match ok {
        Some(true) => (Tone::Works, setup.pass),
        Some(false) => (Tone::Refused, setup.fail),
        None => (Tone::Unknown, setup.unknown),
    };
    let fix = if fix.is_empty() {
        String::new()
    } else {
        setup.fix.with("fix", fix)
    };
    el("li.sell-check")
        .attr("data-tone", tone.as_str())
        .child(glyph(tone))
        .child(el("span.sell-check-word").word(word))
        .child(el("span.sell-check-label").text(label))
        .child(el("span.sell-check-found").text(found))
        .child(el("span.sell-check-fix").text(&fix))
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn a_check_says_what_was_found_and_what_to_change_where_there_is_something() {
        let failed = check("a", Some(false), "nothing", "serve it").markup();
        assert!(failed.contains("nothing") && failed.contains("Change: serve it"));
        assert!(!check("a", Some(true), "it", "").markup().contains("Change"));
    }
}
