//! What can be wrong with an answer, one variant for each distinct sin.

use core::fmt;

/// Why an answer is refused.
///
/// Sorted by whom to blame. Whatever is found before `state` matched may come from anybody who
/// can make a person follow a link; what is found after it comes from the authorization server,
/// or from somebody who can read and change its answers.
///
/// As a number (`as u8`), each is its place in [`Violation::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum Violation {
    // Anybody may have sent these.
    /// The answer is longer than [`crate::MAX_ANSWER_LENGTH`]; nothing in it was read.
    TooLarge,
    /// The answer has more than [`crate::MAX_PARAMETERS`] parameters; none was believed.
    TooManyParameters,
    /// There is no `state`, or it is empty. RFC 6749 §4.2.2 requires the server to return it.
    MissingState,
    /// `state` belongs to no attempt of ours: a forgery, or an attempt long swept (RFC 6749 §10.12).
    UnknownState,

    // The person took long, or came back to an old page.
    /// The attempt is ours, but older than [`crate::ATTEMPT_LIFE_MS`], or from the future.
    ExpiredAttempt,
    /// The attempt is ours and has had its answer: Back, a reload, or a replay (RFC 6749 §10.12).
    UsedState,

    // The server's answer breaks the standard, or somebody changed it on the way.
    /// A response parameter is there twice (RFC 6749 §3.1: "MUST NOT be included more than once").
    RepeatedParameter,
    /// A parameter we use has a broken escape, or is not UTF-8 (RFC 6749 appendix B).
    MalformedEncoding,
    /// `access_token` and `error` in one answer: §4.2.2 and §4.2.2.1 exclude each other.
    TokenAndError,
    /// `access_token` in the query, where servers and proxies log it; §4.2.2 says fragment.
    TokenInQuery,
    /// Neither `access_token` nor `error` (RFC 6749 §4.2.2 requires the first).
    MissingAccessToken,
    /// No `token_type` (RFC 6749 §4.2.2 requires it; §7.1 forbids to use a token without it).
    MissingTokenType,
    /// A `token_type` that is not `bearer` in any letter case (RFC 6749 §7.1, RFC 6750).
    UnsupportedTokenType,
    /// The token is no `b64token` (RFC 6750 §2.1), or longer than [`crate::MAX_TOKEN_LENGTH`].
    MalformedAccessToken,
    /// `scope` holds a character outside `scope-token`, or only spaces (RFC 6749 §3.3).
    MalformedScope,
}

impl Violation {
    /// Every violation, so that tables of words and of tests can prove that they are complete.
    pub const ALL: [Self; 15] = [
        Self::TooLarge,
        Self::TooManyParameters,
        Self::MissingState,
        Self::UnknownState,
        Self::ExpiredAttempt,
        Self::UsedState,
        Self::RepeatedParameter,
        Self::MalformedEncoding,
        Self::TokenAndError,
        Self::TokenInQuery,
        Self::MissingAccessToken,
        Self::MissingTokenType,
        Self::UnsupportedTokenType,
        Self::MalformedAccessToken,
        Self::MalformedScope,
    ];

    /// The name by which hosts and stored records know it, in snake case.
    ///
    /// ```
    /// assert_eq!(implicit_judge::Violation::TokenInQuery.as_str(), "token_in_query");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TooLarge => "too_large",
            Self::TooManyParameters => "too_many_parameters",
            Self::MissingState => "missing_state",
            Self::UnknownState => "unknown_state",
            Self::ExpiredAttempt => "expired_attempt",
            Self::UsedState => "used_state",
            Self::RepeatedParameter => "repeated_parameter",
            Self::MalformedEncoding => "malformed_encoding",
            Self::TokenAndError => "token_and_error",
            Self::TokenInQuery => "token_in_query",
            Self::MissingAccessToken => "missing_access_token",
            Self::MissingTokenType => "missing_token_type",
            Self::UnsupportedTokenType => "unsupported_token_type",
            Self::MalformedAccessToken => "malformed_access_token",
            Self::MalformedScope => "malformed_scope",
        }
    }

    /// The violation of this name, the inverse of [`Violation::as_str`]; `None` for any other text.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|violation| violation.as_str() == name)
    }

    const fn sentence(self) -> &'static str {
        match self {
            Self::TooLarge => "expected an answer of at most 16 KiB, found a longer one",
            Self::TooManyParameters => "expected at most 64 parameters, found more",
            Self::MissingState => "expected `state`, found none",
            Self::UnknownState => "expected the `state` of an attempt, found another",
            Self::ExpiredAttempt => {
                "expected an attempt of the last ten minutes, found an older one"
            }
            Self::UsedState => "expected the first answer to an attempt, found another",
            Self::RepeatedParameter => "expected each parameter once, found one twice",
            Self::MalformedEncoding => "expected form-encoded UTF-8, found something else",
            Self::TokenAndError => "expected `access_token` or `error`, found both",
            Self::TokenInQuery => "expected `access_token` in the fragment, found it in the query",
            Self::MissingAccessToken => "expected `access_token` or `error`, found neither",
            Self::MissingTokenType => "expected `token_type`, found none",
            Self::UnsupportedTokenType => "expected `token_type` bearer, found another",
            Self::MalformedAccessToken => {
                "expected a bearer token, found other characters or length"
            }
            Self::MalformedScope => "expected scope tokens, found other characters",
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.sentence())
    }
}

impl core::error::Error for Violation {}

#[cfg(test)]
mod tests {
    use super::Violation;

    #[test]
    fn every_violation_is_found_again_by_its_name() {
        for violation in Violation::ALL {
            assert_eq!(Violation::from_name(violation.as_str()), Some(violation));
        }
    }

    #[test]
    fn no_two_violations_share_a_name() {
        for (index, one) in Violation::ALL.iter().enumerate() {
            for other in &Violation::ALL[index + 1..] {
                assert_ne!(one.as_str(), other.as_str());
            }
        }
    }

    #[test]
    fn a_name_that_is_no_violation_is_none() {
        for name in ["", "denied", "Too_Large", "too_large ", "wasm_blocked"] {
            assert_eq!(Violation::from_name(name), None, "{name:?}");
        }
    }
}
