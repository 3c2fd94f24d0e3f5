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

/// Inside a shadow root the element itself is the root.
fn for_hosts(text: &str) -> String {
    text.replace(":root, :host", ":host")
        .replace(":root", ":host")
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
