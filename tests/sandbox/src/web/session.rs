//! Who is visiting, and whether a form is ours.

use super::browser::Browser;
use super::pages::error::ErrorPage;
use crate::internal::Internal;
use crate::oauth::parameters::Parameters;
use crate::secret::same;
use crate::state::Shared;
use crate::store::users::User;

/// The person signed in with this browser.
pub(crate) fn visitor(app: &Shared, browser: &Browser) -> Result<Option<User>, Internal> {
    match &browser.session {
        Some(session) => app.store.session_user(session, app.clock.now()),
        None => Ok(None),
    }
}

/// Refuses a form that our page in this browser did not make. The field is the defence; the
/// header is a second one against pages on other ports of this host, which share our cookies.
pub(crate) fn check_form(browser: &Browser, form: &Parameters) -> Result<(), ErrorPage> {
    let given = form.one("csrf").ok().flatten().unwrap_or_default();
    let expected = browser.csrf();
    if expected.is_empty() || !same(given, &expected) || browser.from_elsewhere {
        return Err(ErrorPage::forged());
    }
    Ok(())
}
