//! What a page set a session up with.

use crate::protocol::{ConfigError, Json, Provider};
use crate::session::Settings;
use crate::session::settings::{DEFAULT_SESSION, Page};

/// The longest name of a session, in bytes.
const LONGEST_NAME: usize = 100;

/// Why options cannot work.
pub type OptionsError = ConfigError;

/// Where the answer comes back to.
const REDIRECT_URI: &str = "redirectUri";

/// The names of options beside the names of settings.
const NAMES: [(&str, &str); 5] = [
    ("clientId", "client_id"),
    (REDIRECT_URI, "redirect_uri"),
    ("scope", "scopes"),
    ("authBase", "auth_base"),
    ("apiBase", "api_base"),
];

/// Reads the options of a session for a page.
///
/// Where no redirect URI is given it is the page's own address: the page has the capture script.
/// With `inspectOnly` nobody can sign in, and neither a client ID nor a scope is needed.
///
/// # Errors
/// The first [`ConfigError`]; no value that is wrong is replaced by a default.
pub fn read_options(
    provider: &'static Provider,
    options: &Json,
    page: &Page,
) -> Result<Settings, OptionsError> {
    let mut members: Vec<(String, Json)> = Vec::new();
    for (option, setting) in NAMES {
        let given = options.get(option).filter(|value| !is_empty(value));
        let own = (option == REDIRECT_URI).then(|| Json::Text(page.address.as_str().to_owned()));
        if let Some(value) = given.cloned().or(own) {
            members.push((setting.to_owned(), value));
        }
    }
    let members = Json::Object(members);
    let mut settings = if options.flag("inspectOnly") == Some(true) {
        Settings::for_inspection(provider, &members, page)?
    } else {
        Settings::read(provider, &members, page)?
    };
    session_name(options).clone_into(&mut settings.session);
    if let Some(seconds) = options.unsigned("warnBefore") {
        settings.warn_before_ms = seconds.saturating_mul(1000);
    }
    Ok(settings)
}

/// Whether a value stands for one that was not given.
fn is_empty(value: &Json) -> bool {
    *value == Json::Null || value.as_text() == Some("")
}

/// The name of the session; one that is too long is none.
fn session_name(options: &Json) -> &str {
    options
        .text("session")
        .filter(|name| !name.is_empty() && name.len() <= LONGEST_NAME)
        .unwrap_or(DEFAULT_SESSION)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::HttpUrl;
    use crate::protocol::error::Setting;
    use crate::sell::SELL;

    fn read(options: &str) -> Result<Settings, ConfigError> {
        let page = Page {
            address: HttpUrl::parse("https://dash.example/sales").unwrap(),
        };
        read_options(&SELL, &Json::from_text(options), &page)
    }

    #[test]
    fn options_are_settings_under_the_names_of_scripts() {
        let settings = read(
            r#"{"session":"second","clientId":"c","scope":"read profile","warnBefore":60,
                "redirectUri":"https://dash.example/callback.html","apiBase":"https://relay.example"}"#,
        )
        .unwrap();
        assert_eq!(settings.session, "second");
        assert_eq!(settings.client_id.as_str(), "c");
        assert_eq!(settings.scopes.to_string(), "read profile");
        assert_eq!(settings.warn_before_ms, 60_000);
        assert_eq!(
            settings.endpoints.api_base.as_str(),
            "https://relay.example"
        );
    }

    #[test]
    fn a_page_that_names_no_redirect_uri_is_its_own() {
        for options in [
            r#"{"clientId":"c","scope":"read"}"#,
            r#"{"clientId":"c","scope":"read","redirectUri":null}"#,
            r#"{"clientId":"c","scope":"read","redirectUri":""}"#,
        ] {
            let settings = read(options).unwrap();
            assert_eq!(settings.redirect_uri.as_str(), "https://dash.example/sales");
            assert_eq!(settings.session, DEFAULT_SESSION);
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        let missing = |options| read(options).map(|_| ()).unwrap_err();
        assert_eq!(missing("{}"), ConfigError::Missing(Setting::ClientId));
        assert_eq!(
            missing(r#"{"clientId":"c"}"#),
            ConfigError::Missing(Setting::Scopes)
        );
    }

    #[test]
    fn a_session_for_looking_at_tokens_needs_nothing_and_asks_for_nothing() {
        let settings = read(r#"{"inspectOnly":true}"#).unwrap();
        assert!(settings.scopes.is_empty());
        assert_eq!(
            settings.endpoints.token_info.as_str(),
            "https://api.getbase.com/oauth2/token/info"
        );
        assert!(read(r#"{"inspectOnly":true,"apiBase":"http://evil.example"}"#).is_err());
    }
}
