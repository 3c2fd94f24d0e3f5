//! A part of a screen with a title.

use super::element::{Element, el};

/// A landmark with a title and room around it; its content is added. `class` is `sell-panel`, with
/// `sell-panel-raised` beside it for a surface of its own.
pub fn panel(class: &'static str, id: &str, title: &str) -> Element {
    let title_id = [id, "-title"].concat();
    el("section")
        .attr("class", class)
        .attr("id", id)
        .attr("aria-labelledby", &title_id)
        .child(el("h2.sell-panel-title").attr("id", &title_id).text(title))
}
