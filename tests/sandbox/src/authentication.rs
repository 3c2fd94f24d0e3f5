//! Who a person is, by e-mail address and password; for the login form and the password grant.

use tokio::task::spawn_blocking;

use crate::internal::Internal;
use crate::password;
use crate::secret::Secret;
use crate::state::Shared;
use crate::store::users::User;

/// Longer than any password worth hashing.
const MOST_PASSWORD_BYTES: usize = 1000;

/// What came of a look at somebody's password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Authentication {
    /// It is right.
    Person(User),
    /// Nobody has this address and password.
    Wrong,
    /// There were too many wrong ones, so it was not looked at.
    Paused,
}

/// Checks a password. argon2 is costly, so few run at once, and none for an address that has
/// just had too many wrong ones. That is asked with the permit in hand: requests that queued
/// meanwhile are refused as well.
pub(crate) async fn authenticate(
    app: &Shared,
    email: &str,
    password: Secret,
) -> Result<Authentication, Internal> {
    if password.expose().len() > MOST_PASSWORD_BYTES {
        return Ok(Authentication::Wrong);
    }
    let _permit = app.password_checks.acquire().await.map_err(Internal::new)?;
    if app.throttle.is_paused(email, app.clock.now()) {
        return Ok(Authentication::Paused);
    }
    let found = app.store.user_by_email(email)?;
    let (person, hash) = found.unzip();
    let matches = spawn_blocking(move || password::verify(&password, hash.as_deref()))
        .await
        .map_err(Internal::new)??;
    if let Some(person) = person.filter(|_| matches) {
        app.throttle.succeed(email);
        Ok(Authentication::Person(person))
    } else {
        app.throttle.fail(email, app.clock.now());
        Ok(Authentication::Wrong)
    }
}
