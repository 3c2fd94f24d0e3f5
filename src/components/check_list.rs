//! Checks of the set-up: pass, fail or unknown, and what to change.

use super::element::{Element, el};
use super::{Tone, glyph};
use crate::words::words;

/// A list with a mark and a word at each [`check`]; they are added in the order in which they
/// matter.
pub fn check_list() -> Element {
    el("ul.sell-checks")
}

/// One check: what should be so, whether it is (`None` when we could not tell), and the exact thing
/// to change, which is said only where the check failed.
pub fn check(label: &str, ok: Option<bool>, fix: &str) -> Element {
    let fix = if ok == Some(false) { fix } else { "" };
    check_found(label, ok, "", fix)
}

/// One check with what was found, and the exact thing to change where there is one.
pub fn check_found(label: &str, ok: Option<bool>, found: &str, fix: &str) -> Element {
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
        .child(el("span.sell-check-word").text(word))
        .child(el("span.sell-check-label").text(label))
        .child(el("span.sell-check-found").text(found))
        .child(el("span.sell-check-fix").text(&fix))
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn only_a_check_that_failed_says_what_to_change() {
        assert!(
            check("a", Some(false), "serve it")
                .markup()
                .contains("serve it")
        );
        assert!(
            !check("a", Some(true), "serve it")
                .markup()
                .contains("serve it")
        );
        assert!(!check("a", None, "serve it").markup().contains("serve it"));
    }
}
