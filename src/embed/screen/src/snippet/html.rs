//! A page without a framework.

use sell_elements::words::catalogue::CodeNotes;

use super::Written;
use super::tag::{Indent, tag};

pub(super) fn write(elements: &[Written<'_>], notes: &CodeNotes) -> String {
    let names_another_page = elements.iter().any(|written| {
        let mut attributes = written.attributes().into_iter();
        attributes.any(|(attribute, _)| attribute.name == "redirect-uri")
    });
    let mut out = String::new();
    if !names_another_page {
        out += "<!-- ";
        out += notes.capture;
        out += " -->\n<script src=\"/sell-elements/capture.js\"></script>\n";
    }
    out += "<script type=\"module\" src=\"/sell-elements/sell-elements.js\"></script>\n\n";
    for written in elements {
        let name = written.element.tag;
        out += &tag(
            Indent(0, 2),
            name,
            &written.as_html(),
            &format!("></{name}>"),
        );
    }
    out
}
