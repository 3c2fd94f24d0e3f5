//! Refreshing an access token (RFC 6749 §6).

use super::TokenRequest;
use crate::failure::Failure;
use crate::oauth::access::end_replaced;
use crate::oauth::error::OAuthError;
use crate::oauth::issue::{Issued, Order, issue_for_refresh};
use crate::oauth::scope::Scopes;
use crate::secret::Secret;
use crate::store::tokens::TokenRecord;

pub(super) fn exchange(request: &TokenRequest<'_>) -> Result<Issued, Failure> {
    let app = request.app;
    let switches = app.switches();
    let (old, granted) = presented(request)?;
    let scopes = request.scopes(&granted)?;
    // Whoever shows the refresh token of a record has received that record's tokens.
    end_replaced(app, &old)?;
    let order = Order {
        holder: old.holder.clone(),
        user_id: old.user_id,
        scopes,
        ttl: switches.token_ttl,
        // The new refresh token opens what the old one did, however narrow the access token.
        refresh_scopes: switches.refresh_rotate.is_on().then_some(granted),
    };
    let issued = issue_for_refresh(app, order, &old)?;
    issued.ok_or_else(|| refused().into())
}

/// The record of the refresh token shown, while it is good and this client's, and what it opens.
fn presented(request: &TokenRequest<'_>) -> Result<(TokenRecord, Scopes), Failure> {
    let refresh_token = Secret::new(request.required("refresh_token")?);
    let record = request.app.store.token_by_refresh_token(&refresh_token)?;
    let record = record.filter(|record| {
        record.revoked_at.is_none() && record.client_id() == Some(request.client.client_id.as_str())
    });
    record
        .and_then(|record| {
            let granted = record.refresh_scopes.clone()?;
            Some((record, granted))
        })
        .ok_or_else(|| refused().into())
}

fn refused() -> OAuthError {
    OAuthError::invalid_grant("The refresh token is unknown, revoked, or another client's.")
}
