//! What the values of an answer are made of.
//!
//! ```text
//! b64token    = 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="   ; RFC 6750 §2.1
//! scope       = scope-token *( 1*SP scope-token )                              ; RFC 6749 §3.3,
//! scope-token = 1*( %x21 / %x23-5B / %x5D-7E )                                 ;   one SP there
//! expires_in  = 1*DIGIT                                                        ; appendix A.14
//! ```

/// The longest access token that is accepted, in characters: 4096.
///
/// It has to fit a request header, where servers commonly stop at 8 KiB in all.
pub const MAX_TOKEN_LENGTH: usize = 4096;

/// Whether a `token_type` is "bearer", in any letter case (RFC 6749 §7.1, RFC 6750).
pub(crate) fn is_bearer(token_type: &[u8]) -> bool {
    // The bit that makes a letter small makes no other byte one of these letters.
    let small = token_type.iter().map(|byte| byte | 0x20);
    small.eq(b"bearer".iter().copied())
}

/// Whether this is a bearer token that fits a header as it stands (RFC 6750 §2.1 `b64token`).
///
/// ```
/// use implicit_judge::is_bearer_token;
///
/// assert!(is_bearer_token("2YotnFZFEjr1zCsicMWpAA=="));
/// assert!(!is_bearer_token("a line\r\nbreak"));
/// ```
#[must_use]
pub fn is_bearer_token(token: impl AsRef<[u8]>) -> bool {
    let token = token.as_ref();
    // An `=` may follow anything but the start, and nothing but an `=` may follow it.
    let mut characters = false;
    let mut padding = false;
    token.len() <= MAX_TOKEN_LENGTH
        && token.iter().all(|&byte| {
            if byte == b'=' {
                padding = true;
                characters
            } else {
                characters = true;
                !padding && is_token_character(byte)
            }
        })
        && characters
}

fn is_token_character(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'+' | b'/')
}

/// Whether this is a list of scope tokens (RFC 6749 §3.3), at least one.
pub(crate) fn is_scope(scope: &[u8]) -> bool {
    let mut tokens = false;
    scope.iter().all(|&byte| {
        tokens |= byte != b' ';
        matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\')
    }) && tokens
}

/// `expires_in` in seconds (RFC 6749 §4.2.2); `None` for anything but digits within `u32`.
///
/// Written out, because the standard's parser also takes a sign.
pub(crate) fn seconds(digits: &str) -> Option<u32> {
    let mut seconds = None;
    for byte in digits.bytes() {
        if !byte.is_ascii_digit() {
            return None;
        }
        let digit = u32::from(byte - b'0');
        seconds = Some(
            seconds
                .unwrap_or(0_u32)
                .checked_mul(10)?
                .checked_add(digit)?,
        );
    }
    seconds
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::{MAX_TOKEN_LENGTH, is_bearer, is_bearer_token, is_scope, seconds};

    #[test]
    fn bearer_is_bearer_in_any_letter_case_and_nothing_else_is() {
        for token_type in ["bearer", "Bearer", "BEARER", "bEaReR"] {
            assert!(is_bearer(token_type.as_bytes()), "{token_type}");
        }
        for token_type in [
            "",
            "bear",
            "bearers",
            " bearer",
            "mac",
            "be\u{1}rer",
            "\u{2}earer",
        ] {
            assert!(!is_bearer(token_type.as_bytes()), "{token_type:?}");
        }
    }

    #[test]
    fn every_character_of_b64token_is_accepted() {
        assert!(is_bearer_token(b"AZaz09-._~+/"));
        assert!(is_bearer_token(b"a="));
        assert!(is_bearer_token(b"a=="));
    }

    #[test]
    fn a_token_outside_the_grammar_is_refused() {
        for token in [
            "",
            "=",
            "==",
            "a=b",
            "a b",
            "a\n",
            "a\r\nX: y",
            "é",
            "a%",
            "a\0",
            "\u{feff}a",
        ] {
            assert!(!is_bearer_token(token.as_bytes()), "{token:?}");
        }
    }

    #[test]
    fn a_token_may_have_4096_characters_and_no_more() {
        assert!(is_bearer_token(b"a".repeat(MAX_TOKEN_LENGTH)));
        assert!(!is_bearer_token(b"a".repeat(MAX_TOKEN_LENGTH + 1)));
    }

    #[test]
    fn scope_tokens_and_the_spaces_between_them_are_accepted() {
        for scope in [
            "read",
            "read profile",
            "read  profile",
            " read ",
            "!#[]~",
            "https://a/b:c",
        ] {
            assert!(is_scope(scope.as_bytes()), "{scope:?}");
        }
    }

    #[test]
    fn other_characters_or_no_scope_token_at_all_are_refused() {
        for scope in [
            "",
            " ",
            "a\"b",
            "a\\b",
            "a\tb",
            "a\nb",
            "é",
            "a\u{202e}b",
            "a\u{7f}",
        ] {
            assert!(!is_scope(scope.as_bytes()), "{scope:?}");
        }
    }

    #[test]
    fn digits_within_range_are_seconds() {
        assert_eq!(seconds("0"), Some(0));
        assert_eq!(seconds("0003600"), Some(3600));
        assert_eq!(seconds("4294967295"), Some(u32::MAX));
    }

    #[test]
    fn anything_but_digits_within_range_is_unknown() {
        for text in [
            "",
            "4294967296",
            "99999999999",
            "-1",
            "+3600",
            "3600.5",
            "1e3",
            "0x10",
            " 1",
            "1 ",
            "٣٦٠٠",
            "soon",
            "Infinity",
        ] {
            assert_eq!(seconds(text), None, "{text:?}");
        }
    }
}
