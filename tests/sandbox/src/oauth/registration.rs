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

/// Judges a registration: `Ok(Err(sentence))` when it may not be stored.
pub(crate) fn check(store: &Store, client: &Client) -> Result<Result<(), String>, Internal> {
    if let Err(problem) = check_texts(client) {
        return Ok(Err(problem));
    }
    let clients = store.clients()?;
    let is_new = clients
        .iter()
        .all(|known| known.client_id != client.client_id);
    if is_new && clients.len() >= MOST_CLIENTS {
        return Ok(Err("expected at most 100 applications".to_owned()));
    }
    Ok(Ok(()))
}

fn check_texts(client: &Client) -> Result<(), String> {
    if !is_client_id(&client.client_id) {
        return Err("expected a `client_id` of 1 to 200 printable characters".to_owned());
    }
    if client.name.trim().is_empty() || client.name.chars().count() > MOST_NAME_CHARACTERS {
        return Err("expected a name of 1 to 100 characters".to_owned());
    }
    let profile = &client.profile;
    if profile.description.chars().count() > MOST_DESCRIPTION_CHARACTERS {
        return Err("expected a description of at most 1000 characters".to_owned());
    }
    for (what, address) in [
        ("website URL", &profile.website_url),
        ("logo URL", &profile.logo_url),
        ("terms of service URL", &profile.terms_url),
    ] {
        check_address(what, address)?;
    }
    check_redirect_uris(&client.redirect_uris)
}

/// Judges the redirect URIs of an application.
pub(crate) fn check_redirect_uris(uris: &[String]) -> Result<(), String> {
    if uris.len() > MOST_REDIRECT_URIS {
        return Err("expected at most 20 redirect URIs".to_owned());
    }
    uris.iter().try_for_each(|uri| {
        redirect_uri::check(uri).map_err(|problem| format!("the redirect URI `{uri}` {problem}"))
    })
}

/// These addresses are shown and never fetched or followed, so `http:` and `https:` are enough.
fn check_address(what: &str, address: &str) -> Result<(), String> {
    let is_web = |url: Url| matches!(url.scheme(), "http" | "https");
    if address.is_empty()
        || address.len() <= MOST_ADDRESS_BYTES && Url::parse(address).is_ok_and(is_web)
    {
        return Ok(());
    }
    Err(format!(
        "expected a {what} that starts with http: or https:"
    ))
}
