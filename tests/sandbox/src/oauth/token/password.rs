//! The resource owner's password (RFC 6749 §4.3.2).

use super::TokenRequest;
use crate::authentication::{Authentication, authenticate};
use crate::failure::Failure;
use crate::oauth::error::OAuthError;
use crate::oauth::issue::{Issued, Order, issue};
use crate::secret::Secret;
use crate::store::tokens::Holder;

pub(super) async fn exchange(request: &TokenRequest<'_>) -> Result<Issued, Failure> {
    let app = request.app;
    let username = request.required("username")?;
    let password = Secret::new(request.required("password")?);
    // Before the password, so that a request that cannot succeed costs no hash.
    let scopes = request.scopes(&request.client.scopes)?;
    let person = match authenticate(app, username, password).await? {
        Authentication::Person(person) => person,
        Authentication::Wrong => {
            return Err(OAuthError::invalid_grant("The username or password is wrong.").into());
        }
        Authentication::Paused => {
            return Err(OAuthError::invalid_grant(
                "Too many wrong passwords for this username. Try again in a minute.",
            )
            .into());
        }
    };
    let order = Order {
        holder: Holder::Client(request.client.client_id.clone()),
        user_id: person.id,
        ttl: app.switches().token_ttl,
        refresh_scopes: request.refresh_scopes(&scopes),
        scopes,
    };
    Ok(issue(app, order)?)
}
