//! Every text that elements show, by its English wording, found in the sources.
//!
//! ```text
//! text = ( "Word(" / "fixed(" / "gaps(" / "say(" ) literal *( "," literal )
//! ```
//!
//! Nothing else makes a text of ours: a `Word` and a `Phrase` are made nowhere but in the catalogue,
//! and the scripts show none that they do not `say`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::workspace;

/// What stands before a text. The last one is the one reason that only a script knows.
const MARKS: [&str; 5] = [
    "Word(",
    "fixed(",
    "gaps(",
    "say(",
    "sellError(\"wasm_blocked\", ",
];

/// Where texts are.
const FOLDERS: [(&str, &str); 3] = [
    ("src/words/en", "rs"),
    ("src/words/en/advice", "rs"),
    ("static/elements", "js"),
];

/// Files of the catalogue that no element speaks from.
const OF_THE_APP: [&str; 2] = ["app.rs", "embed.rs"];

/// The texts of all elements.
pub(super) fn all() -> Result<BTreeSet<String>, Failure> {
    let mut texts = BTreeSet::new();
    for (folder, kind) in FOLDERS {
        for source in sources(&workspace::root().join(folder), kind)? {
            texts.extend(found_in(&workspace::read(&source)?));
        }
    }
    texts.remove("");
    Ok(texts)
}

fn sources(folder: &Path, kind: &str) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::file(folder, &error))?;
    let is_source = |path: &PathBuf| {
        let is_of_the_app = OF_THE_APP.iter().any(|own| path.ends_with(own));
        workspace::is_of_kind(path, &[kind]) && !is_of_the_app
    };
    let paths = entries.flatten().map(|entry| entry.path());
    Ok(paths.filter(is_source).collect())
}

fn found_in(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for mark in MARKS {
        for mut rest in source.split(mark).skip(1) {
            while let Some((text, after)) = literal(rest) {
                found.push(text);
                rest = after.trim_start().strip_prefix(',').unwrap_or_default();
            }
        }
    }
    found
}

/// The literal that a source begins with, as it is meant, and what follows it.
fn literal(source: &str) -> Option<(String, &str)> {
    let mut rest = source.trim_start().strip_prefix('"')?;
    let mut text = String::new();
    loop {
        let end = rest.find(['"', '\\'])?;
        text.push_str(&rest[..end]);
        let mut behind = rest[end..].chars();
        if behind.next() == Some('"') {
            return Some((text, behind.as_str()));
        }
        match behind.next()? {
            // The text goes on in the next line, behind its indentation.
            '\n' => {
                rest = behind.as_str().trim_start();
                continue;
            }
            'n' => text.push('\n'),
            other => text.push(other),
        }
        rest = behind.as_str();
    }
}

#[cfg(test)]
mod tests {
    use super::{all, found_in};

    #[test]
    fn a_text_is_found_as_it_is_meant() {
        let source = "a: Word(\n  \"It \\\n     goes \\\"on\\\"\",\n), b: gaps(\"A {b}\", \"A\"), id: \"no\"";
        let mut found = found_in(source);
        found.sort();
        assert_eq!(found, ["A", "A {b}", "It goes \"on\""]);
    }

    #[test]
    fn the_texts_of_panels_failures_and_scripts_are_found_and_those_of_the_app_are_not() {
        let texts = all().unwrap();
        for text in [
            "Sign in to Sell",
            "{span} left",
            "The browser hid Sell's answer",
            "{reason}. The status is unknown.",
            "Run it?",
            "Loading",
            "This browser has it switched off, perhaps by a lockdown setting.",
        ] {
            assert!(texts.contains(text), "{text}");
        }
        assert!(!texts.contains("Embed it in your page"));
        assert!(!texts.contains("What we store"));
    }
}
