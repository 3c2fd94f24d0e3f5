//! Reading a bearer token from a request (RFC 6750 §2).

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;

use crate::secret::Secret;

/// What the `Authorization` header holds.
#[derive(Debug)]
pub(crate) enum Bearer {
    /// There is no such header.
    Absent,
    /// It is not one well-formed `Bearer` credential.
    Malformed,
    /// A token of the right grammar, known or not.
    Token(Secret),
}

/// Reads `Authorization: Bearer b64token` (RFC 6750 §2.1); the scheme in any letter case.
pub(crate) fn bearer(headers: &HeaderMap) -> Bearer {
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let Some(value) = values.next() else {
        return Bearer::Absent;
    };
    if values.next().is_some() {
        return Bearer::Malformed;
    }
    value
        .to_str()
        .ok()
        .and_then(|text| text.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .and_then(|(_, token)| is_token(token.trim()).then(|| Secret::new(token.trim())))
        .map_or(Bearer::Malformed, Bearer::Token)
}

/// `b64token = 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="`
fn is_token(text: &str) -> bool {
    let body = text.trim_end_matches('=');
    !body.is_empty()
        && body
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-._~+/".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token_of(value: &str) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.insert(AUTHORIZATION, value.parse().unwrap());
        match bearer(&headers) {
            Bearer::Token(token) => Some(token.expose().to_owned()),
            _ => None,
        }
    }

    #[test]
    fn the_scheme_is_read_in_any_letter_case() {
        assert_eq!(token_of("Bearer abc=").as_deref(), Some("abc="));
        assert_eq!(token_of("bearer abc").as_deref(), Some("abc"));
    }

    #[test]
    fn other_schemes_and_other_letters_are_malformed() {
        for value in [
            "Basic abc",
            "Bearer",
            "Bearer ",
            "Bearer a b",
            "Bearer =",
            "abc",
        ] {
            assert_eq!(token_of(value), None, "{value}");
        }
    }

    #[test]
    fn two_headers_are_malformed() {
        let mut headers = HeaderMap::new();
        headers.append(AUTHORIZATION, "Bearer a".parse().unwrap());
        headers.append(AUTHORIZATION, "Bearer b".parse().unwrap());
        assert!(matches!(bearer(&headers), Bearer::Malformed));
    }
}
