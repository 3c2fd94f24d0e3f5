//! Form bodies, bounded.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;

use super::pages::error::ErrorPage;
use crate::oauth::error::{OAuthError, OAuthErrorCode};
use crate::oauth::parameters::Parameters;

/// The most any body may hold, in bytes.
pub(crate) const MOST_BODY_BYTES: usize = 64 * 1024;

/// Why a form body could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FormProblem {
    /// It is not `application/x-www-form-urlencoded`.
    WrongType,
    /// It is longer than [`MOST_BODY_BYTES`], or broke off.
    TooLarge,
}

/// Reads a form body.
pub(crate) async fn read_form(request: Request) -> Result<Parameters, FormProblem> {
    let content_type = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let media_type = content_type
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default();
    if !media_type
        .trim()
        .eq_ignore_ascii_case("application/x-www-form-urlencoded")
    {
        return Err(FormProblem::WrongType);
    }
    read_body(request.into_body())
        .await
        .map(|bytes| Parameters::read(&bytes))
}

/// Reads a body of any type.
pub(crate) async fn read_body(body: Body) -> Result<Vec<u8>, FormProblem> {
    let bytes = to_bytes(body, MOST_BODY_BYTES)
        .await
        .map_err(|_| FormProblem::TooLarge)?;
    Ok(bytes.into())
}

impl From<FormProblem> for OAuthError {
    fn from(problem: FormProblem) -> Self {
        match problem {
            FormProblem::WrongType => Self::new(
                OAuthErrorCode::InvalidRequest,
                "The body must be application/x-www-form-urlencoded.",
            ),
            FormProblem::TooLarge => Self::too_large(),
        }
    }
}

impl From<FormProblem> for ErrorPage {
    fn from(problem: FormProblem) -> Self {
        Self::form(match problem {
            FormProblem::WrongType => "The form was sent in another encoding than the page's.",
            FormProblem::TooLarge => "The form holds more than can be read.",
        })
    }
}
