//! The pages and the script that starts them, without what only their authors read.

use std::path::Path;

use crate::failure::Failure;
use crate::script::minify::{Loaded, minified};
use crate::workspace;

/// Pages whose markup is a template's.
const PAGES: [&str; 2] = ["index.html", "embed.html"];

/// Shortens all in place.
pub(super) fn shorten(dist: &Path) -> Result<(), Failure> {
    for name in PAGES {
        let file = dist.join(name);
        let page = without_comments(name, &workspace::read(&file)?)?;
        workspace::write(&file, page.as_bytes())?;
    }
    let boot = dist.join("boot.js");
    let script = minified(&workspace::read(&boot)?, Loaded::AsModule, "static/boot.js")?;
    workspace::write(&boot, script.as_bytes())
}

/// Drops comments, indentation and empty lines. Line ends stay: they are spaces of the text.
fn without_comments(name: &str, page: &str) -> Result<String, Failure> {
    let mut out = String::new();
    let mut rest = page;
    while let Some((before, comment)) = rest.split_once("<!--") {
        out.push_str(before);
        let ended = comment.split_once("-->").map(|(_, after)| after);
        rest = ended.ok_or_else(|| {
            Failure::new(
                format_args!("{name} holds a comment without an end"),
                "write `-->` behind it",
            )
        })?;
    }
    out.push_str(rest);
    if out.contains("<pre") || out.contains("<textarea") {
        return Err(Failure::new(
            format_args!("{name} holds text whose spaces are shown"),
            "let the app write it",
        ));
    }
    let lines = out.lines().map(str::trim).filter(|line| !line.is_empty());
    Ok(lines.flat_map(|line| [line, "\n"]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_indentation_and_empty_lines_go() {
        let page = "<p>\n  one\n\n  <!-- a\n b --> two\n</p>\n";
        assert_eq!(
            without_comments("x", page).unwrap(),
            "<p>\none\ntwo\n</p>\n"
        );
    }

    #[test]
    fn what_would_show_or_lose_something_is_refused() {
        assert!(without_comments("x", "<!-- open").is_err());
        assert!(without_comments("x", "<pre>  a</pre>").is_err());
    }
}
