//! The form of an application, as typed.

use crate::oauth::grant_type::{GrantType, GrantTypes};
use crate::oauth::parameters::Parameters;
use crate::oauth::registration::Profile;
use crate::oauth::scope::Scopes;
use crate::secret::Secret;
use crate::store::clients::Client;
use crate::web::pages::developer::TypedRegistration;

/// What the empty form shows: every grant ticked.
pub(super) fn empty() -> TypedRegistration {
    TypedRegistration {
        grants: GrantTypes::all(),
        ..read(&Parameters::default())
    }
}

/// Reads what was typed, right or wrong.
pub(super) fn read(form: &Parameters) -> TypedRegistration {
    let text = |name| {
        form.one(name)
            .ok()
            .flatten()
            .unwrap_or_default()
            .trim()
            .to_owned()
    };
    TypedRegistration {
        name: text("name"),
        redirect_uris: text("redirect_uris"),
        grants: form.all("grant").filter_map(GrantType::read).collect(),
        profile: Profile {
            description: text("description"),
            website_url: text("website_url"),
            logo_url: text("logo_url"),
            terms_url: text("terms_url"),
        },
    }
}

/// One redirect URI a line; empty lines do not count.
pub(super) fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The application that was described.
pub(super) fn client(typed: &TypedRegistration, client_id: &Secret, secret: &Secret) -> Client {
    Client {
        client_id: client_id.expose().to_owned(),
        name: typed.name.clone(),
        secret_digest: secret.digest(),
        scopes: Scopes::application_default(),
        grants: typed.grants.clone(),
        profile: typed.profile.clone(),
        redirect_uris: lines(&typed.redirect_uris),
    }
}
