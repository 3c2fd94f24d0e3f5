//! Writing the tokens again, as close together as they may stand.

use super::tokens::{Kind, Token};

/// The script's text.
pub(super) fn print(tokens: &[Token<'_>]) -> String {
    let mut out = String::new();
    for (place, token) in tokens.iter().enumerate() {
        if let Some(before) = place.checked_sub(1) {
            out.push_str(separator(&tokens[before], token));
        }
        out.push_str(token.text);
    }
    out
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
