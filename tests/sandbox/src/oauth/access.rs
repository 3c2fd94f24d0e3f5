//! The use of an access token.

use crate::internal::Internal;
use crate::secret::Secret;
use crate::state::Shared;
use crate::store::tokens::TokenRecord;

/// The record of a token that is live. Its first use ends the token it was refreshed from, as
/// Doorkeeper does: until then a client that lost the answer can refresh once more.
pub(crate) fn live_token(app: &Shared, token: &Secret) -> Result<Option<TokenRecord>, Internal> {
    let now = app.clock.now();
    let record = app.store.token(token)?.filter(|record| record.is_live(now));
    if let Some(record) = &record {
        end_replaced(app, record)?;
    }
    Ok(record)
}

/// Ends the token that `record` was refreshed from, now that `record` has arrived.
pub(crate) fn end_replaced(app: &Shared, record: &TokenRecord) -> Result<(), Internal> {
    if let Some(replaced) = &record.replaces {
        app.store.revoke_token(replaced, app.clock.now())?;
        app.store.forget_replaced(&record.digest)?;
    }
    Ok(())
}
