//! What the knobs start from: the deployer's settings, as the app has them.

use sell_elements::protocol::{HttpUrl, Json};
use sell_elements::sell::SELL;
use sell_elements::session::Settings;
use sell_elements::session::settings::Page;

use crate::contract::attributes;
use crate::values::Values;

/// Where the screen starts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Start {
    /// What the knobs are set to, and go back to.
    pub(crate) values: Values,
    /// The page, without query and fragment.
    pub(crate) page: Option<HttpUrl>,
    /// Whether the settings are good enough to sign in with.
    pub(crate) is_set_up: bool,
}

impl Start {
    /// Reads the settings. Where they do not work the element starts without any.
    pub(crate) fn read(json: Option<&Json>, page: Option<HttpUrl>) -> Self {
        let settings = json.zip(page.clone()).and_then(|(json, address)| {
            let settings = Settings::read(&SELL, json, &Page { address }).ok()?;
            Some((json, settings))
        });
        let mut values = Values::default();
        let is_set_up = settings.is_some();
        if let Some((json, settings)) = settings {
            let base = |name| json.text(name).unwrap_or_default().to_owned();
            let texts = [
                ("client-id", settings.client_id.as_str().to_owned()),
                ("redirect-uri", settings.redirect_uri.as_str().to_owned()),
                ("scope", settings.scopes.joined()),
                ("auth-base", base("auth_base")),
                ("api-base", base("api_base")),
            ];
            for attribute in attributes() {
                let text = texts.iter().find(|(name, _)| *name == attribute.name);
                values.set(attribute, text.map_or("", |(_, text)| text));
            }
        }
        Self {
            values,
            page,
            is_set_up,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::tests::attribute;

    fn read(members: &[(&str, &str)]) -> Start {
        let members = members.iter();
        let members =
            members.map(|(name, text)| ((*name).to_owned(), Json::Text((*text).to_owned())));
        let json = Json::Object(members.collect());
        Start::read(
            Some(&json),
            HttpUrl::parse("https://a.example/sell/embed.html").ok(),
        )
    }

    #[test]
    fn the_knobs_start_from_the_settings() {
        let start = read(&[
            ("client_id", "c"),
            ("scopes", "read profile"),
            ("api_base", "https://a.example"),
        ]);
        let get = |name| start.values.get(attribute(name)).to_owned();
        assert!(start.is_set_up);
        assert_eq!(get("client-id"), "c");
        assert_eq!(get("scope"), "read profile");
        assert_eq!(get("redirect-uri"), "https://a.example/sell/callback.html");
        assert_eq!(get("api-base"), "https://a.example");
        assert_eq!(get("auth-base"), "");
    }

    #[test]
    fn settings_that_do_not_work_set_nothing() {
        let start = read(&[("client_id", "c")]);
        assert!(!start.is_set_up);
        assert_eq!(start.values, Values::default());
    }
}
