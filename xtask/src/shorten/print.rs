//! Writing the tokens again, as close together as they may stand.

use std::collections::HashMap;

use super::tokens::{Kind, Token, is_property};

/// What a bracket holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// Properties, or a pattern of them.
    Properties,
    /// Anything else.
    Code,
}

/// The script's text, with its own names replaced.
pub(super) fn print(tokens: &[Token<'_>], letters: &HashMap<&str, String>) -> String {
    let mut out = String::new();
    let mut inside = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        let before = place.checked_sub(1).map(|before| &tokens[before]);
        let after = tokens.get(place + 1);
        if let Some(before) = before {
            out.push_str(separator(before, token));
        }
        match letters.get(token.text).filter(|_| token.kind == Kind::Word) {
            Some(letter) => {
                let in_properties = inside.last() == Some(&Inside::Properties);
                out.push_str(&named(token.text, letter, before, after, in_properties));
            }
            None => out.push_str(token.text),
        }
        follow(&mut inside, &tokens[..=place]);
    }
    out
}

/// The name where it names a property, the letter where it names a value, and both where one word
/// did both.
fn named(
    name: &str,
    letter: &str,
    before: Option<&Token<'_>>,
    after: Option<&Token<'_>>,
    in_properties: bool,
) -> String {
    let before_text = before.map_or("", |token| token.text);
    let after_text = after.map_or("", |token| token.text);
    if is_property(before) {
        return name.to_owned();
    }
    if in_properties && matches!(before_text, "{" | ",") {
        return match after_text {
            ":" | "(" => name.to_owned(),
            _ => format!("{name}:{letter}"),
        };
    }
    letter.to_owned()
}

/// Keeps track of the brackets around what follows the last token.
fn follow(inside: &mut Vec<Inside>, tokens: &[Token<'_>]) {
    let Some((token, before)) = tokens.split_last() else {
        return;
    };
    if token.kind != Kind::Sign {
        return;
    }
    match token.text {
        "{" if opens_properties(before, inside.last()) => inside.push(Inside::Properties),
        "{" | "(" | "[" => inside.push(Inside::Code),
        "}" | ")" | "]" => drop(inside.pop()),
        _ => {}
    }
}

/// A brace that stands where a value or a pattern is wanted. Behind `=>` it opens a body, and
/// behind `case one:` a block.
fn opens_properties(before: &[Token<'_>], around: Option<&Inside>) -> bool {
    before.last().is_some_and(|token| match token.kind {
        Kind::Word => matches!(
            token.text,
            "return" | "const" | "let" | "var" | "typeof" | "of"
        ),
        Kind::Text => false,
        Kind::Sign if token.text == ":" => {
            around == Some(&Inside::Properties) || !ends_case(before)
        }
        Kind::Sign => !matches!(token.text, ")" | "]" | "}" | "{" | ";" | "=>"),
    })
}

/// Whether the colon at the end is that of `case one:` or `default:`.
fn ends_case(tokens: &[Token<'_>]) -> bool {
    let mut back = tokens.iter().rev();
    let first = back.find(|token| matches!(token.text, "case" | "default" | "?" | ";" | "{" | "}"));
    first.is_some_and(|token| token.kind == Kind::Word)
}

/// What must stand between two tokens.
fn separator(before: &Token<'_>, token: &Token<'_>) -> &'static str {
    if token.on_new_line && !(goes_on(before) || is_continuation(token)) {
        return "\n";
    }
    let words = before.kind != Kind::Sign && token.kind == Kind::Word;
    let signs = matches!(
        (before.text, token.text),
        ("+", "+" | "++") | ("-", "-" | "--")
    );
    let slashes = before.text == "/" && token.text.starts_with('/');
    if words || signs || slashes { " " } else { "" }
}

/// Whether a line that ends behind this sign surely goes on.
fn goes_on(token: &Token<'_>) -> bool {
    token.kind == Kind::Sign && !matches!(token.text, ")" | "]" | "}" | "++" | "--")
}

/// Whether a line that begins with this sign surely belongs to the one before.
fn is_continuation(token: &Token<'_>) -> bool {
    token.kind == Kind::Sign
        && matches!(
            token.text,
            "}" | ")" | "]" | "." | "?." | "," | ";" | ":" | "?" | "=" | "&" | "|"
        )
}
