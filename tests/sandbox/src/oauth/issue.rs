//! Making tokens.

use super::scope::Scopes;
use crate::internal::Internal;
use crate::random;
use crate::secret::Secret;
use crate::state::Shared;
use crate::store::tokens::TokenRecord;
use crate::switches::TokenTtl;

/// For whom a token is made, and what it opens.
#[derive(Debug, Clone)]
pub(crate) struct Order {
    pub(crate) client_id: String,
    pub(crate) user_id: i64,
    pub(crate) scopes: Scopes,
    pub(crate) ttl: TokenTtl,
    pub(crate) with_refresh_token: bool,
}

/// A new token: the only moment its text is known to the server.
#[derive(Debug)]
pub(crate) struct Issued {
    pub(crate) access_token: Secret,
    pub(crate) refresh_token: Option<Secret>,
    pub(crate) record: TokenRecord,
}

impl Issued {
    /// The life of the token in seconds; `None` without end.
    pub(crate) fn expires_in(&self) -> Option<i64> {
        self.record
            .expires_at
            .map(|end| end - self.record.issued_at)
    }
}

/// Makes a token and stores its digest.
pub(crate) fn issue(app: &Shared, order: Order) -> Result<Issued, Internal> {
    let access_token = random::secret()?;
    let refresh_token = if order.with_refresh_token {
        Some(random::secret()?)
    } else {
        None
    };
    let now = app.clock.now();
    let record = TokenRecord {
        digest: access_token.digest(),
        client_id: order.client_id,
        user_id: order.user_id,
        scopes: order.scopes,
        issued_at: now,
        expires_at: match order.ttl {
            TokenTtl::Seconds(seconds) => Some(now + i64::from(seconds)),
            TokenTtl::Never => None,
        },
        revoked_at: None,
    };
    app.store.add_token(&record, refresh_token.as_ref())?;
    Ok(Issued {
        access_token,
        refresh_token,
        record,
    })
}
