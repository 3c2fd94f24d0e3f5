//! English: what to say about each kind of failure.
//!
//! Four phrases each: what happened, why, what to do, and the name of the button that does it. A
//! file for each part of the way from the settings to the API.

mod calls;
mod setup;
mod sign_in;
mod token;

use crate::words::advice::{AdviceText, Severity};
use crate::words::{ErrorKind, Phrase};

const fn fixed(text: &'static str) -> Phrase {
    Phrase::fixed(text)
}

const fn gaps(full: &'static str, neutral: &'static str) -> Phrase {
    Phrase::with_gaps(full, neutral)
}

const fn text(severity: Severity, phrases: [Phrase; 4]) -> AdviceText {
    let [title, why, todo, ..] = phrases;
    AdviceText {
        severity,
        title,
        why,
        todo,
        #[cfg(feature = "ui")]
        action: phrases[3],
    }
}

/// What English says about `kind`.
pub(super) fn advice(kind: ErrorKind) -> &'static AdviceText {
    use ErrorKind as Kind;
    match kind {
        Kind::ConfigMissing => &setup::CONFIG_MISSING,
        Kind::RedirectMismatch => &setup::REDIRECT_MISMATCH,
        Kind::InsecureContext => &setup::INSECURE_CONTEXT,
        Kind::WasmBlocked => &setup::WASM_BLOCKED,
        Kind::WasmFailed => &setup::WASM_FAILED,
        Kind::StorageBlocked => &setup::STORAGE_BLOCKED,
        Kind::PopupBlocked => &sign_in::POPUP_BLOCKED,
        Kind::PopupTimeout => &sign_in::POPUP_TIMEOUT,
        Kind::Framed => &sign_in::FRAMED,
        Kind::AccessDenied => &sign_in::ACCESS_DENIED,
        Kind::ClientRefused => &sign_in::CLIENT_REFUSED,
        Kind::ScopeRefused => &sign_in::SCOPE_REFUSED,
        Kind::AuthServer => &sign_in::AUTH_SERVER,
        Kind::StateMismatch => &sign_in::STATE_MISMATCH,
        Kind::AnswerUsed => &sign_in::ANSWER_USED,
        Kind::AnswerMalformed => &sign_in::ANSWER_MALFORMED,
        Kind::ScopeReduced => &sign_in::SCOPE_REDUCED,
        Kind::PasteUnrecognised => &token::PASTE_UNRECOGNISED,
        Kind::TokenRefused => &token::TOKEN_REFUSED,
        Kind::TokenExpired => &token::TOKEN_EXPIRED,
        Kind::MissingScope => &calls::MISSING_SCOPE,
        Kind::Forbidden => &calls::FORBIDDEN,
        Kind::NotFound => &calls::NOT_FOUND,
        Kind::BodyRefused => &calls::BODY_REFUSED,
        Kind::RateLimited => &calls::RATE_LIMITED,
        Kind::ServerError => &calls::SERVER_ERROR,
        Kind::Unreadable => &calls::UNREADABLE,
        Kind::Offline => &calls::OFFLINE,
        Kind::Timeout => &calls::TIMEOUT,
        Kind::RevokeUnconfirmed => &token::REVOKE_UNCONFIRMED,
        Kind::TokenNotExposed => &setup::TOKEN_NOT_EXPOSED,
        Kind::Internal => &setup::INTERNAL,
    }
}
