//! The authorization response (RFC 6749 §4.1.2, §4.2.2) and the error response (§4.1.2.1,
//! §4.2.2.1), in the many forms real servers give them.

use form_urlencoded::{Serializer, byte_serialize};

use super::authorization_request::AuthorizationRequest;
use super::error::OAuthErrorCode;
use super::issue::Issued;
use super::redirect_uri::{with_fragment, with_query};
use crate::secret::Secret;
use crate::switches::{
    ErrorIn, ExpiresIn, FieldOrder, ScopeField, ScopeSeparator, Switches, TokenTypeCase,
};

type Field = (&'static str, String);

/// Where the person goes with a code: always in the query (RFC 6749 §4.1.2).
pub(crate) fn code_location(
    request: &AuthorizationRequest,
    code: &Secret,
    issuer: &str,
    switches: &Switches,
) -> String {
    let fields = encoded(
        &[("code", code.expose())],
        echoed_state(request, switches),
        switches.iss.is_on().then_some(issuer),
    );
    with_query(&request.redirect_uri, &fields)
}

/// The `state` of the request, unless the switch takes it away.
fn echoed_state<'a>(request: &'a AuthorizationRequest, switches: &Switches) -> Option<&'a str> {
    request
        .state
        .as_deref()
        .filter(|_| switches.echo_state.is_on())
}

/// Where the person goes with the denial.
pub(crate) fn denial_location(
    request: &AuthorizationRequest,
    issuer: &str,
    switches: &Switches,
) -> String {
    error_location(
        &request.redirect_uri,
        request.response_type.error_in(switches),
        OAuthErrorCode::AccessDenied,
        "The resource owner denied the request.",
        echoed_state(request, switches),
        switches.iss.is_on().then_some(issuer),
    )
}

/// Where the person goes with the token.
pub(crate) fn success_location(
    request: &AuthorizationRequest,
    token: &Issued,
    issuer: &str,
    switches: &Switches,
) -> String {
    let mut fields = success_fields(request, token, issuer, switches);
    match switches.order {
        FieldOrder::Documented => {}
        FieldOrder::Reversed => fields.reverse(),
        FieldOrder::Alphabetical => fields.sort(),
    }
    let encoded: Vec<_> = fields
        .iter()
        .map(|(name, value)| encode(name, value, switches.scope_separator))
        .collect();
    with_fragment(&request.redirect_uri, &encoded.join("&"))
}

fn success_fields(
    request: &AuthorizationRequest,
    token: &Issued,
    issuer: &str,
    switches: &Switches,
) -> Vec<Field> {
    let token_type = match switches.token_type {
        TokenTypeCase::Lower => "bearer",
        TokenTypeCase::Capital => "Bearer",
    };
    let mut fields = vec![
        ("access_token", token.access_token.expose().to_owned()),
        ("token_type", token_type.to_owned()),
    ];
    let mut add = |name, value: Option<String>| fields.extend(value.map(|value| (name, value)));
    add("expires_in", expires_in(token, switches.expires_in));
    add(
        "refresh_token",
        token
            .refresh_token
            .as_ref()
            .map(|refresh| refresh.expose().to_owned()),
    );
    add(
        "scope",
        says_scope(request, token, switches).then(|| token.record.scopes.to_string()),
    );
    add("state", echoed_state(request, switches).map(str::to_owned));
    add("iss", switches.iss.is_on().then(|| issuer.to_owned()));
    if switches.extra_fields.is_on() {
        add("created_at", Some(token.record.issued_at.to_string()));
        add("x_unknown", Some("a field nobody asked for".to_owned()));
    }
    fields
}

fn expires_in(token: &Issued, form: ExpiresIn) -> Option<String> {
    match form {
        ExpiresIn::Seconds => token.expires_in().map(|seconds| seconds.to_string()),
        ExpiresIn::Absent => None,
        ExpiresIn::Zero => Some("0".to_owned()),
        ExpiresIn::Negative => Some("-1".to_owned()),
        ExpiresIn::Text => Some("soon".to_owned()),
    }
}

/// Sell says the scope when it differs from the default, RFC 6749 §4.2.2 when it differs from
/// what was asked. `when-different` does both.
fn says_scope(request: &AuthorizationRequest, token: &Issued, switches: &Switches) -> bool {
    let granted = &token.record.scopes;
    match switches.scope_field {
        ScopeField::Always => true,
        ScopeField::Never => false,
        ScopeField::WhenDifferent => {
            *granted != request.client.scopes || *granted != request.scopes
        }
    }
}

fn encode(name: &str, value: &str, separator: ScopeSeparator) -> String {
    let value: String = byte_serialize(value.as_bytes()).collect();
    match separator {
        // A literal `+` was encoded as %2B, so every `+` left is a space.
        ScopeSeparator::Percent20 if name == "scope" => {
            format!("{name}={}", value.replace('+', "%20"))
        }
        _ => format!("{name}={value}"),
    }
}

/// Where the person goes with an error.
pub(crate) fn error_location(
    redirect_uri: &str,
    error_in: ErrorIn,
    code: OAuthErrorCode,
    description: &str,
    state: Option<&str>,
    issuer: Option<&str>,
) -> String {
    let fields = [("error", code.text()), ("error_description", description)];
    let encoded = encoded(&fields, state, issuer);
    match error_in {
        ErrorIn::Fragment => with_fragment(redirect_uri, &encoded),
        ErrorIn::Query => with_query(redirect_uri, &encoded),
    }
}

fn encoded(fields: &[(&str, &str)], state: Option<&str>, issuer: Option<&str>) -> String {
    let mut encoded = Serializer::new(String::new());
    encoded.extend_pairs(fields);
    encoded.extend_pairs(state.map(|state| ("state", state)));
    encoded.extend_pairs(issuer.map(|issuer| ("iss", issuer)));
    encoded.finish()
}
