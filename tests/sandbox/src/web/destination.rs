//! Where a login leads.

use crate::oauth::parameters::Parameters;

/// What every address of the pages for administrators starts with.
pub(crate) const SETTINGS: &str = "/settings/oauth/";

/// One of our own addresses. Each has a fixed beginning, so that no login can be made to
/// redirect away from this server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Destination {
    Front,
    /// The consent page of the authorization request with this query.
    Authorize(String),
    /// This path and query below [`SETTINGS`].
    Settings(String),
}

impl Destination {
    /// Reads `authorize` or `next` from a query or a form; anything strange leads to the front
    /// page.
    pub(crate) fn read(parameters: &Parameters) -> Self {
        let one = |name| parameters.one(name).ok().flatten();
        match (one("authorize"), one("next")) {
            (Some(query), _) => Self::Authorize(query.to_owned()),
            (None, Some(address)) if is_settings(address) => Self::Settings(address.to_owned()),
            (None, _) => Self::Front,
        }
    }

    /// The address itself.
    pub(crate) fn address(&self) -> String {
        match self {
            Self::Front => "/".to_owned(),
            Self::Authorize(query) => format!("/oauth2/authorize?{query}"),
            Self::Settings(address) => address.clone(),
        }
    }

    /// The field by which a form carries it on.
    pub(crate) fn field(&self) -> Option<(&'static str, &str)> {
        match self {
            Self::Front => None,
            Self::Authorize(query) => Some(("authorize", query)),
            Self::Settings(address) => Some(("next", address)),
        }
    }
}

fn is_settings(address: &str) -> bool {
    address.starts_with(SETTINGS)
        && address
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(encoded: &str) -> String {
        Destination::read(&Parameters::read(encoded.as_bytes())).address()
    }

    #[test]
    fn a_page_of_ours_is_gone_back_to() {
        assert_eq!(read("next=/settings/oauth/apps"), "/settings/oauth/apps");
        assert_eq!(
            read("next=/settings/oauth/app?client_id%3Da%2520b"),
            "/settings/oauth/app?client_id=a%20b"
        );
        assert_eq!(read("authorize=a%3Db"), "/oauth2/authorize?a=b");
    }

    #[test]
    fn any_other_address_leads_to_the_front_page() {
        for hostile in [
            "",
            "next=//evil.example",
            "next=https://evil.example/settings/oauth/",
            "next=/%5Cevil.example",
            "next=/settings/oauth/%5Cevil",
            "next=/settings/oauth/%0D%0ASet-Cookie:x",
            "next=/login",
            "next=/settings/oauth/apps&next=/settings/oauth/apps",
        ] {
            assert_eq!(read(hostile), "/", "{hostile}");
        }
    }
}
