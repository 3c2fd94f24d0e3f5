//! What a call brought, judged: the reply that was hoped for, or a failure of a known kind.

use std::ops::Deref;
use std::rc::Rc;

use super::exchange::{Reply, RetryAfter, TransportError};
use super::provider::Provider;

/// Why a call did not bring what it should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// 401: the token is expired, revoked or mistyped (RFC 6750 §3.1, `invalid_token`).
    Token,
    /// 403 with `insufficient_scope` (RFC 6750 §3.1).
    MissingScope,
    /// 403 for another reason, such as a role.
    Forbidden,
    /// 404 or 410.
    NotFound,
    /// 400, 422 and the rest of 4xx: the content, not the token.
    Content,
    /// 429.
    RateLimited,
    /// 5xx.
    Server,
    /// Any other status.
    Unexpected,
    /// A status of success with a body that cannot be right; names what is wrong.
    Malformed(&'static str),
    /// Nothing readable.
    Transport(TransportError),
}

/// A failure with what the server said about it. Cloning shares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(Rc<FailureFacts>);

/// What is known about a failure.
#[derive(Debug, PartialEq, Eq)]
pub struct FailureFacts {
    /// The kind.
    pub refusal: Refusal,
    /// The status, where one could be read.
    pub status: Option<u16>,
    /// What the server said.
    pub report: ErrorReport,
    /// When to try again, where it said so.
    pub retry_after: Option<RetryAfter>,
}

/// What a provider's error body said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ErrorReport {
    /// The code.
    pub code: Option<String>,
    /// The sentence.
    pub message: Option<String>,
    /// The reference.
    pub reference: Option<String>,
    /// The member of the body that it is about, as a JSON Pointer (RFC 6901).
    pub field: Option<String>,
}

impl Failure {
    /// A failure of which nothing but the kind is known.
    #[must_use]
    pub fn bare(refusal: Refusal) -> Self {
        Self::new(FailureFacts {
            refusal,
            status: None,
            report: ErrorReport::default(),
            retry_after: None,
        })
    }

    /// A failure of which all this is known.
    #[must_use]
    pub fn new(facts: FailureFacts) -> Self {
        Self(Rc::new(facts))
    }
}

impl Deref for Failure {
    type Target = FailureFacts;

    fn deref(&self) -> &FailureFacts {
        &self.0
    }
}

/// Judges an exchange: a 2xx reply passes, everything else is a failure of its kind.
///
/// # Errors
/// The [`Failure`].
pub fn judge(
    provider: &Provider,
    outcome: Result<Reply, TransportError>,
) -> Result<Reply, Failure> {
    let reply = outcome.map_err(|error| Failure::bare(Refusal::Transport(error)))?;
    if (200..300).contains(&reply.status) {
        return Ok(reply);
    }
    let report = reply
        .json
        .as_ref()
        .map(provider.read_error)
        .unwrap_or_default();
    Err(Failure::new(FailureFacts {
        refusal: refusal(provider, reply.status, report.code.as_deref()),
        status: Some(reply.status),
        report,
        retry_after: reply.retry_after,
    }))
}

fn refusal(provider: &Provider, status: u16, code: Option<&str>) -> Refusal {
    match status {
        401 => Refusal::Token,
        403 if code == Some(provider.missing_scope_code) => Refusal::MissingScope,
        403 => Refusal::Forbidden,
        404 | 410 => Refusal::NotFound,
        429 => Refusal::RateLimited,
        400..=499 => Refusal::Content,
        500..=599 => Refusal::Server,
        _ => Refusal::Unexpected,
    }
}
