//! The one place where a [`Failure`] becomes a response.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{ALLOW, CONTENT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};

use super::request_id::RequestId;
use super::see_other;
use crate::failure::Failure;
use crate::oauth::error::{Challenge, OAuthError};
use crate::oauth::scope::Scope;
use crate::rest::envelope;
use crate::rest::error::RestError;
use crate::state::Shared;
use crate::switches::{RateLimitBody, SecondsHeader, Switches};

/// Runs the rest, and renders its failure if it left one.
pub(crate) async fn render_failure(
    State(app): State<Arc<Shared>>,
    Extension(RequestId(id)): Extension<RequestId>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    let Some(failure) = response.extensions_mut().remove::<Failure>() else {
        return response;
    };
    let mut rendered = render(failure, &id, &app.switches());
    // A fault on demand may say when to come back, the router which methods there are, and the
    // API in which language; everything else is said by the failure.
    for name in [RETRY_AFTER, ALLOW, CONTENT_LANGUAGE] {
        if let Some(value) = response.headers_mut().remove(&name) {
            rendered.headers_mut().insert(name, value);
        }
    }
    rendered
}

fn render(failure: Failure, id: &str, switches: &Switches) -> Response {
    match failure {
        Failure::Page(page) => page.render(switches).into_response(),
        Failure::OAuth(error) => oauth(&error, switches),
        Failure::Rest(error) => rest(&error, id, switches),
        Failure::Redirect(location) => see_other(&location),
    }
}

fn oauth(error: &OAuthError, switches: &Switches) -> Response {
    let mut response = (error.status(), Json(error.body())).into_response();
    let challenge = match error.challenge {
        Challenge::None => None,
        Challenge::Basic => Some("Basic realm=\"sell-sandbox\"".to_owned()),
        Challenge::Bearer => Some(bearer_challenge(error.code.text(), None)),
    };
    add_challenge(response.headers_mut(), challenge, switches);
    response
}

fn rest(error: &RestError, id: &str, switches: &Switches) -> Response {
    if error.status == StatusCode::TOO_MANY_REQUESTS {
        return too_many_requests(error, id, switches);
    }
    let mut response = (error.status, Json(envelope::errors(error, id))).into_response();
    let challenge = match error.status {
        StatusCode::UNAUTHORIZED => Some(bearer_challenge("invalid_token", None)),
        StatusCode::FORBIDDEN if error.needed_scope.is_some() => Some(bearer_challenge(
            "insufficient_scope",
            error.needed_scope.map(Scope::token),
        )),
        _ => None,
    };
    add_challenge(response.headers_mut(), challenge, switches);
    response
}

fn too_many_requests(error: &RestError, id: &str, switches: &Switches) -> Response {
    let mut response = match switches.rate_body {
        RateLimitBody::Envelope => Json(envelope::errors(error, id)).into_response(),
        RateLimitBody::Text => "Too many requests\n".into_response(),
    };
    *response.status_mut() = error.status;
    if let SecondsHeader::Seconds(seconds) = switches.rate_retry_after {
        response
            .headers_mut()
            .insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// RFC 6750 §3.
fn bearer_challenge(error: &str, scope: Option<&str>) -> String {
    let scope = scope.map_or_else(String::new, |scope| format!(", scope=\"{scope}\""));
    format!("Bearer realm=\"sell-sandbox\", error=\"{error}\"{scope}")
}

fn add_challenge(headers: &mut HeaderMap, challenge: Option<String>, switches: &Switches) {
    let value = challenge.filter(|_| switches.www_authenticate.is_on());
    if let Some(Ok(value)) = value.map(HeaderValue::try_from) {
        headers.insert(WWW_AUTHENTICATE, value);
    }
}

/// Gives JSON its documented charset, unless the answer chose another type.
pub(crate) fn name_charset(headers: &mut HeaderMap) {
    if headers
        .get(CONTENT_TYPE)
        .is_some_and(|value| value == "application/json")
    {
        headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/json; charset=utf-8"),
        );
    }
}
