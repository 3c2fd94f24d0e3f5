//! The script that wasm-bindgen writes beside the module, as tokens.
//!
//! Only its outer form is read: which functions it gives to the module (`import0`), and where it
//! takes something out of it (`wasm.…`). A form that is not the expected one stops the build.

mod given;
mod starts;

use std::collections::{HashMap, HashSet};

use crate::failure::Failure;
use crate::script::packed;
use crate::script::tokens::{self, Kind, Token, is_property};

pub(super) use given::Given;
pub(super) use starts::Starter;

/// The glue's word for what the module exports.
const EXPORTS: &str = "wasm";

/// The script's tokens.
#[derive(Debug)]
pub(super) struct Glue<'a> {
    tokens: Vec<Token<'a>>,
}

impl<'a> Glue<'a> {
    pub(super) fn read(script: &'a str) -> Result<Self, Failure> {
        let tokens =
            tokens::read(script).map_err(|what| unreadable(format_args!("uses {what}")))?;
        let glue = Self { tokens };
        let hidden =
            |token: &Token<'_>| token.text.starts_with('`') && token.text.contains("wasm.");
        if glue.tokens.iter().any(hidden) {
            return Err(unreadable("uses an export inside a template"));
        }
        Ok(glue)
    }

    /// The script without comments and spaces.
    pub(super) fn write(&self) -> String {
        packed(&self.tokens)
    }

    /// The names of exports that the glue uses.
    pub(super) fn used_exports(&self) -> Result<HashSet<&'a str>, Failure> {
        let mut used = HashSet::new();
        for (place, token) in self.tokens.iter().enumerate() {
            if token.text != EXPORTS || self.is_property(place) {
                continue;
            }
            match self.text(place + 1) {
                "." => drop(used.insert(self.text(place + 2))),
                // Declared, compared, returned, and set once to `instance.exports`.
                ";" | "!" => {}
                "=" if self.text(place + 2) == "instance" => {}
                other => {
                    return Err(unreadable(format_args!("writes `{EXPORTS} {other}`")));
                }
            }
        }
        Ok(used)
    }

    /// Gives the exports the names of the map, which has all that are used.
    pub(super) fn rename_exports(&mut self, names: &HashMap<String, &'a str>) {
        for place in 2..self.tokens.len() {
            let of_module = self.text(place - 2) == EXPORTS && self.text(place - 1) == ".";
            let name = names.get(self.text(place));
            if let Some(name) = name.filter(|_| of_module && !self.is_property(place - 2)) {
                self.tokens[place].text = name;
            }
        }
    }

    fn text(&self, place: usize) -> &'a str {
        self.tokens.get(place).map_or("", |token| token.text)
    }

    fn is_property(&self, place: usize) -> bool {
        is_property(place.checked_sub(1).map(|before| &self.tokens[before]))
    }

    /// Where these tokens stand, which they must do exactly once.
    fn find(&self, texts: &[&str]) -> Result<usize, Failure> {
        let mut places = self.tokens.windows(texts.len()).enumerate();
        let mut fitting = places.by_ref().filter(|(_, tokens)| {
            let found = tokens.iter().map(|token| token.text);
            found.eq(texts.iter().copied())
        });
        match (fitting.next(), fitting.next()) {
            (Some((place, _)), None) => Ok(place),
            (None, _) => Err(unreadable(format_args!(
                "does not write `{}`",
                texts.join(" ")
            ))),
            _ => Err(unreadable(format_args!(
                "writes `{}` twice",
                texts.join(" ")
            ))),
        }
    }

    /// The place of the bracket that closes the one at `open`.
    fn partner(&self, open: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for (place, token) in self.tokens.iter().enumerate().skip(open) {
            match token.text {
                _ if token.kind != Kind::Sign => {}
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.checked_sub(1)?,
                _ => {}
            }
            if depth == 0 {
                return Some(place);
            }
        }
        None
    }
}

/// The glue is not what this code knows how to read.
fn unreadable(what: impl std::fmt::Display) -> Failure {
    Failure::new(
        format_args!("the glue that wasm-bindgen wrote {what}"),
        "teach xtask/src/build/squeeze to read it, or go back to the wasm-bindgen of the last \
         release",
    )
}

#[cfg(test)]
pub(super) const EXAMPLE: &str = include_str!("example.js");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go() {
        let script = Glue::read(EXAMPLE).unwrap().write();
        assert!(!script.contains("//") && !script.contains("  "), "{script}");
        assert!(script.contains("return getText("), "{script}");
    }

    #[test]
    fn exports_are_found_and_renamed_wherever_they_are_used() {
        let mut glue = Glue::read(EXAMPLE).unwrap();
        let used = glue.used_exports().unwrap();
        assert_eq!(used, HashSet::from(["__wbindgen_export", "memory"]));
        let names = HashMap::from([("__wbindgen_export".to_owned(), "a")]);
        glue.rename_exports(&names);
        let script = glue.write();
        assert!(script.contains("wasm.a(e)"), "{script}");
        assert!(script.contains("x.wasm.__wbindgen_export"), "{script}");
    }

    #[test]
    fn an_export_that_is_taken_by_another_way_stops_the_build() {
        for script in [
            "wasm['memory']",
            "f(wasm)",
            "const{memory}=wasm,b=1",
            "wasm=f()",
        ] {
            assert!(
                Glue::read(script).unwrap().used_exports().is_err(),
                "{script}"
            );
        }
        assert!(Glue::read("f(`${wasm.memory}`)").is_err());
    }
}
