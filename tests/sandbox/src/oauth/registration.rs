//! What may be registered about an application (RFC 6749 §2), wherever it is typed.

use url::Url;

use super::redirect_uri;
use crate::config::is_client_id;
use crate::internal::Internal;
use crate::store::Store;
use crate::store::clients::Client;

/// More than any test registers.
const MOST_CLIENTS: usize = 100;
const MOST_REDIRECT_URIS: usize = 20;
const MOST_NAME_CHARACTERS: usize = 100;
const MOST_DESCRIPTION_CHARACTERS: usize = 1000;
const MOST_ADDRESS_BYTES: usize = 2000;

/// What an application says about itself besides its name; every text may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Profile {
    pub(crate) description: String,
    pub(crate) website_url: String,
    pub(crate) logo_url: String,
    pub(crate) terms_url: String,
}

/// Why something may not be registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The field that holds it.
    pub(crate) field: &'static str,
    /// What was expected; lower case, without a full stop.
    pub(crate) text: String,
}

impl Problem {
    fn new(field: &'static str, text: impl Into<String>) -> Self {
        Self {
            field,
            text: text.into(),
        }
    }
}

/// Judges a registration; the inner result is the verdict.
pub(crate) fn check(store: &Store, client: &Client) -> Result<Result<(), Problem>, Internal> {
    let clients = store.clients()?;
    let is_new = clients
        .iter()
        .all(|known| known.client_id != client.client_id);
    if is_new && clients.len() >= MOST_CLIENTS {
        return Ok(Err(Problem::new(
            "client_id",
            "expected at most 100 applications",
        )));
    }
    Ok(check_fields(client))
}

fn check_fields(client: &Client) -> Result<(), Problem> {
    if !is_client_id(&client.client_id) {
        return Err(Problem::new(
            "client_id",
            "expected a `client_id` of 1 to 200 printable characters",
        ));
    }
    if client.name.trim().is_empty() || client.name.chars().count() > MOST_NAME_CHARACTERS {
        return Err(Problem::new(
            "name",
            "expected a name of 1 to 100 characters",
        ));
    }
    let profile = &client.profile;
    if profile.description.chars().count() > MOST_DESCRIPTION_CHARACTERS {
        return Err(Problem::new(
            "description",
            "expected a description of at most 1000 characters",
        ));
    }
    for (field, address) in [
        ("website_url", &profile.website_url),
        ("logo_url", &profile.logo_url),
        ("terms_url", &profile.terms_url),
    ] {
        if !is_web_address(address) {
            let text = "expected an address that starts with http: or https:";
            return Err(Problem::new(field, text));
        }
    }
    check_redirect_uris(&client.redirect_uris)
}

/// Judges the redirect URIs of an application.
pub(crate) fn check_redirect_uris(uris: &[String]) -> Result<(), Problem> {
    if uris.len() > MOST_REDIRECT_URIS {
        return Err(Problem::new(
            "redirect_uris",
            "expected at most 20 redirect URIs",
        ));
    }
    uris.iter().try_for_each(|uri| {
        redirect_uri::check(uri).map_err(|problem| {
            Problem::new(
                "redirect_uris",
                format!("the redirect URI `{uri}` {problem}"),
            )
        })
    })
}

/// As [`check_redirect_uris`], and there must be one: an application that nobody can send back
/// to is not what a person means to register.
pub(crate) fn check_some_redirect_uris(uris: &[String]) -> Result<(), Problem> {
    if uris.is_empty() {
        return Err(Problem::new("redirect_uris", "expected a redirect URI"));
    }
    check_redirect_uris(uris)
}

/// These addresses are shown and never fetched or followed, so the scheme is enough. Each may be
/// left out.
fn is_web_address(address: &str) -> bool {
    let is_web = |url: Url| matches!(url.scheme(), "http" | "https");
    address.is_empty()
        || address.len() <= MOST_ADDRESS_BYTES && Url::parse(address).is_ok_and(is_web)
}
