//! `/clients`: registering an application.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::body::read_json;
use super::error::ControlError;
use crate::oauth::grant_type::{GrantType, GrantTypes};
use crate::oauth::registration::{Profile, check};
use crate::oauth::scope::Scopes;
use crate::random;
use crate::secret::Secret;
use crate::state::Shared;
use crate::store::clients::Client;

/// An application to register, or to replace.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Registration {
    client_id: String,
    name: String,
    redirect_uris: Vec<String>,
    /// `read write profile` when absent.
    scope: Option<String>,
    /// A random one when absent.
    client_secret: Option<String>,
    /// The grants it may use; all when absent.
    grants: Option<Vec<String>>,
}

/// `POST /clients`; the only answer that holds the secret.
pub(super) async fn register(
    State(app): State<Arc<Shared>>,
    request: Request,
) -> Result<Json<Value>, ControlError> {
    let wanted: Registration = read_json(request).await?;
    let secret = match wanted.client_secret {
        Some(secret) => Secret::new(secret),
        None => random::secret()?,
    };
    let scopes = match &wanted.scope {
        None => Scopes::application_default(),
        Some(text) => Scopes::read(text)
            .ok_or_else(|| ControlError::new(format!("expected scopes, found `{text}`")))?,
    };
    let client = Client {
        client_id: wanted.client_id,
        name: wanted.name,
        secret_digest: secret.digest(),
        scopes,
        grants: grants(wanted.grants.as_deref())?,
        profile: Profile::default(),
        redirect_uris: wanted.redirect_uris,
    };
    check(&app.store, &client)?.map_err(|problem| ControlError::new(problem.text))?;
    app.store.put_client(&client)?;
    Ok(Json(json!({
        "client_id": client.client_id,
        "client_secret": secret.expose(),
        "redirect_uris": client.redirect_uris,
    })))
}

fn grants(words: Option<&[String]>) -> Result<GrantTypes, ControlError> {
    let Some(words) = words else {
        return Ok(GrantTypes::all());
    };
    GrantTypes::read(words.iter().map(String::as_str)).ok_or_else(|| {
        let allowed = GrantType::ALL.iter().map(|grant| grant.word()).collect();
        ControlError::with_allowed("expected `grants` from the list", allowed)
    })
}
