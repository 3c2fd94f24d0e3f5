//! The list of applications, and registering one.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};

use super::{administrator, administrators_form, frame, not_yet, registration_form};
use crate::failure::Failure;
use crate::oauth::registration::{Problem, check, check_some_redirect_uris};
use crate::random;
use crate::state::Shared;
use crate::store::users::User;
use crate::web::browser::Browser;
use crate::web::pages::developer::{APPS, AppsPage, TypedRegistration, app_address};
use crate::web::see_other;

/// Shows the list and the form.
pub(super) async fn show(
    State(app): State<Arc<Shared>>,
    browser: Browser,
) -> Result<Response, Failure> {
    let person = administrator(&app, &browser, APPS)?;
    page(&app, &browser, person, registration_form::empty(), None)
}

fn page(
    app: &Shared,
    browser: &Browser,
    person: User,
    typed: TypedRegistration,
    problem: Option<Problem>,
) -> Result<Response, Failure> {
    let page = AppsPage {
        frame: frame(browser, person, APPS),
        clients: app.store.clients()?,
        typed,
        problem,
    };
    Ok(page.render().into_response())
}

/// Registers an application and goes to its page, which shows the secret once.
pub(super) async fn register(
    State(app): State<Arc<Shared>>,
    browser: Browser,
    request: Request,
) -> Result<Response, Failure> {
    let (person, form) = administrators_form(&app, &browser, APPS, request).await?;
    let typed = registration_form::read(&form);
    let (client_id, secret) = (random::secret()?, random::secret()?);
    let client = registration_form::client(&typed, &client_id, &secret);
    let verdict = check(&app.store, &client)?;
    if let Err(problem) = verdict.and_then(|()| check_some_redirect_uris(&client.redirect_uris)) {
        return page(&app, &browser, person, typed, Some(problem)).map(not_yet);
    }
    app.store.put_client(&client)?;
    let address = app_address(&client.client_id);
    app.reveals.put(&browser, &address, secret, app.clock.now());
    Ok(see_other(&address))
}
