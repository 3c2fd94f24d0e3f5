//! `/oauth2/authorize` (RFC 6749 §3.1): the consent page, and the person's decision.

use std::sync::Arc;

use axum::extract::{RawQuery, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};

use super::authorization_request::{AuthorizationRequest, ResponseType};
use super::authorization_response::{code_location, denial_location, success_location};
use super::code::{CodeOrder, make_code};
use super::grant_type::GrantType;
use super::issue::{Order, issue};
use super::parameters::Parameters;
use super::scope::{Scope, Scopes};
use crate::failure::Failure;
use crate::internal::Internal;
use crate::state::Shared;
use crate::store::tokens::Holder;
use crate::store::users::User;
use crate::switches::{Granted, Switches};
use crate::web::browser::Browser;
use crate::web::form::read_form;
use crate::web::pages::consent::ConsentPage;
use crate::web::pages::error::ErrorPage;
use crate::web::see_other;
use crate::web::session::{check_form, visitor};

/// Shows the consent page, after the login page when nobody is signed in.
pub(crate) async fn show(
    State(app): State<Arc<Shared>>,
    RawQuery(query): RawQuery,
    browser: Browser,
) -> Result<Response, Failure> {
    let query = query.unwrap_or_default();
    // Judged before the login, so that a bad request is told at once, and because the login
    // page's policy lets its form lead nowhere but here.
    let request = AuthorizationRequest::read(&app, &query, &browser.base)?;
    let Some(person) = visitor(&app, &browser)? else {
        return Ok(to_login(&query));
    };
    Ok(consent(&app, &browser, &person, &request, &query, None))
}

/// Takes the decision. The request is read again from the query, so nothing a form field says
/// can widen it.
pub(crate) async fn decide(
    State(app): State<Arc<Shared>>,
    browser: Browser,
    request: Request,
) -> Result<Response, Failure> {
    let query = request.uri().query().unwrap_or_default().to_owned();
    let asked = AuthorizationRequest::read(&app, &query, &browser.base)?;
    let form = read_form(request).await.map_err(ErrorPage::from)?;
    let Some(person) = visitor(&app, &browser)? else {
        return Ok(to_login(&query));
    };
    check_form(&browser, &form)?;
    match form.one("decision") {
        Ok(Some("deny")) => {
            let location = denial_location(&asked, &browser.base, &app.switches());
            Ok(see_other(&location))
        }
        Ok(Some("allow")) => allow(&app, &browser, &person, &asked, &form, &query),
        _ => Err(ErrorPage::form("The form came without a decision.").into()),
    }
}

fn to_login(query: &str) -> Response {
    let authorize: String = form_urlencoded::byte_serialize(query.as_bytes()).collect();
    see_other(&format!("/login?authorize={authorize}"))
}

fn consent(
    app: &Shared,
    browser: &Browser,
    person: &User,
    request: &AuthorizationRequest,
    query: &str,
    problem: Option<&str>,
) -> Response {
    let page = ConsentPage {
        person,
        request,
        query,
        csrf: browser.csrf(),
        problem,
    };
    page.render(&app.switches()).into_response()
}

fn allow(
    app: &Shared,
    browser: &Browser,
    person: &User,
    request: &AuthorizationRequest,
    form: &Parameters,
    query: &str,
) -> Result<Response, Failure> {
    let ticked: Vec<_> = form.all("scope").collect();
    let ticked = Scopes::read_stored(&ticked.join(" ")).and(&request.scopes);
    if ticked == Scopes::default() {
        let problem = "Tick at least one permission, or deny.";
        let page = consent(app, browser, person, request, query, Some(problem));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let location = grant(app, person, request, &ticked, &browser.base)?;
    Ok(see_other(&location))
}

fn grant(
    app: &Shared,
    person: &User,
    request: &AuthorizationRequest,
    ticked: &Scopes,
    issuer: &str,
) -> Result<String, Internal> {
    let switches = app.switches();
    let scopes = granted(ticked, &switches);
    match request.response_type {
        ResponseType::Code => {
            let order = CodeOrder {
                client_id: request.client.client_id.clone(),
                user_id: person.id,
                scopes,
                redirect_uri: request.redirect_uri.clone(),
            };
            let code = make_code(app, order)?;
            Ok(code_location(request, &code, issuer, &switches))
        }
        ResponseType::Token => {
            let may_refresh = request.client.grants.contains(GrantType::RefreshToken);
            let order = Order {
                holder: Holder::Client(request.client.client_id.clone()),
                user_id: person.id,
                ttl: switches.token_ttl,
                refresh_scopes: (switches.refresh_token.is_on() && may_refresh)
                    .then(|| scopes.clone()),
                scopes,
            };
            let token = issue(app, order)?;
            Ok(success_location(request, &token, issuer, &switches))
        }
    }
}

fn granted(ticked: &Scopes, switches: &Switches) -> Scopes {
    match switches.granted {
        Granted::Consented => ticked.clone(),
        Granted::Reduced => ticked.first_only(),
        Granted::Wider => ticked.with(Scope::Sync),
    }
}
