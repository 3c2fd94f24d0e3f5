//! Who we are to the authorization server, and where it is.

use super::error::{ConfigError, Setting};
use super::provider::Paths;
use super::url::HttpUrl;

/// The longest client identifier that is accepted, in bytes.
const LONGEST_CLIENT_ID: usize = 256;

/// The client identifier: visible ASCII and blanks, not a secret (RFC 6749 §2.2, appendix A.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientId(String);

impl ClientId {
    /// Reads a configured identifier; it is sent byte for byte.
    ///
    /// # Errors
    /// When it is missing, too long or not `VSCHAR` (RFC 6749 appendix A.1).
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        if text.is_empty() {
            return Err(ConfigError::Missing(Setting::ClientId));
        }
        let fits = text.len() <= LONGEST_CLIENT_ID
            && text.bytes().all(|byte| (0x20..0x7f).contains(&byte));
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(ConfigError::ClientId)
        }
    }

    /// The identifier as configured.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where the server sends the answer (RFC 6749 §3.1.2): absolute, without a fragment, and sent
/// byte for byte, because servers compare it character by character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedirectUri(HttpUrl);

impl RedirectUri {
    /// Reads a configured redirect URI.
    ///
    /// # Errors
    /// [`ConfigError::Url`] with what is wrong.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        HttpUrl::parse(text)
            .map(Self)
            .map_err(|fault| ConfigError::Url(Setting::RedirectUri, fault))
    }

    /// The URI as configured.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The address itself.
    #[must_use]
    pub fn url(&self) -> &HttpUrl {
        &self.0
    }
}

/// The addresses of one authorization and resource server. A token is bound to all of them:
/// a record that was issued under other ones is dropped, so that a changed setting can never
/// send a live token elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoints {
    /// Where the person is sent (RFC 6749 §3.1).
    pub authorization: HttpUrl,
    /// Where the server says what a token is worth.
    pub token_info: HttpUrl,
    /// Where a token is revoked (RFC 7009 §2).
    pub revocation: HttpUrl,
    /// What the paths of API calls are appended to.
    pub api_base: HttpUrl,
}

impl Endpoints {
    /// Builds the endpoints from two bases: the person's browser goes to `auth_base`, script
    /// calls go to `api_base`, which may be a relay on the page's own origin.
    ///
    /// # Errors
    /// [`ConfigError::Url`] when a base is not `https:` or loopback.
    pub fn new(auth_base: &str, api_base: &str, paths: &Paths) -> Result<Self, ConfigError> {
        let base = |setting, text| {
            HttpUrl::parse_base(text).map_err(|fault| ConfigError::Url(setting, fault))
        };
        let auth = base(Setting::AuthBase, auth_base)?;
        let api = base(Setting::ApiBase, api_base)?;
        Ok(Self {
            authorization: auth.join(paths.authorization),
            token_info: api.join(paths.token_info),
            revocation: api.join(paths.revocation),
            api_base: api,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::url::UrlFault;
    use super::*;

    #[test]
    fn a_client_id_is_visible_ascii() {
        assert!(ClientId::parse("4f0c-e1").is_ok());
        assert_eq!(
            ClientId::parse(""),
            Err(ConfigError::Missing(Setting::ClientId))
        );
        for bad in ["a\nb", "é", "a\u{7f}", &"x".repeat(300)] {
            assert_eq!(ClientId::parse(bad), Err(ConfigError::ClientId), "{bad:?}");
        }
    }

    #[test]
    fn script_calls_go_to_the_api_base_and_people_to_the_auth_base() {
        let paths = Paths {
            authorization: "/a",
            token_info: "/i",
            revocation: "/r",
        };
        let endpoints =
            Endpoints::new("https://auth.example", "https://relay.example/s/", &paths).unwrap();
        assert_eq!(endpoints.authorization.as_str(), "https://auth.example/a");
        assert_eq!(endpoints.token_info.as_str(), "https://relay.example/s/i");
        assert_eq!(endpoints.revocation.as_str(), "https://relay.example/s/r");
        assert_eq!(
            Endpoints::new("javascript:alert(1)", "https://a.example", &paths),
            Err(ConfigError::Url(Setting::AuthBase, UrlFault::Scheme))
        );
    }
}
