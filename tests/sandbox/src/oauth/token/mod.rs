//! `POST /oauth2/token` (RFC 6749 §3.2). Every request needs the client's secret, so a page in a
//! browser cannot use it, and it takes no part in CORS.

mod authorization_code;
mod password;
mod refresh_token;

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use serde_json::{Map, Value, json};

use super::client_authentication::Credentials;
use super::error::{OAuthError, OAuthErrorCode};
use super::grant_type::GrantType;
use super::issue::Issued;
use super::parameters::Parameters;
use super::scope::Scopes;
use crate::failure::Failure;
use crate::state::Shared;
use crate::store::clients::Client;
use crate::web::form::read_form;

/// A request whose client has proved itself.
struct TokenRequest<'a> {
    app: &'a Shared,
    client: Client,
    form: Parameters,
}

/// Gives a token for a code, a password or a refresh token.
pub(crate) async fn token(
    State(app): State<Arc<Shared>>,
    headers: HeaderMap,
    request: Request,
) -> Result<Json<Value>, Failure> {
    let form = read_form(request).await.map_err(OAuthError::from)?;
    if form.has_repetition() {
        return Err(invalid_request("A parameter is repeated.").into());
    }
    let client = Credentials::read(&headers, &form, app.switches().token_auth)?
        .client(&app)?
        .ok_or_else(OAuthError::invalid_client)?;
    let grant = grant_type(&form)?;
    // The implicit grant has no token request, whether the client may use it or not.
    if grant != GrantType::Implicit && !client.grants.contains(grant) {
        return Err(OAuthError::new(
            OAuthErrorCode::UnauthorizedClient,
            "The client may not use this grant type.",
        )
        .into());
    }
    let request = TokenRequest {
        app: &app,
        client,
        form,
    };
    let issued = match grant {
        GrantType::AuthorizationCode => authorization_code::exchange(&request)?,
        GrantType::Password => password::exchange(&request).await?,
        GrantType::RefreshToken => refresh_token::exchange(&request)?,
        GrantType::Implicit => return Err(unsupported().into()),
    };
    Ok(Json(answer(&issued)))
}

fn grant_type(form: &Parameters) -> Result<GrantType, OAuthError> {
    let word = form
        .single("grant_type")?
        .ok_or_else(|| invalid_request("The parameter grant_type is missing."))?;
    GrantType::read(word).ok_or_else(unsupported)
}

fn unsupported() -> OAuthError {
    OAuthError::new(
        OAuthErrorCode::UnsupportedGrantType,
        "The grant types are authorization_code, password and refresh_token.",
    )
}

fn invalid_request(description: &str) -> OAuthError {
    OAuthError::new(OAuthErrorCode::InvalidRequest, description)
}

impl TokenRequest<'_> {
    fn required(&self, name: &'static str) -> Result<&str, OAuthError> {
        self.form
            .single(name)?
            .ok_or_else(|| invalid_request(&format!("The parameter {name} is missing.")))
    }

    /// The scopes asked for, which must be among `most`; all of these when none is named.
    fn scopes(&self, most: &Scopes) -> Result<Scopes, OAuthError> {
        match self.form.single("scope")? {
            None => Ok(most.clone()),
            Some(text) => Scopes::read(text)
                .filter(|scopes| scopes.is_subset_of(most))
                .ok_or_else(OAuthError::invalid_scope),
        }
    }

    /// What a refresh token beside a token of `scopes` opens, when the client may use one.
    fn refresh_scopes(&self, scopes: &Scopes) -> Option<Scopes> {
        self.client
            .grants
            .contains(GrantType::RefreshToken)
            .then(|| scopes.clone())
    }
}

/// RFC 6749 §5.1. A token without end has no `expires_in`.
fn answer(issued: &Issued) -> Value {
    let mut fields = Map::new();
    let mut add = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    add("access_token", json!(issued.access_token.expose()));
    add("token_type", json!("bearer"));
    if let Some(seconds) = issued.expires_in() {
        add("expires_in", json!(seconds));
    }
    if let Some(refresh_token) = &issued.refresh_token {
        add("refresh_token", json!(refresh_token.expose()));
    }
    add("scope", json!(issued.record.scopes.to_string()));
    Value::Object(fields)
}
