//! Errors of the REST API (sell-api §9.3).

use axum::http::StatusCode;

use super::code::Code;
use super::language::Language;
use crate::oauth::scope::Scope;

/// One entry of the `errors` list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Detail {
    pub(crate) code: Code,
    pub(crate) details: String,
    /// The kind of resource, for errors in a payload.
    pub(crate) resource: Option<&'static str>,
    /// A JSON pointer (RFC 6901) into the `data` of the payload.
    pub(crate) field: Option<String>,
}

/// An error a client of the API reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RestError {
    pub(crate) status: StatusCode,
    pub(crate) errors: Vec<Detail>,
    /// The scope that was missing, for `WWW-Authenticate` (RFC 6750 §3.1).
    pub(crate) needed_scope: Option<Scope>,
    /// The language of the messages.
    pub(crate) language: Language,
}

impl RestError {
    fn new(status: StatusCode, code: Code, details: impl Into<String>) -> Self {
        let detail = Detail {
            code,
            details: details.into(),
            resource: None,
            field: None,
        };
        Self {
            status,
            errors: vec![detail],
            needed_scope: None,
            language: Language::default(),
        }
    }

    /// 401, one code for a token that is missing, malformed, expired or revoked.
    pub(crate) fn unauthorized() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            Code::Unauthorized,
            "Required access token is missing, malformed, expired, or invalid.",
        )
    }

    /// 403: the token does not have `scope`.
    pub(crate) fn insufficient_scope(scope: Scope) -> Self {
        let error = Self::new(
            StatusCode::FORBIDDEN,
            Code::InsufficientScope,
            format!("The request requires the scope `{}`.", scope.token()),
        );
        Self {
            needed_scope: Some(scope),
            ..error
        }
    }

    /// 403: the user's role does not allow it.
    pub(crate) fn forbidden(details: &str) -> Self {
        Self::new(StatusCode::FORBIDDEN, Code::Forbidden, details)
    }

    /// 404: the path, or the record in it, does not exist.
    pub(crate) fn not_found() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            Code::NotFound,
            "The requested resource could not be found.",
        )
    }

    /// 405: the path exists, but not for this method.
    pub(crate) fn method_not_allowed() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            Code::MethodNotAllowed,
            "The resource does not answer to this method.",
        )
    }

    /// 406: JSON is all there is.
    pub(crate) fn not_acceptable() -> Self {
        Self::new(
            StatusCode::NOT_ACCEPTABLE,
            Code::NotAcceptable,
            "The only media type available is application/json.",
        )
    }

    /// 400: a header is missing or wrong.
    pub(crate) fn invalid_header(code: Code, details: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, details)
    }

    /// 400: a query parameter is unknown, repeated or out of range.
    pub(crate) fn invalid_param(details: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, Code::InvalidParam, details)
    }

    /// 400: the body is not JSON.
    pub(crate) fn invalid_payload(details: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, Code::InvalidPayload, details)
    }

    /// 413: the body is longer than the sandbox reads.
    pub(crate) fn payload_too_large() -> Self {
        Self {
            status: StatusCode::PAYLOAD_TOO_LARGE,
            ..Self::invalid_payload("The payload is too large.")
        }
    }

    /// 422: the body is JSON, but not wrapped as `{"data": {…}}`.
    pub(crate) fn incorrect_payload(details: &str) -> Self {
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            Code::IncorrectPayload,
            details,
        )
    }

    /// 422: fields of the payload are wrong; one entry each.
    pub(crate) fn fields(errors: Vec<Detail>) -> Self {
        Self {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            errors,
            needed_scope: None,
            language: Language::default(),
        }
    }

    /// 429: too many requests with this token.
    pub(crate) fn rate_limit_exceeded() -> Self {
        Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            Code::RateLimitExceeded,
            "Too many requests with this access token; try again in a moment.",
        )
    }

    /// 410: the stream has moved on.
    pub(crate) fn position_gone() -> Self {
        Self::new(
            StatusCode::GONE,
            Code::PositionGone,
            "The events after this position are no longer kept; start again at `tail`.",
        )
    }

    /// 503: the database is as large as it may become.
    pub(crate) fn no_room() -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            Code::TemporarilyUnavailable,
            "The database of the sandbox is full (256 MB); delete records, or reset it.",
        )
    }

    /// The error an ordered fault with this status has.
    pub(crate) fn on_demand(status: StatusCode) -> Self {
        let error = match status {
            StatusCode::UNAUTHORIZED => Self::unauthorized(),
            StatusCode::FORBIDDEN => Self::insufficient_scope(Scope::Read),
            StatusCode::NOT_FOUND => Self::not_found(),
            StatusCode::TOO_MANY_REQUESTS => Self::rate_limit_exceeded(),
            StatusCode::SERVICE_UNAVAILABLE => {
                Self::new(status, Code::TemporarilyUnavailable, "A fault on demand.")
            }
            _ if status.is_server_error() => Self::server_error(),
            _ => Self::invalid_param("A fault on demand."),
        };
        Self { status, ..error }
    }

    /// 500: the sandbox itself failed.
    pub(crate) fn server_error() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            Code::ServerError,
            "The sandbox could not answer; the cause is printed where it was started.",
        )
    }
}
