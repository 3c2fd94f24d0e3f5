//! The stylesheet of the elements as a string for a constructed sheet.

use crate::capture::{sheet, styles};
use crate::failure::Failure;
use crate::workspace;

/// The module `./styles.js` that our own scripts import.
pub(super) fn script() -> Result<String, Failure> {
    let folder = workspace::root().join("static").join("styles");
    let text = styles::bundle("elements.css", &|name| workspace::read(&folder.join(name)))?;
    let text = sheet::squeezed(&for_hosts(&text));
    Ok(format!("export const styles={};", serde_json::json!(text)))
}

/// Inside a shadow root the element itself is the root, and letters are as large as those around it.
fn for_hosts(text: &str) -> String {
    let rooted = text
        .replace(":root, :host", ":host")
        .replace(":root", ":host");
    let mut pieces = rooted.split("font-size:");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece.find([';', '}']).unwrap_or(piece.len());
        let (size, rest) = piece.split_at(end);
        out.extend(["font-size:", &size.replace("rem", "em"), rest]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_the_element() {
        assert_eq!(
            for_hosts(":root, :host { a: b }\n:root { c: d }"),
            ":host { a: b }\n:host { c: d }"
        );
    }

    #[test]
    fn letters_are_sized_by_the_page_around_and_places_are_not() {
        assert_eq!(
            for_hosts(
                "p { font-size: clamp(2rem, 1rem + 3cqi, 3rem); width: 2rem } i { font-size: 1rem }"
            ),
            "p { font-size: clamp(2em, 1em + 3cqi, 3em); width: 2rem } i { font-size: 1em }"
        );
    }

    #[test]
    fn the_sheet_of_this_tree_is_one_string_without_a_root() {
        let script = script().unwrap();
        assert!(script.starts_with("export const styles=\""), "{script}");
        assert!(script.contains(":host{color-scheme:"), "{script}");
        assert!(
            !script.contains(":root") && !script.contains("@import"),
            "{script}"
        );
    }
}
