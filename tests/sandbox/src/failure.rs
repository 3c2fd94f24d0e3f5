//! The one error of every handler. It becomes a response in one place only,
//! [`crate::web::render_failure`], because the REST envelope repeats the request id, which a
//! handler does not know.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::internal::Internal;
use crate::oauth::error::OAuthError;
use crate::rest::error::RestError;
use crate::web::pages::error::ErrorPage;

/// Why a request was not answered as asked, ordered by who reads the answer.
#[derive(Debug, Clone)]
pub(crate) enum Failure {
    /// A person in a browser reads it: a page.
    Page(ErrorPage),
    /// An OAuth client reads it: a flat JSON body (RFC 6749 §5.2, RFC 6750 §3.1).
    OAuth(OAuthError),
    /// A client of the REST API reads it: the `errors` envelope.
    Rest(RestError),
    /// A person goes elsewhere: to the client's redirect URI, which carries the error, or to the
    /// login.
    Redirect(String),
}

impl Failure {
    /// The status of the response.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::Page(page) => page.status,
            Self::OAuth(error) => error.status(),
            Self::Rest(error) => error.status,
            Self::Redirect(_) => StatusCode::SEE_OTHER,
        }
    }
}

impl From<OAuthError> for Failure {
    fn from(error: OAuthError) -> Self {
        Self::OAuth(error)
    }
}

impl From<RestError> for Failure {
    fn from(error: RestError) -> Self {
        Self::Rest(error)
    }
}

impl From<ErrorPage> for Failure {
    fn from(page: ErrorPage) -> Self {
        Self::Page(page)
    }
}

/// A fault of the sandbox itself: the cause goes to standard error, where the person who started
/// it looks, and not to the caller.
impl From<Internal> for Failure {
    fn from(error: Internal) -> Self {
        if error.is_no_room() {
            return Self::Rest(RestError::no_room());
        }
        eprintln!("sandbox: a request failed: {error}");
        Self::Rest(RestError::server_error())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
