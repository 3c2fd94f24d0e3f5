//! Vue 3, whose compiler has to be told that these are elements of the page.

use sell_elements::words::catalogue::CodeNotes;

use super::Written;
use super::handler::{self, HANDLER};
use super::tag::{Indent, tag};
use crate::contract::SIGN_IN;

pub(super) fn write(elements: &[Written<'_>], notes: &CodeNotes) -> String {
    let mut tags = String::new();
    for written in elements {
        let mut attributes = written.as_html();
        if written.element.tag == SIGN_IN {
            attributes.push(format!("@sell-signed-in=\"{HANDLER}\""));
        }
        tags += &tag(Indent(2, 2), written.element.tag, &attributes, " />");
    }
    let mut remark = String::new();
    for line in notes.vue_compiler.lines() {
        remark.extend(["// ", line, "\n"]);
    }
    format!(
        "<script setup>\n{remark}import \"sell-elements\";\n\n{}</script>\n\n\
         <template>\n{tags}</template>\n",
        handler::write(notes)
    )
}
