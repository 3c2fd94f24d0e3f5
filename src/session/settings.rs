//! The deployer's settings, checked once.
//!
//! ```json
//! {"client_id": "…", "auth_base": "https://…", "api_base": "https://…",
//!  "redirect_uri": "https://…/callback.html", "scopes": ["read", "profile"]}
//! ```

use super::status::WARN_BEFORE_MS;
use crate::protocol::error::Setting;
use crate::protocol::text::find;
use crate::protocol::{
    ClientId, ConfigError, Endpoints, HttpUrl, Json, Origin, Provider, RedirectUri, Scopes,
};

/// The name of a session that nobody named.
pub const DEFAULT_SESSION: &str = "default";

/// What stands for the client identifier where there is none.
const STAND_IN: &str = "not set";

/// The longest scope list that is accepted, in bytes.
const LONGEST_SCOPES: usize = 1000;

/// Who we are, whom we talk to and what we ask for unless told otherwise.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The provider.
    pub provider: &'static Provider,
    /// Who we are.
    pub client_id: ClientId,
    /// Where the provider is.
    pub endpoints: Endpoints,
    /// Where answers come back to.
    pub redirect_uri: RedirectUri,
    /// What is asked for unless the person chooses otherwise.
    pub scopes: Scopes,
    /// The name of the session; two sessions of one client do not share a token.
    pub session: String,
    /// How long before its end a session counts as expiring, in milliseconds.
    pub warn_before_ms: u64,
    /// Why nobody can be signed in with these settings, where that is so. Tokens can be looked at,
    /// and what to register at the provider is known.
    pub lacks: Option<ConfigError>,
}

/// The address of the page, as far as settings are checked against it.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its origin and path, without query and fragment.
    pub address: HttpUrl,
}

impl Settings {
    /// Reads the configuration for a page.
    ///
    /// # Errors
    /// The first [`ConfigError`]. There is no fallback to another server: a setting that is
    /// there and wrong is never replaced by its default.
    pub fn read(
        provider: &'static Provider,
        json: &Json,
        page: &Page,
    ) -> Result<Self, ConfigError> {
        let Json::Object(_) = json else {
            return Err(ConfigError::Unreadable);
        };
        let mut settings = Self::for_inspection(provider, json, page)?;
        settings.client_id = client_id(json)?;
        settings.scopes = scopes(json)?;
        Ok(settings)
    }

    /// Reads the configuration of a page that helps to set itself up: before the provider has given
    /// a client identifier, it [lacks](Self::lacks) one, as it may lack scopes.
    ///
    /// # Errors
    /// As [`read`](Self::read), but for the client identifier and the scopes.
    pub fn for_setup(
        provider: &'static Provider,
        json: &Json,
        page: &Page,
    ) -> Result<Self, ConfigError> {
        Self::read(provider, json, page).or_else(|fault| match fault.setting() {
            Some(Setting::ClientId | Setting::Scopes) => {
                let mut settings = Self::for_inspection(provider, json, page)?;
                settings.lacks = Some(fault);
                Ok(settings)
            }
            _ => Err(fault),
        })
    }

    /// Reads the configuration of a page that looks at tokens and signs nobody in: it asks for no
    /// scope, and what stands for its client identifier is never sent.
    ///
    /// # Errors
    /// As [`read`](Self::read), but for the client identifier and the scopes.
    pub fn for_inspection(
        provider: &'static Provider,
        json: &Json,
        page: &Page,
    ) -> Result<Self, ConfigError> {
        // One that is there and empty, as a template leaves it, must not send a token elsewhere.
        let base = |setting| given(json, setting).map(|base| base.unwrap_or(provider.default_base));
        let endpoints = Endpoints::new(
            base(Setting::AuthBase)?,
            base(Setting::ApiBase)?,
            &provider.paths,
        )?;
        let page_origin = page.address.origin();
        check_mixed(&endpoints.authorization, Setting::AuthBase, &page_origin)?;
        check_mixed(&endpoints.api_base, Setting::ApiBase, &page_origin)?;
        let redirect_uri = redirect_uri(json, page)?;
        if redirect_uri.url().origin() != page_origin {
            return Err(ConfigError::ForeignRedirect);
        }
        Ok(Self {
            provider,
            client_id: ClientId::parse(STAND_IN)?,
            endpoints,
            redirect_uri,
            scopes: Scopes::default(),
            session: DEFAULT_SESSION.to_owned(),
            warn_before_ms: WARN_BEFORE_MS,
            lacks: None,
        })
    }
}

/// A text that is not empty.
fn text(json: &Json, setting: Setting) -> Result<Option<&str>, ConfigError> {
    given(json, setting).map(|text| text.filter(|text| !text.is_empty()))
}

fn given(json: &Json, setting: Setting) -> Result<Option<&str>, ConfigError> {
    match json.get(setting.key()) {
        None | Some(Json::Null) => Ok(None),
        Some(Json::Text(text)) => Ok(Some(text)),
        Some(_) => Err(ConfigError::WrongType(setting)),
    }
}

fn client_id(json: &Json) -> Result<ClientId, ConfigError> {
    ClientId::parse(text(json, Setting::ClientId)?.unwrap_or_default())
}

/// The configured redirect URI, or the callback page beside this one.
fn redirect_uri(json: &Json, page: &Page) -> Result<RedirectUri, ConfigError> {
    if let Some(configured) = text(json, Setting::RedirectUri)? {
        return RedirectUri::parse(configured);
    }
    let address = page.address.as_str();
    let authority_end = find(address, "://").map_or(0, |at| at + 3);
    let slash = address.as_bytes().iter().rposition(|byte| *byte == b'/');
    let folder = match slash {
        Some(slash) if slash >= authority_end => &address[..=slash],
        _ => address,
    };
    RedirectUri::parse(&[folder, "callback.html"].concat())
}

/// There is no silent default scope: what is asked for is the deployer's choice. Both a list
/// and a space-separated string are read.
fn scopes(json: &Json) -> Result<Scopes, ConfigError> {
    let scopes = match json.get(Setting::Scopes.key()) {
        None | Some(Json::Null) => return Err(ConfigError::Missing(Setting::Scopes)),
        Some(scopes @ (Json::Text(_) | Json::List(_))) => Scopes::read(scopes),
        Some(_) => return Err(ConfigError::WrongType(Setting::Scopes)),
    };
    let scopes = scopes
        .filter(|scopes| scopes.joined().len() <= LONGEST_SCOPES)
        .ok_or(ConfigError::Scope)?;
    if scopes.is_empty() {
        Err(ConfigError::Missing(Setting::Scopes))
    } else {
        Ok(scopes)
    }
}

/// A page over https may not call http, not even on this machine's own name by every browser;
/// it is refused here, where the reason can be said.
fn check_mixed(endpoint: &HttpUrl, setting: Setting, page: &Origin) -> Result<(), ConfigError> {
    let mixed =
        page.as_str().starts_with("https:") && endpoint.origin().as_str().starts_with("http:");
    if mixed {
        Err(ConfigError::MixedContent(setting))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::url::UrlFault;
    use crate::sell::SELL;

    fn read(page: &str, json: &str) -> Result<Settings, ConfigError> {
        let page = Page {
            address: HttpUrl::parse(page).unwrap(),
        };
        Settings::read(&SELL, &Json::from_text(json), &page)
    }

    fn fails(json: &str, expected: ConfigError) {
        assert_eq!(
            read("https://dash.example/sell/", json).map(|_| ()),
            Err(expected),
            "{json}"
        );
    }

    #[test]
    fn defaults_fill_what_is_absent() {
        let settings = read(
            "https://dash.example/sell/index.html",
            r#"{"client_id":"c","scopes":["read"]}"#,
        )
        .unwrap();
        assert_eq!(
            settings.endpoints.token_info.as_str(),
            "https://api.getbase.com/oauth2/token/info"
        );
        assert_eq!(
            settings.redirect_uri.as_str(),
            "https://dash.example/sell/callback.html"
        );
        assert_eq!(
            read(
                "https://dash.example/",
                r#"{"client_id":"c","scopes":"read profile"}"#
            )
            .unwrap()
            .scopes
            .to_string(),
            "read profile"
        );
    }

    #[test]
    fn settings_without_a_client_id_or_scopes_still_say_what_to_register() {
        let page = Page {
            address: HttpUrl::parse("https://dash.example/sell/").unwrap(),
        };
        for (json, fault) in [
            (
                r#"{"client_id":"","scopes":["read"]}"#,
                ConfigError::Missing(Setting::ClientId),
            ),
            (
                r#"{"client_id":"c"}"#,
                ConfigError::Missing(Setting::Scopes),
            ),
        ] {
            let settings = Settings::for_setup(&SELL, &Json::from_text(json), &page).unwrap();
            assert_eq!(settings.lacks, Some(fault));
            assert!(settings.scopes.is_empty());
            assert_eq!(
                settings.redirect_uri.as_str(),
                "https://dash.example/sell/callback.html"
            );
        }
        let wrong = Json::from_text(r#"{"client_id":"","redirect_uri":"callback.html"}"#);
        assert!(Settings::for_setup(&SELL, &wrong, &page).is_err());
    }

    #[test]
    fn a_redirect_uri_is_kept_byte_for_byte() {
        let json =
            r#"{"client_id":"c","scopes":["read"],"redirect_uri":"https://DASH.example:443"}"#;
        assert_eq!(
            read("https://dash.example/", json)
                .unwrap()
                .redirect_uri
                .as_str(),
            "https://DASH.example:443"
        );
    }

    #[test]
    fn what_is_wrong_is_named_and_never_replaced() {
        fails("[]", ConfigError::Unreadable);
        fails(
            r#"{"scopes":["read"]}"#,
            ConfigError::Missing(Setting::ClientId),
        );
        fails(
            r#"{"client_id":"c"}"#,
            ConfigError::Missing(Setting::Scopes),
        );
        // As templates leave it behind: not the provider's own server instead.
        fails(
            r#"{"client_id":"c","scopes":["read"],"api_base":""}"#,
            ConfigError::Url(Setting::ApiBase, UrlFault::Empty),
        );
        fails(
            r#"{"client_id":"c","scopes":[]}"#,
            ConfigError::Missing(Setting::Scopes),
        );
        fails(
            r#"{"client_id":"c","scopes":["re ad"]}"#,
            ConfigError::Scope,
        );
        fails(
            r#"{"client_id":7,"scopes":["read"]}"#,
            ConfigError::WrongType(Setting::ClientId),
        );
        fails(
            r#"{"client_id":"c","scopes":["read"],"api_base":7}"#,
            ConfigError::WrongType(Setting::ApiBase),
        );
        fails(
            r#"{"client_id":"c","scopes":["read"],"auth_base":"javascript:alert(1)"}"#,
            ConfigError::Url(Setting::AuthBase, UrlFault::Scheme),
        );
        fails(
            r#"{"client_id":"c","scopes":["read"],"api_base":"http://127.0.0.1:1"}"#,
            ConfigError::MixedContent(Setting::ApiBase),
        );
        fails(
            r#"{"client_id":"c","scopes":["read"],"redirect_uri":"https://other.example/callback.html"}"#,
            ConfigError::ForeignRedirect,
        );
        fails(
            r#"{"client_id":"c","scopes":["read"],"redirect_uri":"https://dash.example/#x"}"#,
            ConfigError::Url(Setting::RedirectUri, UrlFault::Fragment),
        );
    }
}
