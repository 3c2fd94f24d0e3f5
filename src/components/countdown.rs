//! Time that runs down without being read aloud at every tick.

use super::element::{Element, el};

/// A timer with its live region off. `text` is seen, for instance `in 42 minutes (14:05, UTC
/// 13:05)`; `spoken`, in long units, is read aloud instead when somebody comes to it.
pub fn countdown(text: &str, spoken: Option<&str>) -> Element {
    el("span.sell-countdown[role=timer][aria-live=off]")
        .child(
            el("span")
                .attr_if("aria-hidden", spoken.map(|_| "true"))
                .text(text),
        )
        .child(el("span.sell-spoken").text(spoken.unwrap_or_default()))
}
