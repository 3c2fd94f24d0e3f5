//! Cross-origin answers (Fetch standard), in the three modes Sell may turn out to have.
//!
//! Only the API takes part: token info, revoke and `/v2`. The authorization endpoint is reached
//! by navigation and must not be readable by other pages.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_REQUEST_METHOD, ORIGIN, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::see_other;
use crate::config::AllowedOrigins;
use crate::faults::{CorsFault, spoil_preflight};
use crate::state::Shared;
use crate::switches::{Cors, Preflight, Switches};

const ALLOWED_METHODS: &str = "GET, POST, PUT, DELETE, HEAD";
const ALLOWED_HEADERS: &str = "authorization, content-type, accept, accept-language";
const EXPOSED_HEADERS: &str = "X-Request-Id, WWW-Authenticate, Retry-After";

/// Answers preflights and marks the answers an allowed origin may read.
pub(crate) async fn answer_cross_origin(
    State(app): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    if !is_api(request.uri().path()) {
        return next.run(request).await;
    }
    let switches = app.switches();
    let origin = request
        .headers()
        .get(ORIGIN)
        .filter(|origin| is_allowed(origin, &app.config.allowed_origins))
        .filter(|_| switches.cors != Cors::Off)
        .cloned();
    let mut response = if is_preflight(&request) {
        let usual = answer_preflight(origin.is_some(), &switches);
        spoil_preflight(&app, request, usual).await
    } else {
        next.run(request).await
    };
    let status = response.status();
    let fault = response.extensions_mut().remove::<CorsFault>();
    let headers = response.headers_mut();
    headers.append(VARY, HeaderValue::from_static("Origin"));
    if let Some(origin) = origin.filter(|_| is_readable(status, switches.cors)) {
        allow(headers, origin, &switches);
    }
    if let Some(fault) = fault {
        spoil(headers, fault);
    }
    response
}

fn is_api(path: &str) -> bool {
    path.starts_with("/v2/")
        || path.starts_with("/v3/")
        || matches!(path, "/oauth2/token/info" | "/oauth2/revoke")
}

fn is_allowed(origin: &HeaderValue, allowed: &AllowedOrigins) -> bool {
    match allowed {
        AllowedOrigins::Any => true,
        AllowedOrigins::List(origins) => origins
            .iter()
            .any(|listed| listed.as_bytes() == origin.as_bytes()),
    }
}

fn is_preflight(request: &Request) -> bool {
    request.method() == Method::OPTIONS
        && request
            .headers()
            .contains_key(ACCESS_CONTROL_REQUEST_METHOD)
}

fn answer_preflight(origin_allowed: bool, switches: &Switches) -> Response {
    if !origin_allowed || switches.cors_preflight == Preflight::Refuse {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    if switches.cors_preflight == Preflight::Redirect {
        return see_other("/");
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    if switches.cors_preflight == Preflight::NoOrigin {
        response.extensions_mut().insert(CorsFault::Hidden);
    }
    let headers = response.headers_mut();
    headers.insert(
        ACCESS_CONTROL_ALLOW_METHODS,
        HeaderValue::from_static(ALLOWED_METHODS),
    );
    if switches.cors_preflight != Preflight::NoHeaders {
        headers.insert(
            ACCESS_CONTROL_ALLOW_HEADERS,
            HeaderValue::from_static(ALLOWED_HEADERS),
        );
    }
    response
}

/// Zendesk Support documents its header on 200, 201, 204 and 404 only.
fn is_readable(status: StatusCode, mode: Cors) -> bool {
    match mode {
        Cors::Off => false,
        Cors::SupportLike => matches!(status.as_u16(), 200 | 201 | 204 | 404),
        Cors::Full => true,
    }
}

/// Credentials are never allowed: the API knows tokens, not cookies.
fn allow(headers: &mut HeaderMap, origin: HeaderValue, switches: &Switches) {
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    if switches.cors_expose.is_on() {
        headers.insert(
            ACCESS_CONTROL_EXPOSE_HEADERS,
            HeaderValue::from_static(EXPOSED_HEADERS),
        );
    }
}

/// Takes away, or falsifies, what a fault on demand names.
fn spoil(headers: &mut HeaderMap, fault: CorsFault) {
    let missing = match fault {
        CorsFault::Hidden => ACCESS_CONTROL_ALLOW_ORIGIN,
        CorsFault::NotExposed => ACCESS_CONTROL_EXPOSE_HEADERS,
        CorsFault::NoHeaders => ACCESS_CONTROL_ALLOW_HEADERS,
        CorsFault::NoMethods => ACCESS_CONTROL_ALLOW_METHODS,
        CorsFault::OtherOrigin => {
            let other = HeaderValue::from_static("https://other.example");
            headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, other);
            return;
        }
    };
    headers.remove(missing);
}
