//! What the headers say about the browser that asks.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header::{COOKIE, HOST};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName};

use crate::secret::Secret;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// A visiting browser: the address it used for us, and its session cookie.
#[derive(Debug, Clone)]
pub(crate) struct Browser {
    /// Our origin as the browser knows it, which is the issuer (RFC 9207) too.
    pub(crate) base: String,
    /// The name of the cookie. Cookies do not keep ports apart, so the port is in the name and
    /// two sandboxes on one machine do not sign each other's visitors out.
    pub(crate) cookie_name: String,
    /// The session id, signed in or not.
    pub(crate) session: Option<Secret>,
    /// Whether the request came from another site's page, as far as the browser says.
    pub(crate) from_elsewhere: bool,
}

impl Browser {
    fn read(headers: &HeaderMap) -> Self {
        let host = headers
            .get(HOST)
            .and_then(|host| host.to_str().ok())
            .unwrap_or("127.0.0.1");
        let port = host
            .rsplit_once(':')
            .map(|(_, port)| port)
            .filter(|port| !port.contains(']'));
        let cookie_name = match port {
            Some(port) => format!("sell_sandbox_{port}"),
            None => "sell_sandbox".to_owned(),
        };
        let site = headers
            .get(SEC_FETCH_SITE)
            .map(|site| site.as_bytes() == b"same-origin");
        Self {
            base: format!("http://{host}"),
            session: cookie(headers, &cookie_name),
            cookie_name,
            from_elsewhere: site == Some(false),
        }
    }

    /// The anti-forgery token of the forms shown to this browser: a digest of its session id,
    /// so it needs no storing and dies with the session. Empty without a session.
    pub(crate) fn csrf(&self) -> String {
        self.session
            .as_ref()
            .map(|session| session.digest_for("csrf"))
            .unwrap_or_default()
    }

    /// The `Set-Cookie` value for a session id. Session-long, out of reach of scripts, not sent
    /// with other sites' posts. Not `Secure`: loopback is plain http.
    pub(crate) fn cookie(&self, session: &Secret) -> String {
        format!(
            "{}={}; Path=/; HttpOnly; SameSite=Lax",
            self.cookie_name,
            session.expose()
        )
    }

    /// The `Set-Cookie` value that removes the cookie.
    pub(crate) fn no_cookie(&self) -> String {
        format!(
            "{}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0",
            self.cookie_name
        )
    }
}

/// The value of our cookie, when it has the form we give it.
fn cookie(headers: &HeaderMap, name: &str) -> Option<Secret> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
        .filter(|value| value.len() == 64 && value.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .map(Secret::new)
}

impl<S: Send + Sync> FromRequestParts<S> for Browser {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::read(&parts.headers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn browser(host: &str, cookie: &str) -> Browser {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, host.parse().unwrap());
        headers.insert(COOKIE, cookie.parse().unwrap());
        Browser::read(&headers)
    }

    #[test]
    fn two_ports_have_two_cookies() {
        let id = "a".repeat(64);
        let cookies = format!("x=1; sell_sandbox_4000={id}");
        assert!(browser("127.0.0.1:4000", &cookies).session.is_some());
        assert!(browser("127.0.0.1:4001", &cookies).session.is_none());
    }

    #[test]
    fn an_ipv6_host_without_port_has_no_port() {
        assert_eq!(browser("[::1]", "").cookie_name, "sell_sandbox");
        assert_eq!(browser("[::1]:4000", "").cookie_name, "sell_sandbox_4000");
    }

    #[test]
    fn a_cookie_of_another_form_is_no_session() {
        assert!(browser("127.0.0.1", "sell_sandbox=short").session.is_none());
    }
}
