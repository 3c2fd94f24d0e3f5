//! A part of a screen with a title.

use super::element::{Element, el};
use super::heading::heading;

/// A group with a title and room around it; its content is added. `class` is `sell-panel`, with
/// `sell-panel-raised` beside it for a surface of its own; `level` is that of the heading.
pub fn panel(class: &'static str, id: &str, level: u8, title: &str) -> Element {
    let title_id = [id, "-title"].concat();
    el("section[role=group]")
        .attr("class", class)
        .attr("id", id)
        .attr("aria-labelledby", &title_id)
        .child(
            heading(level)
                .attr("class", "sell-panel-title")
                .attr("id", &title_id)
                .text(title),
        )
}
