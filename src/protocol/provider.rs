//! A provider as data: all that differs from one authorization server to the next.

use super::answer::ErrorReport;
use super::json::Json;
use super::token_info::TokenInfo;

/// Everything about one provider. The session, the browser adapters and the runtime work from
/// this and name no provider.
#[derive(Debug)]
pub struct Provider {
    /// What people call it.
    pub name: &'static str,
    /// Where it lives unless the deployer says otherwise.
    pub default_base: &'static str,
    /// The paths of its endpoints.
    pub paths: Paths,
    /// The scopes it documents. Others are shown as they come.
    pub scopes: &'static [ScopeEntry],
    /// The calls that are offered.
    pub calls: &'static [CallSpec],
    /// The error code that means "the token lacks the scope".
    pub missing_scope_code: &'static str,
    /// Reads the body of a successful token info, or names the field that is wrong.
    pub read_token_info: fn(&Json, &str) -> Result<TokenInfo, &'static str>,
    /// Reads an error body of any of its shapes.
    pub read_error: fn(&Json) -> ErrorReport,
}

/// The paths of the endpoints below the bases.
#[derive(Debug)]
pub struct Paths {
    /// The authorization endpoint (RFC 6749 §3.1).
    pub authorization: &'static str,
    /// Token info.
    pub token_info: &'static str,
    /// The revocation endpoint (RFC 7009 §2).
    pub revocation: &'static str,
}

/// A documented scope.
#[derive(Debug)]
pub struct ScopeEntry {
    /// The scope token.
    pub name: &'static str,
}

/// A call that can be made with a token.
#[derive(Debug, PartialEq, Eq)]
pub struct CallSpec {
    /// A stable name for it.
    pub id: &'static str,
    /// The path below the API base.
    pub path: &'static str,
    /// The scope that it needs.
    pub needs: &'static str,
}

impl Provider {
    /// The call of this name.
    #[must_use]
    pub fn call(&self, id: &str) -> Option<&'static CallSpec> {
        self.calls.iter().find(|call| call.id == id)
    }
}
