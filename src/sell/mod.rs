//! Everything that is Zendesk Sell's alone, as one [`Provider`] description.
//!
//! Where Sell departs from RFC 6749: its reference lists a `refresh_token` among the fields of
//! the implicit answer, which §4.2.2 forbids (we drop it), and does not list `state`, which
//! §4.2.2 requires (we insist on it).

mod error_envelope;
mod token_info;

use crate::protocol::provider::{CallSpec, Paths, Provider, ScopeEntry};

/// Zendesk Sell, formerly Base CRM.
pub static SELL: Provider = Provider {
    name: "Sell",
    default_base: "https://api.getbase.com",
    paths: Paths {
        authorization: "/oauth2/authorize",
        token_info: "/oauth2/token/info",
        revocation: "/oauth2/revoke",
    },
    scopes: &[
        ScopeEntry { name: "read" },
        ScopeEntry { name: "write" },
        ScopeEntry { name: "profile" },
    ],
    calls: &[
        CallSpec {
            id: "users-self",
            path: "/v2/users/self",
            needs: "profile",
        },
        CallSpec {
            id: "deals",
            path: "/v2/deals",
            needs: "read",
        },
    ],
    missing_scope_code: "insufficient_scope",
    read_token_info: token_info::read,
    read_error: error_envelope::read,
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{HttpUrl, Scope};

    #[test]
    fn every_call_needs_a_documented_scope_and_has_a_path() {
        for call in SELL.calls {
            assert!(
                SELL.scopes.iter().any(|scope| scope.name == call.needs),
                "{}",
                call.id
            );
            assert!(call.path.starts_with("/v2/"), "{}", call.path);
        }
    }

    #[test]
    fn the_constants_parse() {
        assert!(HttpUrl::parse_base(SELL.default_base).is_ok());
        assert!(
            SELL.scopes
                .iter()
                .all(|scope| Scope::parse(scope.name).is_some())
        );
    }
}
