//! The access token, kept from being printed, compared or serialised by accident.

use std::fmt;
use std::rc::Rc;

pub use implicit_judge::MAX_TOKEN_LENGTH as LONGEST_TOKEN;

use super::text::replace;

/// An access token: opaque to us, a secret to everybody else (RFC 6749 §1.4, §10.3).
///
/// It has no `Display`, no `PartialEq` and no `Serialize`; `Debug` prints a placeholder. The
/// characters come out only through [`expose`](Self::expose), so that a reviewer can search
/// for every place that reads one. Cloning shares the one copy, which is
/// overwritten when the last holder drops it, as far as safe code can.
///
/// ```
/// use sell_elements::protocol::AccessToken;
/// let token = AccessToken::parse("2YotnFZFEjr1zCsicMWpAA").unwrap();
/// assert_eq!(format!("{token:?}"), "AccessToken(redacted)");
/// assert_eq!(token.last_four(), "WpAA");
/// ```
#[derive(Clone)]
pub struct AccessToken(Rc<Secret>);

/// The characters, wiped when the last holder lets go.
struct Secret(String);

impl AccessToken {
    /// Takes a text that has the grammar of a bearer token (`b64token`, RFC 6750 §2.1) and is
    /// at most [`LONGEST_TOKEN`] bytes long; anything else could not be sent in a header.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        implicit_judge::is_bearer_token(text).then(|| Self(Rc::new(Secret(text.to_owned()))))
    }

    /// The token itself. Only the two requests that carry it, the session's record and the
    /// person's own "Show" and "Copy" may ask.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0.0
    }

    /// A text with another word in the place of the token, for servers that write it into their
    /// answers. One that is shorter than [`last_four`](Self::last_four) asks for could be any word,
    /// and is left alone.
    #[must_use]
    pub fn masked_in(&self, text: &str) -> String {
        match self.last_four() {
            "" => text.to_owned(),
            _ => replace(text, self.expose(), "$ACCESS_TOKEN"),
        }
    }

    /// The last four characters, the most that a screen shows unasked. Shorter tokens show
    /// nothing, because four of eight characters would be half of the secret.
    #[must_use]
    pub fn last_four(&self) -> &str {
        match self.0.0.len() {
            0..16 => "",
            length => &self.0.0[length - 4..],
        }
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("AccessToken(redacted)")
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        let mut bytes = std::mem::take(&mut self.0).into_bytes();
        bytes.fill(0);
        // Without this the compiler may see that nobody reads the zeros and skip them.
        std::hint::black_box(&bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_never_shows_the_token() {
        let token = AccessToken::parse("0123456789abcdef").unwrap();
        assert_eq!(format!("{token:?}"), "AccessToken(redacted)");
        assert_eq!(format!("{:?}", Some(&token)), "Some(AccessToken(redacted))");
    }

    #[test]
    fn only_the_grammar_of_rfc_6750_is_a_token() {
        for good in ["a", "abc=", "a-._~+/==", "A1"] {
            assert!(AccessToken::parse(good).is_some(), "{good}");
        }
        for bad in ["", "=", "a b", "a\r\nb", "é", "a=b", "<script>"] {
            assert!(AccessToken::parse(bad).is_none(), "{bad}");
        }
        assert!(AccessToken::parse(&"a".repeat(LONGEST_TOKEN)).is_some());
        assert!(AccessToken::parse(&"a".repeat(LONGEST_TOKEN + 1)).is_none());
    }

    #[test]
    fn a_token_in_a_text_is_masked_wherever_it_stands_and_a_short_one_is_a_word() {
        let masked = |token, text: &str| {
            let token = AccessToken::parse(token).unwrap();
            token.masked_in(text)
        };
        assert_eq!(
            masked(
                "0123456789abcdef",
                "0123456789abcdef, not 0123456789abcdeF; x0123456789abcdef"
            ),
            "$ACCESS_TOKEN, not 0123456789abcdeF; x$ACCESS_TOKEN"
        );
        assert_eq!(masked("read", "read write"), "read write");
    }

    #[test]
    fn a_short_token_shows_no_character() {
        assert_eq!(AccessToken::parse("abcdefgh").unwrap().last_four(), "");
        assert_eq!(
            AccessToken::parse("0123456789abcdef").unwrap().last_four(),
            "cdef"
        );
    }
}
