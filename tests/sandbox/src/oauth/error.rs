//! OAuth errors: the codes of RFC 6749 §4.1.2.1, §4.2.2.1 and §5.2, RFC 6750 §3.1, RFC 7009 §2.2.1.

use axum::http::StatusCode;
use serde_json::{Value, json};

/// Where Sell explains its codes; the link is part of the documented body.
const ERROR_URI: &str = "https://developers.getbase.com/docs/rest/articles/oauth2/errors";

/// An error code of the standards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OAuthErrorCode {
    InvalidRequest,
    UnauthorizedClient,
    AccessDenied,
    UnsupportedResponseType,
    InvalidScope,
    ServerError,
    TemporarilyUnavailable,
    InvalidClient,
    InvalidGrant,
    UnsupportedGrantType,
    InvalidToken,
    InsufficientScope,
}

impl OAuthErrorCode {
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::InvalidRequest => "invalid_request",
            Self::UnauthorizedClient => "unauthorized_client",
            Self::AccessDenied => "access_denied",
            Self::UnsupportedResponseType => "unsupported_response_type",
            Self::InvalidScope => "invalid_scope",
            Self::ServerError => "server_error",
            Self::TemporarilyUnavailable => "temporarily_unavailable",
            Self::InvalidClient => "invalid_client",
            Self::InvalidGrant => "invalid_grant",
            Self::UnsupportedGrantType => "unsupported_grant_type",
            Self::InvalidToken => "invalid_token",
            Self::InsufficientScope => "insufficient_scope",
        }
    }
}

/// How a 401 asks for credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Challenge {
    /// None: the status says it all.
    None,
    /// The client's id and secret (RFC 6749 §5.2).
    Basic,
    /// A token (RFC 6750 §3).
    Bearer,
}

/// An error a client reads as a flat JSON body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OAuthError {
    pub(crate) code: OAuthErrorCode,
    pub(crate) description: String,
    pub(crate) challenge: Challenge,
    status: StatusCode,
}

impl OAuthError {
    /// Sell's rule: 400 for every code but those of the other constructors.
    pub(crate) fn new(code: OAuthErrorCode, description: impl Into<String>) -> Self {
        Self {
            code,
            description: description.into(),
            challenge: Challenge::None,
            status: StatusCode::BAD_REQUEST,
        }
    }

    /// 401: the token is missing, unknown, expired or revoked.
    pub(crate) fn token(code: OAuthErrorCode, description: &str) -> Self {
        Self {
            challenge: Challenge::Bearer,
            status: StatusCode::UNAUTHORIZED,
            ..Self::new(code, description)
        }
    }

    /// 401 `invalid_client`: client authentication failed.
    pub(crate) fn invalid_client() -> Self {
        Self {
            challenge: Challenge::Basic,
            status: StatusCode::UNAUTHORIZED,
            ..Self::new(
                OAuthErrorCode::InvalidClient,
                "Client authentication failed.",
            )
        }
    }

    /// 400 `invalid_grant`: the code, the password or the refresh token is not good.
    pub(crate) fn invalid_grant(description: &str) -> Self {
        Self::new(OAuthErrorCode::InvalidGrant, description)
    }

    /// 400 `invalid_scope`.
    pub(crate) fn invalid_scope() -> Self {
        Self::new(
            OAuthErrorCode::InvalidScope,
            "The requested scope is invalid, unknown, malformed, or wider than allowed.",
        )
    }

    /// 405: OAuth's endpoints that change something take POST only.
    pub(crate) fn wrong_method() -> Self {
        Self {
            status: StatusCode::METHOD_NOT_ALLOWED,
            ..Self::new(
                OAuthErrorCode::InvalidRequest,
                "This endpoint takes POST only.",
            )
        }
    }

    /// 403 `unauthorized_client`, as Doorkeeper refuses a revocation.
    pub(crate) fn unauthorized_client() -> Self {
        Self {
            status: StatusCode::FORBIDDEN,
            ..Self::new(
                OAuthErrorCode::UnauthorizedClient,
                "You are not authorized to revoke this token",
            )
        }
    }

    /// The error an ordered fault with this status has.
    pub(crate) fn on_demand(status: StatusCode) -> Self {
        let (code, challenge) = match status {
            StatusCode::UNAUTHORIZED => (OAuthErrorCode::InvalidToken, Challenge::Bearer),
            StatusCode::FORBIDDEN => (OAuthErrorCode::InsufficientScope, Challenge::Bearer),
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS => {
                (OAuthErrorCode::TemporarilyUnavailable, Challenge::None)
            }
            _ if status.is_server_error() => (OAuthErrorCode::ServerError, Challenge::None),
            _ => (OAuthErrorCode::InvalidRequest, Challenge::None),
        };
        Self {
            challenge,
            status,
            ..Self::new(code, "A fault on demand.")
        }
    }

    /// 413: more than the sandbox reads.
    pub(crate) fn too_large() -> Self {
        Self {
            status: StatusCode::PAYLOAD_TOO_LARGE,
            ..Self::new(OAuthErrorCode::InvalidRequest, "The body is too large.")
        }
    }

    pub(crate) fn status(&self) -> StatusCode {
        self.status
    }

    /// The flat body.
    pub(crate) fn body(&self) -> Value {
        json!({
            "error": self.code.text(),
            "error_description": self.description,
            "error_uri": ERROR_URI,
        })
    }
}
