//! React 19, which takes the elements as they are.

use sell_elements::words::catalogue::CodeNotes;

use super::handler::{self, HANDLER};
use super::tag::{Indent, tag};
use super::{Written, quote};
use crate::contract::SIGN_IN;

pub(super) fn write(elements: &[Written<'_>], notes: &CodeNotes) -> String {
    let several = elements.len() > 1;
    let (before, after) = if several {
        ("    <>\n", "    </>\n")
    } else {
        ("", "")
    };
    let indent = if several { 6 } else { 4 };
    let tags: String = elements
        .iter()
        .map(|written| {
            tag(
                Indent(indent, 2),
                written.element.tag,
                &attributes(written),
                " />",
            )
        })
        .collect();
    format!(
        "import \"sell-elements\";\n\n{}\nexport function Sell() {{\n  return (\n{before}{tags}{after}  );\n}}\n",
        handler::write(notes)
    )
}

fn attributes(written: &Written<'_>) -> Vec<String> {
    let attributes = written.attributes().into_iter();
    let mut lines: Vec<String> = attributes
        .map(|(attribute, text)| match text {
            Some(text) => format!("{}={}", attribute.name, quote::jsx(text)),
            None => attribute.name.to_owned(),
        })
        .collect();
    if written.element.tag == SIGN_IN {
        lines.push(format!("onsell-signed-in={{{HANDLER}}}"));
    }
    lines
}
