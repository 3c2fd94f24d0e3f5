//! What every REST request must pass, in this order: headers, token, rate, scope.

use axum::http::header::{ACCEPT, USER_AGENT};
use axum::http::{HeaderMap, HeaderValue};

use super::code::Code;
use super::error::RestError;
use crate::failure::Failure;
use crate::oauth::access;
use crate::oauth::bearer::{Bearer, bearer};
use crate::oauth::scope::Scope;
use crate::state::Shared;
use crate::store::tokens::TokenRecord;

/// Lets a request through that may do what needs `scope`.
pub(crate) fn admit(
    app: &Shared,
    headers: &HeaderMap,
    scope: Scope,
) -> Result<TokenRecord, Failure> {
    check_headers(headers)?;
    let token = live_token(app, headers)?;
    let per_second = app.switches().rate_per_second;
    if !app
        .rate_limit
        .admit(&token.digest, app.clock.now_millis(), per_second)
    {
        return Err(RestError::rate_limit_exceeded().into());
    }
    if !token.scopes.contains(scope) {
        return Err(RestError::insufficient_scope(scope).into());
    }
    Ok(token)
}

fn check_headers(headers: &HeaderMap) -> Result<(), RestError> {
    if headers.get(USER_AGENT).is_none_or(HeaderValue::is_empty) {
        return Err(RestError::invalid_header(
            Code::InvalidUserAgent,
            "The User-Agent header is missing.",
        ));
    }
    if accepts_json(headers) {
        Ok(())
    } else {
        Err(RestError::not_acceptable())
    }
}

/// Whether one of the media ranges covers JSON (RFC 9110 §12.5.1); no `Accept` covers all.
fn accepts_json(headers: &HeaderMap) -> bool {
    let mut ranges = headers.get_all(ACCEPT).iter().peekable();
    if ranges.peek().is_none() {
        return true;
    }
    ranges
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(covers)
}

fn covers(range: &str) -> bool {
    let mut parts = range.split(';').map(str::trim);
    let media_type = parts.next().unwrap_or_default().to_ascii_lowercase();
    let refused = parts.any(|part| {
        part.strip_prefix("q=")
            .and_then(|q| q.parse::<f32>().ok())
            .is_some_and(|q| q <= 0.0)
    });
    !refused
        && matches!(
            media_type.as_str(),
            "*/*" | "application/*" | "application/json"
        )
}

fn live_token(app: &Shared, headers: &HeaderMap) -> Result<TokenRecord, Failure> {
    let Bearer::Token(token) = bearer(headers) else {
        return Err(RestError::unauthorized().into());
    };
    access::live_token(app, &token)?.ok_or_else(|| RestError::unauthorized().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(value: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, value.parse().unwrap());
        accepts_json(&headers)
    }

    #[test]
    fn json_is_accepted_by_name_and_by_range() {
        assert!(accepts_json(&HeaderMap::new()));
        for value in [
            "application/json",
            "*/*",
            "application/*",
            "text/html, */*;q=0.1",
        ] {
            assert!(accepted(value), "{value}");
        }
    }

    #[test]
    fn other_types_and_a_quality_of_zero_are_not() {
        for value in ["text/html", "application/xml", "application/json;q=0", ""] {
            assert!(!accepted(value), "{value}");
        }
    }
}
