//! Revocation (RFC 7009).

use super::answer::Failure;
use super::client::ClientId;
use super::exchange::{Body, Method, Request, TIMEOUT_MS};
use super::form::append_pair;
use super::secret::AccessToken;
use super::url::HttpUrl;

/// Asks the server to kill a token (RFC 7009 §2.1).
///
/// A public client names itself by `client_id` in the body, where RFC 6749 §3.2.1 puts it. No
/// `Authorization` header is sent: some servers read a bearer there as failed client
/// authentication, and it would make the request need a preflight.
#[derive(Debug)]
pub struct RevocationRequest<'a> {
    /// The token to kill.
    pub token: &'a AccessToken,
    /// Who asks.
    pub client_id: &'a ClientId,
}

impl RevocationRequest<'_> {
    /// The request to send. It may outlive the page.
    #[must_use]
    pub fn to_request(&self, revocation_endpoint: &HttpUrl) -> Request {
        Request {
            method: Method::Post,
            url: revocation_endpoint.as_str().to_owned(),
            body: Body::Form(self.to_form()),
            timeout_ms: TIMEOUT_MS,
            keepalive: true,
        }
    }

    fn to_form(&self) -> String {
        let mut form = String::new();
        append_pair(&mut form, "token", self.token.expose());
        append_pair(&mut form, "token_type_hint", "access_token");
        append_pair(&mut form, "client_id", self.client_id.as_str());
        form
    }
}

/// What came of the request. Not a proof: a server may answer 200 and keep the token alive
/// (RFC 7009 §2.2 asks it to answer 200 even for a token it does not know), so the token is
/// shown to it once more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RevocationAnswer {
    /// The server says that the token is gone (RFC 7009 §2.2).
    Accepted,
    /// The server refused, or nothing readable came.
    Refused(Failure),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_names_token_hint_and_client() {
        let request = RevocationRequest {
            token: &AccessToken::parse("abc+/=").unwrap(),
            client_id: &ClientId::parse("our client").unwrap(),
        }
        .to_request(&HttpUrl::parse("https://s.example/revoke").unwrap());
        let Body::Form(form) = request.body else {
            panic!("a revocation is a form")
        };
        assert_eq!(
            form,
            "token=abc%2B%2F%3D&token_type_hint=access_token&client_id=our%20client"
        );
        assert!(request.keepalive);
        assert_eq!(request.url, "https://s.example/revoke");
    }
}
