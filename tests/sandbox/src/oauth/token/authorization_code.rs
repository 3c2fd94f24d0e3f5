//! The exchange of an authorization code (RFC 6749 §4.1.3).

use super::TokenRequest;
use crate::failure::Failure;
use crate::internal::Internal;
use crate::oauth::error::OAuthError;
use crate::oauth::issue::{Issued, Order, issue_for_code};
use crate::secret::Secret;
use crate::store::codes::CodeRecord;
use crate::store::tokens::Holder;

pub(super) fn exchange(request: &TokenRequest<'_>) -> Result<Issued, Failure> {
    let app = request.app;
    let code = Secret::new(request.required("code")?);
    let redirect_uri = request.form.single("redirect_uri")?;
    let record = app
        .store
        .code(&code)?
        .filter(|record| record.client_id == request.client.client_id)
        .ok_or_else(|| {
            OAuthError::invalid_grant("The code is not one that was given to this client.")
        })?;
    if record.used_at.is_some() {
        return Err(reused(request, &record)?.into());
    }
    if app.clock.now() >= record.expires_at {
        return Err(OAuthError::invalid_grant("The code has expired.").into());
    }
    // Sell's own clients leave the parameter out, so only a wrong one is refused.
    if redirect_uri.is_some_and(|named| named != record.redirect_uri) {
        return Err(OAuthError::invalid_grant(
            "The redirect_uri is not the one the code was asked for with.",
        )
        .into());
    }
    let order = Order {
        holder: Holder::Client(record.client_id.clone()),
        user_id: record.user_id,
        ttl: app.switches().token_ttl,
        refresh_scopes: request.refresh_scopes(&record.scopes),
        scopes: record.scopes.clone(),
    };
    match issue_for_code(app, order, &record.digest)? {
        Some(issued) => Ok(issued),
        None => Err(reused(request, &record)?.into()),
    }
}

/// A second use: one of the two callers is a thief, so what the first got ends too
/// (RFC 6749 §4.1.2).
fn reused(request: &TokenRequest<'_>, record: &CodeRecord) -> Result<OAuthError, Internal> {
    let app = request.app;
    app.store.revoke_grant(&record.digest, app.clock.now())?;
    Ok(OAuthError::invalid_grant(
        "The code was used before. What it gave is revoked.",
    ))
}
