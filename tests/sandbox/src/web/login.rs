//! `/login` and `/logout`.

use std::sync::Arc;

use axum::extract::{RawQuery, Request, State};
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse as _, Response};

use super::browser::Browser;
use super::destination::Destination;
use super::form::read_form;
use super::pages::error::ErrorPage;
use super::pages::login::LoginPage;
use super::see_other;
use super::session::{check_form, visitor};
use crate::authentication::{Authentication, authenticate};
use crate::failure::Failure;
use crate::oauth::parameters::Parameters;
use crate::random;
use crate::secret::Secret;
use crate::state::Shared;

/// Shows the login form. The query says where to go on.
pub(crate) async fn show(
    State(app): State<Arc<Shared>>,
    RawQuery(query): RawQuery,
    browser: Browser,
) -> Result<Response, Failure> {
    let parameters = Parameters::read(query.unwrap_or_default().as_bytes());
    let destination = Destination::read(&parameters);
    if visitor(&app, &browser)?.is_some() {
        return Ok(see_other(&destination.address()));
    }
    let page = LoginPage {
        destination: &destination,
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
    let destination = Destination::read(&form);
    let refuse = |status: StatusCode, problem| {
        let page = LoginPage {
            destination: &destination,
            email,
            csrf: "",
            problem: Some(problem),
        };
        let page = with_session(&app, &browser, &page)?;
        Ok((status, page).into_response())
    };
    let person = match authenticate(&app, email, password).await? {
        Authentication::Person(person) => person,
        Authentication::Wrong => {
            let problem = "No user has this e-mail address and password.";
            return refuse(StatusCode::UNPROCESSABLE_ENTITY, problem);
        }
        Authentication::Paused => {
            let problem = "Too many wrong passwords for this address. Try again in a minute.";
            return refuse(StatusCode::TOO_MANY_REQUESTS, problem);
        }
    };
    let session = random::secret()?;
    app.store
        .start_session(&session, person.id, app.clock.now())?;
    let cookie = browser.cookie(&session);
    Ok(([(SET_COOKIE, cookie)], see_other(&destination.address())).into_response())
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
    let next = match Destination::read(&form) {
        Destination::Front => "/login".to_owned(),
        page => page.address(),
    };
    Ok(([(SET_COOKIE, browser.no_cookie())], see_other(&next)).into_response())
}
