//! For whom a token or a code is ordered; everything has a default.

use super::error::ControlError;
use crate::oauth::scope::Scopes;
use crate::state::Shared;
use crate::store::clients::Client;
use crate::store::users::User;

/// The application, or the demo client.
pub(super) fn client(app: &Shared, client_id: Option<&str>) -> Result<Client, ControlError> {
    let client_id = client_id.unwrap_or(&app.config.client_id);
    let client = app.store.client(client_id)?;
    client.ok_or_else(|| ControlError::new(format!("no client `{client_id}`")))
}

/// The person with this e-mail address, or the demo user.
pub(super) fn user(app: &Shared, email: Option<&str>) -> Result<User, ControlError> {
    let email = email.unwrap_or(&app.config.user);
    let found = app.store.user_by_email(email)?;
    let (user, _) = found.ok_or_else(|| ControlError::new(format!("no user `{email}`")))?;
    Ok(user)
}

/// The scopes, or `default`.
pub(super) fn scopes(text: Option<&str>, default: Scopes) -> Result<Scopes, ControlError> {
    let Some(text) = text else { return Ok(default) };
    Scopes::read(text).ok_or_else(|| {
        ControlError::with_allowed(
            format!("expected scopes, found `{text}`"),
            Scopes::all().tokens(),
        )
    })
}
