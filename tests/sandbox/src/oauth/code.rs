//! Making authorization codes (RFC 6749 §4.1.2).

use super::scope::Scopes;
use crate::internal::Internal;
use crate::random;
use crate::secret::Secret;
use crate::state::Shared;
use crate::store::codes::CodeRecord;

/// For whom a code is made, and what its token will open.
#[derive(Debug, Clone)]
pub(crate) struct CodeOrder {
    pub(crate) client_id: String,
    pub(crate) user_id: i64,
    pub(crate) scopes: Scopes,
    pub(crate) redirect_uri: String,
}

/// Makes a code and stores its digest; it lives as long as the switch `code.ttl` says.
pub(crate) fn make_code(app: &Shared, order: CodeOrder) -> Result<Secret, Internal> {
    let code = random::secret()?;
    app.store.add_code(&CodeRecord {
        digest: code.digest(),
        client_id: order.client_id,
        user_id: order.user_id,
        scopes: order.scopes,
        redirect_uri: order.redirect_uri,
        expires_at: app.clock.now() + i64::from(app.switches().code_ttl),
        used_at: None,
    })?;
    Ok(code)
}
