//! Making tokens.

use super::scope::Scopes;
use crate::internal::Internal;
use crate::random;
use crate::secret::Secret;
use crate::state::Shared;
use crate::store::tokens::{Holder, Origin, TokenRecord};
use crate::switches::TokenTtl;

/// For whom a token is made, and what it opens.
#[derive(Debug, Clone)]
pub(crate) struct Order {
    pub(crate) holder: Holder,
    pub(crate) user_id: i64,
    pub(crate) scopes: Scopes,
    pub(crate) ttl: TokenTtl,
    /// What a refresh token beside it opens; `None` for no refresh token.
    pub(crate) refresh_scopes: Option<Scopes>,
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

    fn new(order: Order, now: i64) -> Result<Self, Internal> {
        let access_token = random::secret()?;
        let digest = access_token.digest();
        Ok(Self {
            refresh_token: order
                .refresh_scopes
                .as_ref()
                .map(|_| random::secret())
                .transpose()?,
            record: TokenRecord {
                grant_digest: digest.clone(),
                digest,
                holder: order.holder,
                user_id: order.user_id,
                scopes: order.scopes,
                refresh_scopes: order.refresh_scopes,
                replaces: None,
                issued_at: now,
                expires_at: match order.ttl {
                    TokenTtl::Seconds(seconds) => Some(now + i64::from(seconds)),
                    TokenTtl::Never => None,
                },
                revoked_at: None,
            },
            access_token,
        })
    }

    /// Stores the digests; `false` when `origin` was used up meanwhile.
    fn keep(&self, app: &Shared, origin: Origin<'_>) -> Result<bool, Internal> {
        app.store
            .add_token(&self.record, self.refresh_token.as_ref(), origin)
    }
}

/// Makes a token of a decision just taken, and stores its digest.
pub(crate) fn issue(app: &Shared, order: Order) -> Result<Issued, Internal> {
    let issued = Issued::new(order, app.clock.now())?;
    issued.keep(app, Origin::Decision)?;
    Ok(issued)
}

/// Makes the token of an authorization code; `None` when another request was faster.
pub(crate) fn issue_for_code(
    app: &Shared,
    order: Order,
    code_digest: &str,
) -> Result<Option<Issued>, Internal> {
    let mut issued = Issued::new(order, app.clock.now())?;
    code_digest.clone_into(&mut issued.record.grant_digest);
    let kept = issued.keep(app, Origin::Code(code_digest))?;
    Ok(kept.then_some(issued))
}

/// Makes the token of a refresh token; `None` when that was revoked meanwhile. A new refresh
/// token will end the old one at the first use of the new access token.
pub(crate) fn issue_for_refresh(
    app: &Shared,
    order: Order,
    old: &TokenRecord,
) -> Result<Option<Issued>, Internal> {
    let mut issued = Issued::new(order, app.clock.now())?;
    issued.record.grant_digest.clone_from(&old.grant_digest);
    if issued.refresh_token.is_some() {
        issued.record.replaces = Some(old.digest.clone());
    }
    let kept = issued.keep(app, Origin::Refresh(&old.digest))?;
    Ok(kept.then_some(issued))
}
