//! A page without a framework.

use sell_elements::words::catalogue::CodeNotes;

use super::Written;
use super::tag::{Indent, tag};

pub(super) fn write(elements: &[Written<'_>], notes: &CodeNotes) -> String {
    let mut out = format!(
        "<!-- {} -->\n<script src=\"/sell-elements/capture.js\"></script>\n\
         <script type=\"module\" src=\"/sell-elements/sell-elements.js\"></script>\n\n",
        notes.capture
    );
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
