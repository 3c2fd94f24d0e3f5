//! The second origin: a stranger's server that answers everything and counts it. A test that
//! says "nothing went elsewhere" sends redirects there and finds the journal empty.

use std::sync::{Arc, PoisonError, RwLock};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_REQUEST_HEADERS, CACHE_CONTROL, CONTENT_TYPE,
};
use axum::response::{IntoResponse as _, Response};

use crate::state::Shared;
use crate::switches::OtherCors;
use crate::web::journal::Journal;

/// What is known of the second origin.
#[derive(Debug, Default)]
pub(crate) struct OtherOrigin {
    pub(crate) journal: Journal,
    base: RwLock<Option<String>>,
}

impl OtherOrigin {
    pub(crate) fn set_base(&self, base: &str) {
        *self.base.write().unwrap_or_else(PoisonError::into_inner) = Some(base.to_owned());
    }

    /// Its origin, once it is served.
    pub(crate) fn base(&self) -> Option<String> {
        self.base
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

/// One answer for every path and method.
pub(crate) fn routes() -> Router<Arc<Shared>> {
    Router::new().fallback(answer)
}

async fn answer(State(app): State<Arc<Shared>>, request: Request) -> Response {
    let mut response = [
        (CONTENT_TYPE, "application/json"),
        (CACHE_CONTROL, "no-store"),
    ]
    .into_response();
    *response.body_mut() = "{}".into();
    if app.switches().other_cors == OtherCors::Full {
        let headers = response.headers_mut();
        let all = HeaderValue::from_static("*");
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, all.clone());
        headers.insert(ACCESS_CONTROL_ALLOW_METHODS, all);
        // `*` would not cover `Authorization`, so what the preflight asks for is repeated.
        let asked = request.headers().get(ACCESS_CONTROL_REQUEST_HEADERS);
        headers.extend(asked.map(|asked| (ACCESS_CONTROL_ALLOW_HEADERS, asked.clone())));
    }
    response
}
