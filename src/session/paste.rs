//! Finding a token in what a person pasted.
//!
//! ```text
//! pasted = bare token / "Bearer " token / "Authorization: Bearer " token
//!        / JSON with "access_token" / form or URL with access_token=…
//! ```
//!
//! Quotes, blanks and line breaks around and inside are dropped first: terminals and mail
//! programs put them there.

use crate::protocol::AccessToken;
use crate::protocol::secret::LONGEST_TOKEN;
use crate::protocol::text::{after, cut, find, replace};

/// The longest text that is looked through, in bytes.
const LONGEST_PASTE: usize = 16 * 1024;

/// The shortest bare text that is taken for a token; shorter ones are words.
const SHORTEST_BARE: usize = 16;

/// The name of the parameter that holds a token, with its equals sign.
const FORM_NAME: &str = "access_token=";

/// In what a token was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// The token alone.
    Bare,
    /// Behind `Bearer`.
    Header,
    /// In a JSON document.
    Json,
    /// In a form or the whole redirect address.
    Form,
}

/// Why no token was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasteFault {
    /// Nothing was pasted.
    Empty,
    /// It is too long to be a token.
    TooLong,
    /// It is too short to be a token.
    TooShort,
    /// It is an address or a document without a token in it.
    NoToken,
    /// It has characters that no token has.
    Characters,
}

/// Finds the token in a pasted text.
///
/// # Errors
/// Says why there is none.
pub fn recognise(pasted: &str) -> Result<(AccessToken, Shape), PasteFault> {
    if pasted.len() > LONGEST_PASTE {
        return Err(PasteFault::TooLong);
    }
    let text = pasted.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`'));
    if text.is_empty() {
        return Err(PasteFault::Empty);
    }
    let (found, shape) = locate(text)?;
    let compact: String = found.chars().filter(|c| !c.is_whitespace()).collect();
    if compact.len() > LONGEST_TOKEN {
        return Err(PasteFault::TooLong);
    }
    if compact.len() < SHORTEST_BARE && shape == Shape::Bare {
        return Err(PasteFault::TooShort);
    }
    AccessToken::parse(&compact)
        .map(|token| (token, shape))
        .ok_or(PasteFault::Characters)
}

fn locate(text: &str) -> Result<(String, Shape), PasteFault> {
    if text.starts_with('{') {
        return json_member(text)
            .map(|token| (token, Shape::Json))
            .ok_or(PasteFault::NoToken);
    }
    if let Some(value) = form_value(text) {
        return Ok((value, Shape::Form));
    }
    if find(text, "://").is_some() || text.starts_with(['#', '?', '<']) {
        return Err(PasteFault::NoToken);
    }
    let after_name = strip_word(text, "authorization:")
        .unwrap_or(text)
        .trim_start();
    match strip_word(after_name, "bearer ") {
        Some(token) => Ok((token.to_owned(), Shape::Header)),
        None => Ok((after_name.to_owned(), Shape::Bare)),
    }
}

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    text.get(..word.len())
        .filter(|start| start.eq_ignore_ascii_case(word))
        .map(|_| &text[word.len()..])
}

fn json_member(text: &str) -> Option<String> {
    let value = after(text, "\"access_token\"")?
        .trim_start()
        .strip_prefix(':')?
        .trim_start()
        .strip_prefix('"')?;
    Some(cut(value, b'"').0.to_owned())
}

/// The value of the parameter; a name that only ends like it is another one.
fn form_value(text: &str) -> Option<String> {
    let at = find(text, FORM_NAME)?;
    let rest = &text[at + FORM_NAME.len()..];
    let starts = at == 0 || matches!(text.as_bytes()[at - 1], b'#' | b'?' | b'&' | b'/');
    if starts {
        Some(decode(cut(rest, b'&').0))
    } else {
        form_value(rest)
    }
}

/// Decodes the characters of a token that a form may have encoded.
fn decode(value: &str) -> String {
    let pairs = [
        ("%2B", "+"),
        ("%2b", "+"),
        ("%2F", "/"),
        ("%2f", "/"),
        ("%3D", "="),
        ("%3d", "="),
    ];
    pairs
        .iter()
        .fold(value.to_owned(), |text, (code, character)| {
            replace(&text, code, character)
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TOKEN: &str = "0123456789abcdef0123456789abcdef";

    fn check(pasted: &str, expected: Result<Shape, PasteFault>) {
        let found = recognise(pasted).map(|(token, shape)| {
            assert_eq!(token.expose(), TOKEN, "{pasted:?}");
            shape
        });
        assert_eq!(found, expected, "{pasted:?}");
    }

    #[test]
    fn a_token_is_found_in_every_shape_people_copy() {
        check(TOKEN, Ok(Shape::Bare));
        check(&format!("  \"{TOKEN}\"\n"), Ok(Shape::Bare));
        check(
            &format!("{}\r\n{}", &TOKEN[..20], &TOKEN[20..]),
            Ok(Shape::Bare),
        );
        check(&format!("Bearer {TOKEN}"), Ok(Shape::Header));
        check(&format!("authorization: bearer {TOKEN}"), Ok(Shape::Header));
        check(
            &format!("{{\"access_token\" : \"{TOKEN}\",\"token_type\":\"bearer\"}}"),
            Ok(Shape::Json),
        );
        check(&format!("access_token={TOKEN}&state=x"), Ok(Shape::Form));
        check(
            &format!("https://app.example/callback#state=x&access_token={TOKEN}"),
            Ok(Shape::Form),
        );
        check(
            &format!("https://app.example/#/access_token={TOKEN}"),
            Ok(Shape::Form),
        );
    }

    #[test]
    fn what_is_no_token_is_answered_with_the_reason() {
        check("", Err(PasteFault::Empty));
        check(" \"\" ", Err(PasteFault::Empty));
        check("hello", Err(PasteFault::TooShort));
        check(
            "https://app.example/callback#error=access_denied",
            Err(PasteFault::NoToken),
        );
        check("{\"error\":\"x\"}", Err(PasteFault::NoToken));
        check(
            "my token is 🙂 and secret enough",
            Err(PasteFault::Characters),
        );
        check(&"a".repeat(5000), Err(PasteFault::TooLong));
        check(&"a".repeat(20_000), Err(PasteFault::TooLong));
    }

    proptest! {
        #[test]
        fn every_paste_is_answered(pasted in ".{0,200}") {
            let _ = recognise(&pasted);
        }
    }
}
