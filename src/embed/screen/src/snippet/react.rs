//! React 19, which takes the elements as they are.

use sell_elements::words::catalogue::CodeNotes;

use super::handler::{self, HANDLER};
use super::tag::{Indent, in_one, tag};
use super::{Written, quote};
use crate::contract::SIGN_IN;

pub(super) fn write(elements: &[Written<'_>], notes: &CodeNotes) -> String {
    let tags = in_one(elements.len(), Indent(4, 2), |indent| {
        let tags = elements.iter();
        tags.map(|one| tag(indent, one.element.tag, &attributes(one), " />"))
            .collect()
    });
    format!(
        "import \"sell-elements\";\n\n{}\nexport function Sell() {{\n  return (\n{tags}  );\n}}\n",
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
