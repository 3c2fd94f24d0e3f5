//! One application: its secret once, its redirect URIs, its tokens, its end.

use std::sync::Arc;

use axum::extract::{RawQuery, Request, State};
use axum::response::{IntoResponse as _, Response};

use super::registration_form::lines;
use super::{administrator, administrators_form, frame, not_yet, token_rows};
use crate::failure::Failure;
use crate::oauth::parameters::Parameters;
use crate::oauth::registration::check_some_redirect_uris;
use crate::state::Shared;
use crate::store::clients::Client;
use crate::store::users::User;
use crate::web::browser::Browser;
use crate::web::pages::developer::{APPS, AppPage, AppProblem, app_address};
use crate::web::pages::error::ErrorPage;
use crate::web::see_other;

fn client(app: &Shared, parameters: &Parameters) -> Result<Client, Failure> {
    let client_id = parameters.one("client_id").ok().flatten();
    let client = app.store.client(client_id.unwrap_or_default())?;
    client.ok_or_else(|| ErrorPage::no_application().into())
}

/// Shows an application.
pub(super) async fn show(
    State(app): State<Arc<Shared>>,
    RawQuery(query): RawQuery,
    browser: Browser,
) -> Result<Response, Failure> {
    let parameters = Parameters::read(query.unwrap_or_default().as_bytes());
    let client_id = parameters.one("client_id").ok().flatten();
    let person = administrator(&app, &browser, &app_address(client_id.unwrap_or_default()))?;
    let client = client(&app, &parameters)?;
    let redirect_uris = client.redirect_uris.join("\n");
    page(&app, &browser, person, client, redirect_uris, None)
}

fn page(
    app: &Shared,
    browser: &Browser,
    person: User,
    client: Client,
    redirect_uris: String,
    problem: Option<AppProblem>,
) -> Result<Response, Failure> {
    let here = app_address(&client.client_id);
    let (tokens, has_more) = token_rows(app, Some(&client.client_id))?;
    let page = AppPage {
        secret: app.reveals.take(browser, &here, app.clock.now()),
        frame: frame(browser, person, &here),
        client,
        redirect_uris,
        tokens,
        has_more,
        problem,
    };
    Ok(page.render().into_response())
}

/// Replaces the redirect URIs.
pub(super) async fn redirect_uris(
    State(app): State<Arc<Shared>>,
    browser: Browser,
    request: Request,
) -> Result<Response, Failure> {
    let (person, form) = administrators_form(&app, &browser, APPS, request).await?;
    let client = client(&app, &form)?;
    let typed = form.one("redirect_uris").ok().flatten().unwrap_or_default();
    let uris = lines(typed);
    if let Err(problem) = check_some_redirect_uris(&uris) {
        let problem = AppProblem::RedirectUris(problem);
        return page(
            &app,
            &browser,
            person,
            client,
            typed.to_owned(),
            Some(problem),
        )
        .map(not_yet);
    }
    app.store.put_redirect_uris(&client.client_id, &uris)?;
    Ok(see_other(&app_address(&client.client_id)))
}

/// Deletes an application; its tokens end with it.
pub(super) async fn delete(
    State(app): State<Arc<Shared>>,
    browser: Browser,
    request: Request,
) -> Result<Response, Failure> {
    let (person, form) = administrators_form(&app, &browser, APPS, request).await?;
    let client = client(&app, &form)?;
    if form.one("sure") != Ok(Some("yes")) {
        let typed = client.redirect_uris.join("\n");
        let problem = Some(AppProblem::NotSure);
        return page(&app, &browser, person, client, typed, problem).map(not_yet);
    }
    app.store.delete_client(&client.client_id)?;
    Ok(see_other(APPS))
}

/// Revokes one token of an application.
pub(super) async fn revoke(
    State(app): State<Arc<Shared>>,
    browser: Browser,
    request: Request,
) -> Result<Response, Failure> {
    let (_, form) = administrators_form(&app, &browser, APPS, request).await?;
    let client = client(&app, &form)?;
    super::revoke(&app, &form, Some(&client.client_id))?;
    Ok(see_other(&app_address(&client.client_id)))
}
