//! The authorization request of the implicit grant (RFC 6749 §4.2.1).

use super::client::{ClientId, RedirectUri};
use super::form::append_pair;
use super::scope::Scopes;
use super::state::State;
use super::text::has;
use super::url::HttpUrl;

/// What the authorization server is asked. It answers in the fragment of the redirect URI.
#[derive(Debug, Clone)]
pub struct AuthorizationRequest<'a> {
    /// Who asks (RFC 6749 §2.2).
    pub client_id: &'a ClientId,
    /// Where to answer (RFC 6749 §3.1.2).
    pub redirect_uri: &'a RedirectUri,
    /// What for (RFC 6749 §3.3).
    pub scopes: &'a Scopes,
    /// How the answer will be recognised (RFC 6749 §10.12).
    pub state: &'a State,
}

impl AuthorizationRequest<'_> {
    /// The address to navigate to. A query that the endpoint already has is kept
    /// (RFC 6749 §3.1).
    #[must_use]
    pub fn to_url(&self, authorization_endpoint: &HttpUrl) -> String {
        let mut url = authorization_endpoint.as_str().to_owned();
        url.push(if has(&url, b'?') { '&' } else { '?' });
        for (name, value) in self.parameters() {
            append_pair(&mut url, name, &value);
        }
        url
    }

    /// The parameters in the order in which they are sent.
    #[must_use]
    pub fn parameters(&self) -> [(&'static str, String); 5] {
        [
            ("response_type", "token".to_owned()),
            ("client_id", self.client_id.as_str().to_owned()),
            ("redirect_uri", self.redirect_uri.as_str().to_owned()),
            ("scope", self.scopes.joined()),
            ("state", self.state.expose().to_owned()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(endpoint: &str) -> String {
        AuthorizationRequest {
            client_id: &ClientId::parse("a&b").unwrap(),
            redirect_uri: &RedirectUri::parse("https://app.example/callback.html").unwrap(),
            scopes: &Scopes::parse("read profile").unwrap(),
            state: &State::from_random(&[0; 32]),
        }
        .to_url(&HttpUrl::parse(endpoint).unwrap())
    }

    #[test]
    fn every_value_arrives_encoded_once() {
        assert_eq!(
            url("https://s.example/authorize"),
            format!(
                "https://s.example/authorize?response_type=token&client_id=a%26b\
                 &redirect_uri=https%3A%2F%2Fapp.example%2Fcallback.html&scope=read%20profile&state={}",
                "A".repeat(43)
            )
        );
    }

    #[test]
    fn the_endpoints_own_query_is_kept() {
        assert!(
            url("https://s.example/a?tenant=1")
                .starts_with("https://s.example/a?tenant=1&response_type=token")
        );
    }
}
