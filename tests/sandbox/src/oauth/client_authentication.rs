//! Client authentication (RFC 6749 §2.3): Basic, or id and secret in the body, never both.

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;

use super::basic::read_basic;
use super::error::{OAuthError, OAuthErrorCode};
use super::parameters::Parameters;
use crate::internal::Internal;
use crate::secret::{Secret, same};
use crate::state::Shared;
use crate::store::clients::Client;
use crate::switches::TokenAuth;

/// What a request shows about its client.
#[derive(Debug)]
pub(crate) enum Credentials {
    /// An id and a secret, of one method.
    Pair(String, Secret),
    /// Nothing that could prove a client.
    None,
}

impl Credentials {
    /// Reads the credentials of a request.
    ///
    /// # Errors
    ///
    /// `invalid_request` when more than one method is used (RFC 6749 §2.3), or the id of the body
    /// is not the one that is proved.
    pub(crate) fn read(
        headers: &HeaderMap,
        form: &Parameters,
        accepted: TokenAuth,
    ) -> Result<Self, OAuthError> {
        let client_id = form.single("client_id")?;
        let secret = form.single("client_secret")?;
        let mut authorizations = headers.get_all(AUTHORIZATION).iter();
        match (authorizations.next(), authorizations.next(), secret) {
            (Some(_), Some(_), _) | (Some(_), None, Some(_)) => {
                Err(refuse("The client authenticates in more than one way."))
            }
            (Some(value), None, None) => {
                let pair = value.to_str().ok().and_then(read_basic);
                let Some((proved, secret)) = pair else {
                    return Ok(Self::None);
                };
                if client_id.is_some_and(|named| named != proved) {
                    return Err(refuse(
                        "The client_id is not the one of the Authorization header.",
                    ));
                }
                Ok(Self::Pair(proved, secret))
            }
            (None, _, secret) => Ok(match (accepted, client_id, secret) {
                (TokenAuth::BasicAndBody, Some(client_id), Some(secret)) => {
                    Self::Pair(client_id.to_owned(), Secret::new(secret))
                }
                _ => Self::None,
            }),
        }
    }

    /// The client these credentials prove, if they do.
    pub(crate) fn client(self, app: &Shared) -> Result<Option<Client>, Internal> {
        let Self::Pair(client_id, secret) = self else {
            return Ok(None);
        };
        let client = app.store.client(&client_id)?;
        Ok(client.filter(|client| same(&client.secret_digest, &secret.digest())))
    }
}

fn refuse(description: &str) -> OAuthError {
    OAuthError::new(OAuthErrorCode::InvalidRequest, description)
}
