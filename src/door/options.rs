//! What a page set a session up with.

use crate::protocol::{ConfigError, Json, Provider};
use crate::session::Settings;
use crate::session::settings::{DEFAULT_SESSION, Page};

/// Reads the options of an element or of `createSession`: the settings by their own names, and
/// beside them `session`, `warn_before` in seconds and, where tokens are only looked at,
/// `inspect_only`.
///
/// # Errors
/// The first setting that cannot work.
pub fn read_options(
    provider: &'static Provider,
    options: &Json,
    page: &Page,
) -> Result<Settings, ConfigError> {
    let mut settings = if options.flag("inspect_only") == Some(true) {
        Settings::for_inspection(provider, options, page)?
    } else {
        Settings::read(provider, options, page)?
    };
    session_name(options).clone_into(&mut settings.session);
    if let Some(seconds) = options.unsigned("warn_before") {
        settings.warn_before_ms = seconds.saturating_mul(1000);
    }
    Ok(settings)
}

fn session_name(options: &Json) -> &str {
    options
        .text("session")
        .filter(|name| !name.is_empty())
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
    fn options_are_settings_and_the_name_of_the_session() {
        let settings = read(
            r#"{"session":"second","client_id":"c","scopes":"read profile","warn_before":60,
                "redirect_uri":"https://dash.example/callback.html","api_base":"https://relay.example"}"#,
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
    fn a_session_without_a_name_is_the_default_one_and_a_long_name_is_its_own() {
        let named = |name: &str| {
            let options = format!(r#"{{"client_id":"c","scopes":"read","session":"{name}"}}"#);
            read(&options).unwrap().session
        };
        assert_eq!(named(""), DEFAULT_SESSION);
        let long = "x".repeat(1000);
        assert_eq!(named(&long), long);
    }

    #[test]
    fn what_is_missing_is_named() {
        let missing = |options| read(options).map(|_| ()).unwrap_err();
        assert_eq!(missing("{}"), ConfigError::Missing(Setting::ClientId));
        assert_eq!(
            missing(r#"{"client_id":"c"}"#),
            ConfigError::Missing(Setting::Scopes)
        );
    }

    #[test]
    fn a_session_for_looking_at_tokens_needs_nothing_and_asks_for_nothing() {
        let settings = read(r#"{"inspect_only":true}"#).unwrap();
        assert!(settings.scopes.is_empty());
        assert_eq!(
            settings.endpoints.token_info.as_str(),
            "https://api.getbase.com/oauth2/token/info"
        );
        assert!(read(r#"{"inspect_only":true,"api_base":"http://evil.example"}"#).is_err());
    }
}
