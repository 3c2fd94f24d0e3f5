//! Which names the script has given itself, and which letters they get.

use std::collections::{HashMap, HashSet};

use super::tokens::{Kind, Token, is_property};

/// Names of the browser and the language: a script that also gives one of them to something of its
/// own keeps it, since no scope is looked at here.
const FOREIGN: &[&str] = &[
    "Array",
    "Date",
    "Error",
    "JSON",
    "Map",
    "Math",
    "Number",
    "Object",
    "Promise",
    "RegExp",
    "Set",
    "String",
    "Symbol",
    "TextDecoder",
    "TextEncoder",
    "URL",
    "URLSearchParams",
    "Uint8Array",
    "Uint32Array",
    "Float64Array",
    "WebAssembly",
    "event",
    "fetch",
    "find",
    "focus",
    "length",
    "open",
    "print",
    "screen",
    "scroll",
    "status",
    "addEventListener",
    "arguments",
    "atob",
    "btoa",
    "close",
    "crypto",
    "decodeURIComponent",
    "document",
    "encodeURIComponent",
    "globalThis",
    "history",
    "isNaN",
    "localStorage",
    "location",
    "name",
    "navigator",
    "null",
    "opener",
    "origin",
    "parent",
    "parseInt",
    "performance",
    "self",
    "sessionStorage",
    "stop",
    "top",
    "undefined",
    "window",
];

/// A letter for each name of the script's own that may change, the most used ones first.
pub(super) fn letters<'a>(
    tokens: &[Token<'a>],
    may_change: &dyn Fn(&str) -> bool,
) -> HashMap<&'a str, String> {
    let mut own = own_names(tokens);
    own.retain(|name| may_change(name));
    let mut used: Vec<(&str, usize)> = Vec::new();
    for name in &own {
        let count = tokens.iter().filter(|token| token.text == *name).count();
        used.push((name, count));
    }
    used.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let taken: HashSet<&str> = tokens.iter().map(|token| token.text).collect();
    let free = candidates().filter(|letter| !taken.contains(letter.as_str()));
    used.into_iter().map(|(name, _)| name).zip(free).collect()
}

/// Names longer than a letter that are declared somewhere, in the order of their declaration.
fn own_names<'a>(tokens: &[Token<'a>]) -> Vec<&'a str> {
    let mut names = Vec::new();
    for place in declared_places(tokens) {
        let name = tokens[place].text;
        let begins_well = name.starts_with(|c: char| !c.is_ascii_digit());
        if begins_well && name.len() > 1 && !FOREIGN.contains(&name) && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Where names are declared: behind `const`, `let`, `var`, `function`, `catch`, and as parameters
/// of arrow functions.
pub(crate) fn declared_places(tokens: &[Token<'_>]) -> Vec<usize> {
    let mut places = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        let before = place.checked_sub(1);
        if is_property(before.map(|before| &tokens[before])) {
            continue;
        }
        match token.text {
            "const" | "let" | "var" | "function" | "catch" => {
                places.extend(bound_at(tokens, place + 1));
            }
            "=>" => places.extend(before.map_or_else(Vec::new, |end| parameters(tokens, end))),
            _ => {}
        }
        if token.text == "function" {
            let open = (place + 1..tokens.len()).find(|at| tokens[*at].text == "(");
            places.extend(open.map_or_else(Vec::new, |open| bound_at(tokens, open)));
        }
    }
    places
}

/// The names bound by the pattern, the list or the name that begins here.
pub(crate) fn bound_at(tokens: &[Token<'_>], start: usize) -> Vec<usize> {
    match tokens.get(start) {
        Some(token) if token.kind == Kind::Word => vec![start],
        Some(token) if matches!(token.text, "(" | "[" | "{") => {
            let end = partner(tokens, start).unwrap_or(start);
            (start + 1..end)
                .filter(|place| is_bound(tokens, *place))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// The parameters of the arrow function whose list, or only parameter, ends here.
fn parameters(tokens: &[Token<'_>], end: usize) -> Vec<usize> {
    if tokens[end].text != ")" {
        return bound_at(tokens, end);
    }
    let open = (0..end)
        .rev()
        .find(|open| partner(tokens, *open) == Some(end));
    open.map_or_else(Vec::new, |open| bound_at(tokens, open))
}

/// Whether the word stands where a pattern binds: not as a key, not in a default value.
fn is_bound(tokens: &[Token<'_>], place: usize) -> bool {
    tokens[place].kind == Kind::Word
        && matches!(tokens[place - 1].text, "(" | "[" | "{" | "," | ":" | "...")
        && matches!(tokens[place + 1].text, ")" | "]" | "}" | "," | "=")
}

/// The place of the bracket that closes the one at `open`.
fn partner(tokens: &[Token<'_>], open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (place, token) in tokens.iter().enumerate().skip(open) {
        match token.text {
            _ if token.kind != Kind::Sign => {}
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(place);
                }
            }
            _ => {}
        }
        if depth == 0 {
            return None;
        }
    }
    None
}

/// `a` … `z`, `A` … `Z`, then pairs of them.
fn candidates() -> impl Iterator<Item = String> {
    let letters = || ('a'..='z').chain('A'..='Z');
    let pairs = letters().flat_map(move |one| letters().map(move |two| format!("{one}{two}")));
    letters()
        .map(String::from)
        .chain(pairs.filter(|pair| !matches!(pair.as_str(), "do" | "if" | "in" | "of")))
}
