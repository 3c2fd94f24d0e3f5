//! Where a script declares names.

use super::tokens::{Kind, Token, is_property};

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
