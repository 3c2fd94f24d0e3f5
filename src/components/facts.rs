//! Names and their values.

use super::code;
use super::element::{Element, el};

/// A description list of names and what they are set to, in the order in which they are read.
pub fn facts(rows: &[(&str, &str)]) -> Element {
    let mut list = el("dl.sell-facts");
    for (name, value) in rows {
        list = list.add(
            el("div.sell-fact")
                .add(el("dt").text(name))
                .add(el("dd").add(code(value))),
        );
    }
    list
}
