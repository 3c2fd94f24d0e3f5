//! `/login` and `/logout`.

use std::sync::Arc;

use axum::extract::{RawQuery, Request, State};
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse as _, Response};
use tokio::task::spawn_blocking;

use super::browser::Browser;
use super::form::read_form;
use super::pages::error::ErrorPage;
use super::pages::login::LoginPage;
use super::see_other;
use super::session::{check_form, visitor};
use crate::failure::Failure;
use crate::internal::Internal;
use crate::oauth::parameters::Parameters;
use crate::password;
use crate::random;
use crate::secret::Secret;
use crate::state::Shared;
use crate::store::users::User;

/// Longer than any password worth hashing.
const MOST_PASSWORD_BYTES: usize = 1000;

/// Shows the login form. `authorize` is the query of the authorization request to go on with.
pub(crate) async fn show(
    State(app): State<Arc<Shared>>,
    RawQuery(query): RawQuery,
    browser: Browser,
) -> Result<Response, Failure> {
    let parameters = Parameters::read(query.unwrap_or_default().as_bytes());
    let authorize = parameters.one("authorize").ok().flatten();
    if visitor(&app, &browser)?.is_some() {
        return Ok(see_other(&next_address(authorize)));
    }
    let page = LoginPage {
        authorize,
        email: "",
        csrf: "",
        problem: None,
    };
    with_session(&app, &browser, &page)
}

/// A browser without a session id gets one, because the form's anti-forgery token is made of it.
fn with_session(
    app: &Shared,
    browser: &Browser,
    page: &LoginPage<'_>,
) -> Result<Response, Failure> {
    let switches = app.switches();
    if browser.session.is_some() {
        let csrf = browser.csrf();
        return Ok(LoginPage {
            csrf: &csrf,
            ..*page
        }
        .render(&switches)
        .into_response());
    }
    let session = random::secret()?;
    let cookie = browser.cookie(&session);
    let csrf = Browser {
        session: Some(session),
        ..browser.clone()
    }
    .csrf();
    let page = LoginPage {
        csrf: &csrf,
        ..*page
    }
    .render(&switches);
    Ok(([(SET_COOKIE, cookie)], page).into_response())
}

/// Checks the password and starts a session under a new id, so that an id planted before the
/// login is worth nothing after it.
pub(crate) async fn sign_in(
    State(app): State<Arc<Shared>>,
    browser: Browser,
    request: Request,
) -> Result<Response, Failure> {
    let form = read_form(request).await.map_err(ErrorPage::from)?;
    check_form(&browser, &form)?;
    let field = |name| form.one(name).ok().flatten();
    let email = field("email").unwrap_or_default().trim();
    let password = Secret::new(field("password").unwrap_or_default());
    let authorize = field("authorize");
    let Some(person) = authenticate(&app, email, password).await? else {
        let problem = Some("No user has this e-mail address and password.");
        let page = LoginPage {
            authorize,
            email,
            csrf: "",
            problem,
        };
        let page = with_session(&app, &browser, &page)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let session = random::secret()?;
    app.store
        .start_session(&session, person.id, app.clock.now())?;
    let cookie = browser.cookie(&session);
    Ok(([(SET_COOKIE, cookie)], see_other(&next_address(authorize))).into_response())
}

/// Only ever an address of ours: the path is fixed, so a login cannot be made to redirect away.
fn next_address(authorize: Option<&str>) -> String {
    match authorize {
        Some(query) => format!("/oauth2/authorize?{query}"),
        None => "/".to_owned(),
    }
}

async fn authenticate(
    app: &Shared,
    email: &str,
    password: Secret,
) -> Result<Option<User>, Internal> {
    if password.expose().len() > MOST_PASSWORD_BYTES {
        return Ok(None);
    }
    let found = app.store.user_by_email(email)?;
    let (person, hash) = found.unzip();
    let _permit = app.password_checks.acquire().await.map_err(Internal::new)?;
    let matches = spawn_blocking(move || password::verify(&password, hash.as_deref()))
        .await
        .map_err(Internal::new)??;
    Ok(person.filter(|_| matches))
}

/// Ends the session.
pub(crate) async fn sign_out(
    State(app): State<Arc<Shared>>,
    browser: Browser,
    request: Request,
) -> Result<Response, Failure> {
    let form = read_form(request).await.map_err(ErrorPage::from)?;
    check_form(&browser, &form)?;
    if let Some(session) = &browser.session {
        app.store.end_session(session)?;
    }
    let next = match form.one("authorize").ok().flatten() {
        Some(query) => next_address(Some(query)),
        None => "/login".to_owned(),
    };
    Ok(([(SET_COOKIE, browser.no_cookie())], see_other(&next)).into_response())
}
