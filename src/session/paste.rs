//! Finding a token in what a person pasted.
//!
//! ```text
//! pasted = bare token / anything with "Bearer " token, such as a command or a program
//!        / JSON with "access_token" / form or URL with access_token=…
//! ```
//!
//! Quotes and blanks around it are dropped, and lines are joined: terminals and mail programs break
//! them. A blank between words is no accident, so a sentence is never taken for a token and sent.

use crate::protocol::AccessToken;
use crate::protocol::secret::LONGEST_TOKEN;
use crate::protocol::text::{after, cut, find, replace};

/// The longest text that is looked through, in bytes.
const LONGEST_PASTE: usize = 16 * 1024;

/// The shortest bare text that is taken for a token; shorter ones are words.
const SHORTEST_BARE: usize = 16;

/// The name of the parameter that holds a token, with its equals sign.
const FORM_NAME: &str = "access_token=";

/// The name of the scheme that a token is sent under, with the blank behind it.
const SCHEME: &str = "bearer ";

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
    let joined: String = text.lines().map(str::trim).collect();
    let (found, shape) = locate(&joined)?;
    if found.len() > LONGEST_TOKEN {
        return Err(PasteFault::TooLong);
    }
    if found.len() < SHORTEST_BARE && matches!(shape, Shape::Bare | Shape::Header) {
        return Err(PasteFault::TooShort);
    }
    AccessToken::parse(&found)
        .map(|token| (token, shape))
        .ok_or(PasteFault::Characters)
}

fn locate(text: &str) -> Result<(String, Shape), PasteFault> {
    if let Some(value) = json_member(text) {
        return Ok((value, Shape::Json));
    }
    if let Some(value) = form_value(text) {
        return Ok((value, Shape::Form));
    }
    if let Some(value) = header_value(text) {
        return Ok((value.to_owned(), Shape::Header));
    }
    if find(text, "://").is_some() || text.starts_with(['{', '#', '?', '<']) {
        return Err(PasteFault::NoToken);
    }
    Ok((text.to_owned(), Shape::Bare))
}

/// What stands behind the scheme's name (RFC 6750 §2.1), up to the end of the word or the quotation.
fn header_value(text: &str) -> Option<&str> {
    let at = find(&text.to_ascii_lowercase(), SCHEME)?;
    let value = text[at + SCHEME.len()..].trim_start();
    value.split([' ', '\t', '"', '\'', '`', '\\']).next()
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
            &format!("{}\n    {}", &TOKEN[..20], &TOKEN[20..]),
            Ok(Shape::Bare),
        );
        for around in [
            "curl -H \"Authorization: Bearer {}\" https://api.getbase.com/v2/users/self",
            "curl https://api.getbase.com/v2/deals \\\n  -H 'authorization: bearer {}' \\\n  -s",
            "fetch(\"x\", { headers: { Authorization: `Bearer {}` } })",
            "{\"Authorization\": \"Bearer {}\"}",
            "GET /v2/deals HTTP/1.1\r\nAuthorization: Bearer {}",
        ] {
            check(&around.replace("{}", TOKEN), Ok(Shape::Header));
        }
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
        check("nonsense text of some length", Err(PasteFault::Characters));
        check("the bearer of this letter", Err(PasteFault::TooShort));
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
