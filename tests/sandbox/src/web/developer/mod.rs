//! `/settings/oauth/…`: applications and personal tokens, for administrators.

mod app;
mod apps;
mod registration_form;
mod tokens;

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};

use super::browser::Browser;
use super::form::read_form;
use super::pages::developer::{APPS, Frame, PERSONAL_TOKENS, TokenRow};
use super::pages::error::ErrorPage;
use super::session::{check_form, visitor};
use crate::clock;
use crate::failure::Failure;
use crate::internal::Internal;
use crate::oauth::parameters::Parameters;
use crate::routes::Routes;
use crate::state::Shared;
use crate::store::token_list::MOST_LISTED;
use crate::store::tokens::{Holder, TokenRecord};
use crate::store::users::User;

/// The pages and their forms.
pub(super) fn routes() -> Routes {
    Routes::new()
        .route(APPS, get(apps::show).post(apps::register))
        .route("/settings/oauth/app", get(app::show))
        .route(
            "/settings/oauth/app/redirect-uris",
            post(app::redirect_uris),
        )
        .route("/settings/oauth/app/delete", post(app::delete))
        .route("/settings/oauth/app/revoke", post(app::revoke))
        .route(PERSONAL_TOKENS, get(tokens::show).post(tokens::make))
        .route("/settings/oauth/tokens/revoke", post(tokens::revoke))
}

/// The administrator at this browser. Nobody is sent to the login, which comes back to `here`;
/// anybody else is told that the page is not for them.
fn administrator(app: &Shared, browser: &Browser, here: &str) -> Result<User, Failure> {
    let Some(person) = visitor(app, browser)? else {
        let next: String = form_urlencoded::byte_serialize(here.as_bytes()).collect();
        return Err(Failure::Redirect(format!("/login?next={next}")));
    };
    if person.is_administrator() {
        Ok(person)
    } else {
        Err(ErrorPage::administrators_only(&person.name).into())
    }
}

/// Reads a form that an administrator sent from a page of ours.
async fn administrators_form(
    app: &Shared,
    browser: &Browser,
    here: &str,
    request: Request,
) -> Result<(User, Parameters), Failure> {
    let form = read_form(request).await.map_err(ErrorPage::from)?;
    let person = administrator(app, browser, here)?;
    check_form(browser, &form)?;
    Ok((person, form))
}

/// A page that shows its form again, with what is wrong.
fn not_yet(page: Response) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

fn frame(browser: &Browser, person: User, here: &str) -> Frame {
    Frame {
        person,
        csrf: browser.csrf(),
        here: here.to_owned(),
    }
}

/// The tokens of an application, or the personal ones, as rows of a table; whether there are
/// more than it shows.
fn token_rows(app: &Shared, client_id: Option<&str>) -> Result<(Vec<TokenRow>, bool), Internal> {
    let now = app.clock.now();
    let users = app.store.users()?;
    let tokens = app.store.usable_tokens(client_id, now)?;
    let has_more = tokens.len() > MOST_LISTED;
    let rows = tokens.into_iter().take(MOST_LISTED);
    Ok((
        rows.map(|token| row(token, &users, now)).collect(),
        has_more,
    ))
}

fn row(token: TokenRecord, users: &[User], now: i64) -> TokenRow {
    let owner = users.iter().find(|user| user.id == token.user_id);
    TokenRow {
        owner: owner.map_or_else(|| token.user_id.to_string(), |user| user.email.clone()),
        kind: match (&token.holder, &token.refresh_scopes, token.is_live(now)) {
            (Holder::Owner { .. }, _, _) => "personal",
            (Holder::Client(_), None, _) => "access",
            (Holder::Client(_), Some(_), true) => "access and refresh",
            (Holder::Client(_), Some(_), false) => "refresh; its access token has expired",
        },
        scopes: token.scopes.to_string(),
        issued: moment(token.issued_at),
        expires: token.expires_at.map_or_else(|| "never".to_owned(), moment),
        note: match token.holder {
            Holder::Owner { note } => note,
            Holder::Client(_) => String::new(),
        },
        digest: token.digest,
    }
}

/// A moment for people: with a space, where the line may break.
fn moment(seconds: i64) -> String {
    clock::text(seconds).replace('T', " ").replace('Z', "")
}

/// Revokes the token a row's form names, if it is of this application, or personal. One that is
/// gone already is fine: the person wanted it gone.
fn revoke(app: &Shared, form: &Parameters, client_id: Option<&str>) -> Result<(), Internal> {
    let digest = form.one("token").ok().flatten().unwrap_or_default();
    let token = app.store.token_by_digest(digest)?;
    match token.filter(|token| token.client_id() == client_id) {
        Some(token) => app.store.revoke_token(&token.digest, app.clock.now()),
        None => Ok(()),
    }
}
