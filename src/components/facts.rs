//! Names and their values.

use super::code;
use super::element::{Element, el};

/// A description list; each [`fact`] is added in the order in which they are read.
pub fn facts() -> Element {
    el("dl.sell-facts")
}

/// A name and what it is set to.
pub fn fact(name: &str, value: &str) -> Element {
    el("div.sell-fact")
        .child(el("dt").text(name))
        .child(el("dd").child(code(value)))
}
