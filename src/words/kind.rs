//! The closed list of failures that a person, or a page that embeds us, can meet.

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// What went wrong, as hosts see it: a closed list, each with a snake case name that is
        /// part of our public contract.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum ErrorKind {
            $($(#[$doc])* $variant,)*
        }

        impl ErrorKind {
            /// Every kind, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The public name, in snake case.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

kinds! {
    /// Client ID or scope were not given.
    ConfigMissing = "config_missing",
    /// Sell never came back; redirect URL or client ID probably differ from what is registered.
    RedirectMismatch = "redirect_mismatch",
    /// The page was not loaded over https, nor from this computer.
    InsecureContext = "insecure_context",
    /// The page's content security policy forbids WebAssembly.
    WasmBlocked = "wasm_blocked",
    /// The WebAssembly file did not arrive or is not what it should be.
    WasmFailed = "wasm_failed",
    /// The browser refuses storage to this site.
    StorageBlocked = "storage_blocked",
    /// The browser did not open the sign-in window.
    PopupBlocked = "popup_blocked",
    /// The sign-in window was closed or never answered.
    PopupTimeout = "popup_timeout",
    /// Another page shows this one in a frame, where no sign-in may begin.
    Framed = "framed",
    /// RFC 6749 §4.2.2.1 `access_denied`.
    AccessDenied = "access_denied",
    /// RFC 6749 §4.2.2.1 `unauthorized_client` or `unsupported_response_type`.
    ClientRefused = "client_refused",
    /// RFC 6749 §4.2.2.1 `invalid_scope`.
    ScopeRefused = "scope_refused",
    /// RFC 6749 §4.2.2.1 `server_error`, `temporarily_unavailable` or a code we do not know.
    AuthServer = "auth_server",
    /// `state` is missing, unknown or too old: RFC 6749 §10.12.
    StateMismatch = "state_mismatch",
    /// `state` was ours and has served already.
    AnswerUsed = "answer_used",
    /// The answer breaks RFC 6749 §4.2.2.
    AnswerMalformed = "answer_malformed",
    /// Fewer scopes were granted than were asked for: RFC 6749 §3.3. A warning.
    ScopeReduced = "scope_reduced",
    /// The pasted text holds nothing that looks like a token.
    PasteUnrecognised = "paste_unrecognised",
    /// Sell answered 401.
    TokenRefused = "token_refused",
    /// The token's time is over by our own clocks.
    TokenExpired = "token_expired",
    /// Sell answered 403 because of a scope: RFC 6750 §3.1 `insufficient_scope`.
    MissingScope = "missing_scope",
    /// Sell answered 403 for another reason than the scope.
    Forbidden = "forbidden",
    /// Sell answered 404.
    NotFound = "not_found",
    /// Sell answered 400 or 422: the body is at fault, the scope is not.
    BodyRefused = "body_refused",
    /// Sell answered 429.
    RateLimited = "rate_limited",
    /// Sell answered 5xx.
    ServerError = "server_error",
    /// The browser hid the answer from us; its status is unknown.
    Unreadable = "unreadable",
    /// This device has no connection.
    Offline = "offline",
    /// No answer within our time limit.
    Timeout = "timeout",
    /// Forgotten here, but Sell did not confirm that the token is dead.
    RevokeUnconfirmed = "revoke_unconfirmed",
    /// The page asked for the token without having been allowed to.
    TokenNotExposed = "token_not_exposed",
    /// A fault of ours.
    Internal = "internal",
}

#[cfg(test)]
mod tests {
    use super::ErrorKind;

    #[test]
    fn the_list_holds_each_kind_once() {
        assert_eq!(ErrorKind::ALL.len(), 32);
        for (place, kind) in ErrorKind::ALL.iter().enumerate() {
            let first = ErrorKind::ALL
                .iter()
                .position(|other| other.as_str() == kind.as_str());
            assert_eq!(first, Some(place), "{}", kind.as_str());
        }
    }

    #[test]
    fn every_name_is_snake_case() {
        for kind in ErrorKind::ALL {
            let name = kind.as_str();
            assert!(!name.is_empty());
            assert!(
                name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'),
                "{name}"
            );
        }
    }
}
