//! One module: what it imports, declares and exports, and the rest of it.
//!
//! ```text
//! import = "import" "{" name *( "," name ) "}" "from" string ";"
//! export = "export" ( "{" name [ "as" name ] *( "," … ) "}" ";" | declaration )
//! ```

use std::collections::{BTreeMap, BTreeSet};

use crate::failure::Failure;
use crate::script::tokens::{self, Kind, Token};

use super::names;

/// Names from another file.
#[derive(Debug)]
pub(in super::super) struct Import<'a> {
    pub(super) from: String,
    pub(super) names: Vec<&'a str>,
}

/// A module without its imports and exports.
#[derive(Debug)]
pub(in super::super) struct Module<'a> {
    pub(super) name: &'a str,
    pub(super) imports: Vec<Import<'a>>,
    /// The public name, and the one inside.
    pub(in super::super) exports: BTreeMap<String, String>,
    /// What is declared outside of all functions.
    pub(super) declared: Vec<&'a str>,
    pub(in super::super) body: Vec<Token<'a>>,
}

impl<'a> Module<'a> {
    /// Reads a module, or says what of it cannot be bundled.
    pub(in super::super) fn read(name: &'a str, source: &'a str) -> Result<Self, Failure> {
        let tokens = tokens_of(name, source)?;
        let mut module = Self {
            name,
            imports: Vec::new(),
            exports: BTreeMap::new(),
            declared: names::declared_outside(&tokens),
            body: Vec::new(),
        };
        module.take(&tokens).map_err(|what| refused(name, &what))?;
        Ok(module)
    }

    /// The names it imports.
    pub(super) fn imported(&self) -> impl Iterator<Item = &'a str> {
        self.imports
            .iter()
            .flat_map(|import| import.names.iter().copied())
    }

    /// Words that name something which the file does not declare anywhere.
    pub(super) fn free_words(&self) -> BTreeSet<&'a str> {
        names::free(&self.body)
    }

    /// Sorts the tokens into imports, exports and the rest.
    fn take(&mut self, tokens: &[Token<'a>]) -> Result<(), String> {
        let mut depth = 0_usize;
        let mut at = 0;
        // Where words were taken out, a statement begins; the end of the line must not go too.
        let mut begins = false;
        while let Some(token) = tokens.get(at) {
            match (token.kind, token.text) {
                (Kind::Sign, "(" | "[" | "{") => depth += 1,
                (Kind::Sign, ")" | "]" | "}") => depth = depth.saturating_sub(1),
                (Kind::Word, "import") if !is_meta(tokens, at) => {
                    at = self.import(tokens, at, depth)?;
                    begins = true;
                    continue;
                }
                (Kind::Word, "export") if depth == 0 => {
                    at = self.export(tokens, at)?;
                    begins = true;
                    continue;
                }
                (Kind::Word, "with" | "eval") if !is_member(tokens, at) => {
                    return Err(format!("`{}`", token.text));
                }
                _ => {}
            }
            let on_new_line = std::mem::take(&mut begins) || token.on_new_line;
            self.body.push(Token {
                on_new_line,
                ..*token
            });
            at += 1;
        }
        Ok(())
    }

    /// Reads an import and returns the place behind it.
    fn import(&mut self, tokens: &[Token<'a>], at: usize, depth: usize) -> Result<usize, String> {
        let (pairs, behind) =
            list(tokens, at + 1).ok_or("an import of another form than by name")?;
        let from = text(tokens, behind + 1);
        let own = from.trim_matches(['"', '\'']).strip_prefix("./");
        let own = own.filter(|file| !file.contains('/') && text(tokens, behind) == "from");
        let own = own.ok_or_else(|| format!("an import from {from}"))?;
        if depth > 0 || pairs.iter().any(|(one, other)| one != other) {
            return Err("an import under another name".to_owned());
        }
        self.imports.push(Import {
            from: own.to_owned(),
            names: pairs.into_iter().map(|(name, _)| name).collect(),
        });
        Ok(behind + 2 + usize::from(text(tokens, behind + 2) == ";"))
    }

    /// Reads an export and returns the place from which on its tokens are ordinary ones.
    fn export(&mut self, tokens: &[Token<'a>], at: usize) -> Result<usize, String> {
        if let Some((pairs, behind)) = list(tokens, at + 1) {
            if text(tokens, behind) == "from" {
                return Err("an export of another file's name".to_owned());
            }
            let named = pairs.into_iter();
            let named = named.map(|(own, public)| (public.to_owned(), own.to_owned()));
            self.exports.extend(named);
            return Ok(behind + usize::from(text(tokens, behind) == ";"));
        }
        let names = names::declared_at(tokens, at + 1);
        if names.is_empty() {
            return Err(format!("`export {}`", text(tokens, at + 1)));
        }
        for name in names {
            self.exports.insert(name.to_owned(), name.to_owned());
        }
        Ok(at + 1)
    }
}

/// The tokens of a source, or what of it cannot be read.
pub(super) fn tokens_of<'a>(name: &str, source: &'a str) -> Result<Vec<Token<'a>>, Failure> {
    tokens::read(source).map_err(|what| refused(name, &what))
}

fn refused(name: &str, what: &str) -> Failure {
    Failure::new(
        format_args!("{name} holds {what}, which cannot be bundled"),
        "write it in another way; xtask/src/package/bundle says what is understood",
    )
}

/// `import.meta`, which names this module's address.
fn is_meta(tokens: &[Token<'_>], at: usize) -> bool {
    is_member(tokens, at) || (text(tokens, at + 1) == "." && text(tokens, at + 2) == "meta")
}

/// Whether the word is a property, or its key.
fn is_member(tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| tokens[before].text);
    matches!(before, "." | "?.") || text(tokens, at + 1) == ":"
}

fn text<'a>(tokens: &[Token<'a>], at: usize) -> &'a str {
    tokens.get(at).map_or("", |token| token.text)
}

/// A name, and what it is called on the other side.
type Pair<'a> = (&'a str, &'a str);

/// `{ a, b as c }` as pairs, and the place behind it.
fn list<'a>(tokens: &[Token<'a>], open: usize) -> Option<(Vec<Pair<'a>>, usize)> {
    if text(tokens, open) != "{" {
        return None;
    }
    let mut pairs = Vec::new();
    let mut at = open + 1;
    while text(tokens, at) != "}" {
        let name = tokens
            .get(at)
            .filter(|token| token.kind == Kind::Word)?
            .text;
        let renamed = text(tokens, at + 1) == "as";
        let public = if renamed { text(tokens, at + 2) } else { name };
        at += if renamed { 3 } else { 1 };
        match text(tokens, at) {
            "," => at += 1,
            "}" => {}
            _ => return None,
        }
        pairs.push((name, public));
    }
    Some((pairs, at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_exports_and_the_rest_are_told_apart() {
        let source = "import { a, b } from './x.js';\nexport const { c, d: [e] } = a;\nexport async function f() {}\nconst g = import.meta.url; export { g as h };";
        let module = Module::read("it.js", source).unwrap();
        assert_eq!(module.imports[0].from, "x.js");
        assert_eq!(module.imported().collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(module.declared, ["c", "e", "f", "g"]);
        let exports: Vec<_> = module.exports.iter().collect();
        let pairs: Vec<(&str, &str)> = exports
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        assert_eq!(pairs, [("c", "c"), ("e", "e"), ("f", "f"), ("h", "g")]);
        assert_eq!(
            crate::script::packed(&module.body),
            "const{c,d:[e]}=a;async function f(){}\nconst g=import.meta.url;"
        );
    }

    #[test]
    fn free_words_are_those_of_others() {
        let module = Module::read(
            "it.js",
            "class A { open() { fetch(close.x); } }\nconst f = ({ a, b: c }) => [a, c, d, { e: 1, g }];",
        )
        .unwrap();
        let free = module.free_words();
        assert!(free.contains("fetch") && free.contains("close") && free.contains("d"));
        assert!(free.contains("g"));
        for known in ["open", "x", "a", "b", "c", "e", "A", "f"] {
            assert!(!free.contains(known), "{known}");
        }
    }
}
