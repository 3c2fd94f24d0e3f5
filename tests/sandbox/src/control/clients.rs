//! `/clients`: registering an application.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::body::read_json;
use super::error::ControlError;
use crate::config::is_client_id;
use crate::oauth::redirect_uri;
use crate::oauth::scope::Scopes;
use crate::random;
use crate::secret::Secret;
use crate::state::Shared;
use crate::store::clients::Client;

/// More than any test registers.
const MOST_CLIENTS: usize = 100;
const MOST_REDIRECT_URIS: usize = 20;

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
    /// Whether it may use the implicit grant; it may when absent.
    implicit: Option<bool>,
}

/// `POST /clients`; the only answer that holds the secret.
pub(super) async fn register(
    State(app): State<Arc<Shared>>,
    request: Request,
) -> Result<Json<Value>, ControlError> {
    let wanted: Registration = read_json(request).await?;
    check(&app, &wanted)?;
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
        implicit: wanted.implicit.unwrap_or(true),
        redirect_uris: wanted.redirect_uris,
    };
    app.store.put_client(&client)?;
    Ok(Json(json!({
        "client_id": client.client_id,
        "client_secret": secret.expose(),
        "redirect_uris": client.redirect_uris,
    })))
}

fn check(app: &Shared, wanted: &Registration) -> Result<(), ControlError> {
    if !is_client_id(&wanted.client_id) {
        return Err(ControlError::new(
            "expected a `client_id` of 1 to 200 printable characters",
        ));
    }
    if wanted.redirect_uris.len() > MOST_REDIRECT_URIS {
        return Err(ControlError::new("expected at most 20 redirect URIs"));
    }
    for uri in &wanted.redirect_uris {
        redirect_uri::check(uri)
            .map_err(|problem| ControlError::new(format!("the redirect URI `{uri}` {problem}")))?;
    }
    let clients = app.store.clients()?;
    let is_new = clients
        .iter()
        .all(|client| client.client_id != wanted.client_id);
    if is_new && clients.len() >= MOST_CLIENTS {
        return Err(ControlError::new("expected at most 100 applications"));
    }
    Ok(())
}
