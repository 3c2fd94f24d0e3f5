//! `/codes`: authorization codes without a login, for clients of the code grant.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::body::read_json;
use super::error::ControlError;
use super::order;
use crate::oauth::code::{CodeOrder, make_code};
use crate::state::Shared;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    /// The application's default when absent.
    scope: Option<String>,
    /// The demo client when absent.
    client_id: Option<String>,
    /// An e-mail address; the demo user when absent.
    user: Option<String>,
    /// One of the application's; its first when absent.
    redirect_uri: Option<String>,
}

/// `POST /codes`
pub(super) async fn make(
    State(app): State<Arc<Shared>>,
    request: Request,
) -> Result<Json<Value>, ControlError> {
    let wanted: Wanted = read_json(request).await?;
    let client = order::client(&app, wanted.client_id.as_deref())?;
    let redirect_uri = match wanted.redirect_uri {
        None => client.redirect_uris.first().cloned(),
        Some(uri) => client
            .redirect_uris
            .iter()
            .find(|known| **known == uri)
            .cloned(),
    };
    let redirect_uri = redirect_uri.ok_or_else(|| {
        ControlError::new("expected a `redirect_uri` that the application registered")
    })?;
    let order = CodeOrder {
        user_id: order::user(&app, wanted.user.as_deref())?.id,
        scopes: order::scopes(wanted.scope.as_deref(), client.scopes)?,
        client_id: client.client_id,
        redirect_uri,
    };
    let code = make_code(&app, order.clone())?;
    Ok(Json(json!({
        "code": code.expose(),
        "client_id": order.client_id,
        "redirect_uri": order.redirect_uri,
        "scope": order.scopes.to_string(),
        "expires_in": app.switches().code_ttl,
    })))
}
