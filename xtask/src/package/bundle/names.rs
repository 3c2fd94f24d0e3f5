//! The names of modules: which are declared, which are somebody else's.

use std::collections::BTreeSet;

use crate::script::names::{bound_at, declared_places};
use crate::script::tokens::{Kind, Token, is_property};

/// What is declared outside of all functions, in order.
pub(super) fn declared_outside<'a>(tokens: &[Token<'a>]) -> Vec<&'a str> {
    let mut names = Vec::new();
    let mut depth = 0_usize;
    for (place, token) in tokens.iter().enumerate() {
        match (token.kind, token.text) {
            (Kind::Sign, "(" | "[" | "{") => depth += 1,
            (Kind::Sign, ")" | "]" | "}") => depth = depth.saturating_sub(1),
            (Kind::Word, _) if depth == 0 => names.extend(declared_by(tokens, place)),
            _ => {}
        }
    }
    names
}

/// What the declaration that begins here declares; `async function` included.
pub(super) fn declared_at<'a>(tokens: &[Token<'a>], place: usize) -> Vec<&'a str> {
    let later = usize::from(tokens.get(place).is_some_and(|token| token.text == "async"));
    declared_by(tokens, place + later)
}

fn declared_by<'a>(tokens: &[Token<'a>], place: usize) -> Vec<&'a str> {
    let before = place.checked_sub(1).map(|before| &tokens[before]);
    let text = tokens.get(place).map_or("", |token| token.text);
    if is_property(before) || !matches!(text, "const" | "let" | "var" | "function" | "class") {
        return Vec::new();
    }
    let star = tokens.get(place + 1).is_some_and(|token| token.text == "*");
    let bound = bound_at(tokens, place + 1 + usize::from(star));
    let mut names: Vec<&str> = bound.into_iter().map(|place| tokens[place].text).collect();
    names.retain(|name| *name != "extends");
    names
}

/// Words that name something and are declared nowhere in these tokens.
pub(super) fn free<'a>(tokens: &[Token<'a>]) -> BTreeSet<&'a str> {
    let members = members(tokens);
    let mut known: BTreeSet<&str> = declared_places(tokens)
        .into_iter()
        .map(|place| tokens[place].text)
        .collect();
    for place in 0..tokens.len() {
        known.extend(declared_by(tokens, place));
        known.extend(parameters_of_method(tokens, place));
    }
    let words = tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| token.kind == Kind::Word);
    words
        .filter(|(place, _)| !members.contains(place))
        .map(|(_, token)| token.text)
        .filter(|word| !known.contains(word))
        .collect()
}

/// The places of words that name members: behind a dot or `#`, as keys, and in bodies of classes.
fn members(tokens: &[Token<'_>]) -> BTreeSet<usize> {
    let mut places = in_classes(tokens);
    for place in 0..tokens.len() {
        let before = place
            .checked_sub(1)
            .map_or("", |before| tokens[before].text);
        let after = tokens.get(place + 1).map_or("", |token| token.text);
        let key = after == ":" && matches!(before, "{" | ",");
        let method =
            after == "(" && matches!(before, "{" | "," | "get" | "set") && is_method(tokens, place);
        if matches!(before, "." | "?." | "#") || key || method {
            places.insert(place);
        }
    }
    places
}

/// Whether a parameter list with a body follows, as in `{ name() {} }`.
fn is_method(tokens: &[Token<'_>], place: usize) -> bool {
    let end = closing(tokens, place + 1);
    tokens.get(end + 1).is_some_and(|token| token.text == "{")
}

/// The parameters of the method whose name stands here.
fn parameters_of_method<'a>(tokens: &[Token<'a>], place: usize) -> Vec<&'a str> {
    let opens = tokens.get(place + 1).is_some_and(|token| token.text == "(");
    let keyword = matches!(
        tokens[place].text,
        "if" | "for" | "while" | "catch" | "function"
    );
    if tokens[place].kind != Kind::Word || keyword || !opens || !is_method(tokens, place) {
        return Vec::new();
    }
    let bound = bound_at(tokens, place + 1);
    bound.into_iter().map(|place| tokens[place].text).collect()
}

/// The places of words that stand directly in the body of a class where a member begins.
fn in_classes(tokens: &[Token<'_>]) -> BTreeSet<usize> {
    let mut places = BTreeSet::new();
    let mut class_waits = false;
    let mut open: Vec<bool> = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        let before = place.checked_sub(1).map(|before| &tokens[before]);
        match (token.kind, token.text) {
            (Kind::Word, "class") if !is_property(before) => class_waits = true,
            (Kind::Sign, "{") => open.push(std::mem::take(&mut class_waits)),
            (Kind::Sign, "(" | "[") => open.push(false),
            (Kind::Sign, ")" | "]" | "}") => drop(open.pop()),
            (Kind::Word, _) if open.last() == Some(&true) && begins_member(before, token) => {
                places.insert(place);
            }
            _ => {}
        }
    }
    places
}

/// Behind a brace, a full stop, a modifier, or on a line of its own.
fn begins_member(before: Option<&Token<'_>>, token: &Token<'_>) -> bool {
    token.on_new_line
        || before.is_some_and(|before| {
            matches!(
                before.text,
                "{" | "}" | ";" | "static" | "get" | "set" | "async" | "*"
            )
        })
}

/// The place of the bracket that closes the one at `open`, or the end.
fn closing(tokens: &[Token<'_>], open: usize) -> usize {
    let mut depth = 0_usize;
    for (place, token) in tokens.iter().enumerate().skip(open) {
        match (token.kind, token.text) {
            (Kind::Sign, "(" | "[" | "{") => depth += 1,
            (Kind::Sign, ")" | "]" | "}") => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return place;
        }
    }
    tokens.len()
}
