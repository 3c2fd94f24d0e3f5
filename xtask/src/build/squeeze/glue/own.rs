//! Which names of the glue may become letters.
//!
//! No scopes are read, so a name that is local in one function may be the browser's in another.
//! Left are names of which this is impossible: those declared outside of all functions, which hide
//! the browser's everywhere, and those of a form that the browser has for nothing that can be named
//! without a dot: with a digit or an underscore, or `ret`.

use std::collections::HashSet;

use crate::shorten::tokens::{Kind, Token};

/// The names that may change everywhere.
pub(super) fn names<'a>(tokens: &[Token<'a>]) -> HashSet<&'a str> {
    let outer = declared_outside(tokens);
    let exported = exported(tokens);
    let templates: Vec<&str> = tokens
        .iter()
        .map(|token| token.text)
        .filter(|text| text.starts_with('`'))
        .collect();
    tokens
        .iter()
        .filter(|token| token.kind == Kind::Word)
        .map(|token| token.text)
        .filter(|name| outer.contains(name) || is_of_own_form(name))
        .filter(|name| !exported.contains(name))
        .filter(|name| !templates.iter().any(|template| template.contains(name)))
        .collect()
}

fn is_of_own_form(name: &str) -> bool {
    name == "ret" || name.contains(|c: char| c == '_' || c.is_ascii_digit())
}

/// What functions, constants and variables are called that no bracket encloses.
fn declared_outside<'a>(tokens: &[Token<'a>]) -> HashSet<&'a str> {
    let mut names = HashSet::new();
    let mut depth = 0_usize;
    for pair in tokens.windows(2) {
        match (pair[0].kind, pair[0].text) {
            (Kind::Sign, "(" | "[" | "{") => depth += 1,
            (Kind::Sign, ")" | "]" | "}") => depth = depth.saturating_sub(1),
            (Kind::Word, "function" | "const" | "let")
                if depth == 0 && pair[1].kind == Kind::Word =>
            {
                names.insert(pair[1].text);
            }
            _ => {}
        }
    }
    names
}

/// What is exported where it is declared: others know it by this name.
fn exported<'a>(tokens: &[Token<'a>]) -> HashSet<&'a str> {
    let exports = tokens.windows(3).filter(|three| three[0].text == "export");
    exports.map(|three| three[2].text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shorten;
    use crate::shorten::tokens::read;

    fn check(script: &str, expected: &str) {
        let tokens = read(script).unwrap();
        let own = names(&tokens);
        let short = shorten::renamed(&tokens, &|name| own.contains(name));
        assert_eq!(short, expected, "{script}");
    }

    #[test]
    fn names_that_cannot_be_the_browsers_become_letters() {
        check(
            "function open(arg0) { const ret = arg0.open; return ret; } open(arg0_0);",
            "function open(a){const b=a.open;return b;}open(arg0_0);",
        );
        check(
            "let cache = null; function f(ptr1) { return cache[ptr1]; }",
            "let a=null;function f(b){return a[b];}",
        );
    }

    #[test]
    fn a_local_name_that_the_browser_may_have_too_stays() {
        check(
            "function f(table) { g(table); } function h() { return table; }",
            "function f(table){g(table);}function h(){return table;}",
        );
    }

    #[test]
    fn an_exported_name_stays() {
        check(
            "export function begin() {} function end() { begin(); }",
            "export function begin(){}function a(){begin();}",
        );
    }

    #[test]
    fn a_name_inside_a_template_stays() {
        check(
            "function go(arg0) { return `${arg0}`; }",
            "function a(arg0){return`${arg0}`;}",
        );
    }
}
