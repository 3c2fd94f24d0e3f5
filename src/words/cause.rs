//! From the names that the rest of the program uses to a kind of failure and the reason in words.
//!
//! This is the one `match` that turns a verdict on an answer, or an error code of the server, into
//! the closed list of [`ErrorKind`].

use super::{ErrorKind, words};

/// A kind of failure, and why it came to that as the gap `reason` wants it; see [`super::advice::Known`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cause {
    /// The kind.
    pub kind: ErrorKind,
    /// The reason, when there is more to say than the kind says by itself.
    pub reason: Option<&'static str>,
}

/// What the `kind` of a stored outcome means; `error` is the server's code when it was `denied`.
///
/// A name that this version does not know is an answer that could not be read.
#[must_use]
pub fn of_outcome(kind: &str, error: Option<&str>) -> Cause {
    let causes = words().causes;
    let (kind, reason) = match kind {
        "denied" => return of_error_code(error.unwrap_or_default()),
        "wasm_blocked" => return plain(ErrorKind::WasmBlocked),
        "used_state" => return plain(ErrorKind::AnswerUsed),
        "missing_access_token" => return plain(ErrorKind::AnswerMalformed),
        "missing_state" => (ErrorKind::StateMismatch, causes.missing_state),
        "unknown_state" => (ErrorKind::StateMismatch, causes.unknown_state),
        "expired_attempt" => (ErrorKind::StateMismatch, causes.expired_attempt),
        "foreign_token" => (ErrorKind::StateMismatch, causes.foreign_token),
        "not_captured" => (ErrorKind::RedirectMismatch, causes.not_captured),
        "storage_full" => (ErrorKind::StorageBlocked, causes.storage_full),
        "not_an_answer" => (ErrorKind::AnswerMalformed, causes.not_an_answer),
        "too_large" | "too_many_parameters" => (ErrorKind::AnswerMalformed, causes.too_large),
        "repeated_parameter" => (ErrorKind::AnswerMalformed, causes.repeated_parameter),
        "token_and_error" => (ErrorKind::AnswerMalformed, causes.token_and_error),
        "token_in_query" => (ErrorKind::AnswerMalformed, causes.token_in_query),
        "missing_token_type" | "unsupported_token_type" => {
            (ErrorKind::AnswerMalformed, causes.token_type)
        }
        _ => (ErrorKind::AnswerMalformed, causes.unreadable_answer),
    };
    Cause {
        kind,
        reason: Some(reason.say()),
    }
}

/// What an error code of the authorization server means: RFC 6749 §4.2.2.1.
#[must_use]
pub fn of_error_code(code: &str) -> Cause {
    plain(match code {
        "access_denied" => ErrorKind::AccessDenied,
        "unauthorized_client" | "unsupported_response_type" | "invalid_client" => {
            ErrorKind::ClientRefused
        }
        "invalid_scope" => ErrorKind::ScopeRefused,
        _ => ErrorKind::AuthServer,
    })
}

const fn plain(kind: ErrorKind) -> Cause {
    Cause { kind, reason: None }
}

#[cfg(test)]
mod tests {
    use super::{of_error_code, of_outcome};
    use crate::words::{ErrorKind, Gap, advise};

    const OUTCOMES: [&str; 19] = [
        "too_large",
        "too_many_parameters",
        "malformed_encoding",
        "repeated_parameter",
        "missing_state",
        "unknown_state",
        "expired_attempt",
        "used_state",
        "missing_access_token",
        "token_and_error",
        "token_in_query",
        "missing_token_type",
        "unsupported_token_type",
        "malformed_access_token",
        "malformed_scope",
        "not_an_answer",
        "not_captured",
        "wasm_blocked",
        "storage_full",
    ];

    #[test]
    fn every_stored_outcome_reads_as_a_whole_sentence() {
        for name in OUTCOMES {
            let cause = of_outcome(name, None);
            let reason = cause.reason.map(|value| Gap {
                name: "reason",
                value,
            });
            let advice = advise(cause.kind, reason.as_slice());
            if let Some(reason) = cause.reason {
                assert!(advice.why.contains(reason), "{name}: {}", advice.why);
            }
            assert!(!advice.why.contains(".."), "{name}: {}", advice.why);
        }
    }

    #[test]
    fn a_denial_is_judged_by_its_code() {
        let kind = |code| of_outcome("denied", code).kind;
        assert_eq!(kind(Some("access_denied")), ErrorKind::AccessDenied);
        assert_eq!(kind(Some("invalid_scope")), ErrorKind::ScopeRefused);
        assert_eq!(kind(Some("unauthorized_client")), ErrorKind::ClientRefused);
        assert_eq!(kind(None), ErrorKind::AuthServer);
    }

    #[test]
    fn an_unknown_code_is_a_problem_of_the_server_and_never_a_denial() {
        assert_eq!(of_error_code("novel").kind, ErrorKind::AuthServer);
        assert_eq!(of_error_code("ACCESS_DENIED").kind, ErrorKind::AuthServer);
    }

    #[test]
    fn a_reload_is_told_from_a_forgery() {
        assert_eq!(of_outcome("used_state", None).kind, ErrorKind::AnswerUsed);
        assert_eq!(
            of_outcome("unknown_state", None).kind,
            ErrorKind::StateMismatch
        );
    }
}
