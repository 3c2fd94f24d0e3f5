//! The authorization request (RFC 6749 §4.1.1, §4.2.1), read and judged.

use super::authorization_response::error_location;
use super::error::OAuthErrorCode;
use super::grant_type::GrantType;
use super::parameters::{Parameters, Repeated};
use super::redirect_uri;
use super::scope::Scopes;
use crate::failure::Failure;
use crate::state::Shared;
use crate::store::clients::Client;
use crate::switches::{ErrorIn, Switches};
use crate::web::pages::error::ErrorPage;

/// What the client wants to be answered with (RFC 6749 §3.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ResponseType {
    Code,
    Token,
}

impl ResponseType {
    fn read(word: &str) -> Option<Self> {
        match word {
            "code" => Some(Self::Code),
            "token" => Some(Self::Token),
            _ => None,
        }
    }

    fn grant(self) -> GrantType {
        match self {
            Self::Code => GrantType::AuthorizationCode,
            Self::Token => GrantType::Implicit,
        }
    }

    /// Where its errors go: those of the code grant always in the query (RFC 6749 §4.1.2.1).
    pub(crate) fn error_in(self, switches: &Switches) -> ErrorIn {
        match self {
            Self::Code => ErrorIn::Query,
            Self::Token => switches.error_in,
        }
    }
}

/// A request that may be put before the person.
#[derive(Debug, Clone)]
pub(crate) struct AuthorizationRequest {
    pub(crate) client: Client,
    pub(crate) response_type: ResponseType,
    pub(crate) redirect_uri: String,
    /// What is asked for; the client's default when it did not say.
    pub(crate) scopes: Scopes,
    pub(crate) state: Option<String>,
}

/// Where an error goes once client and redirect URI are known to be good.
struct Target<'a> {
    redirect_uri: &'a str,
    state: Option<&'a str>,
    error_in: ErrorIn,
    issuer: Option<&'a str>,
}

impl Target<'_> {
    fn refuse(&self, code: OAuthErrorCode, description: &str) -> Failure {
        Failure::Redirect(error_location(
            self.redirect_uri,
            self.error_in,
            code,
            description,
            self.state,
            self.issuer,
        ))
    }
}

impl AuthorizationRequest {
    /// Reads the query of the authorization endpoint. Client and redirect URI come first: while
    /// either is in doubt the answer is a page, and nothing is redirected (RFC 6749 §4.2.2.1).
    pub(crate) fn read(app: &Shared, query: &str, issuer: &str) -> Result<Self, Failure> {
        let parameters = Parameters::read(query.as_bytes());
        let switches = app.switches();
        let client = client(app, &parameters)?;
        let redirect_uri = redirect_uri(app, &client, &parameters)?;
        // A repeated state is no state: which of the two would be echoed?
        let state = parameters.one("state").unwrap_or_default();
        let response_type = parameters.one("response_type");
        let known = response_type.ok().flatten().and_then(ResponseType::read);
        let target = Target {
            redirect_uri: &redirect_uri,
            state: state.filter(|_| switches.echo_state.is_on()),
            error_in: known.unwrap_or(ResponseType::Token).error_in(&switches),
            issuer: switches.iss.is_on().then_some(issuer),
        };
        let repeated = |Repeated(name)| {
            target.refuse(
                OAuthErrorCode::InvalidRequest,
                &format!("{name} is repeated."),
            )
        };
        parameters.one("state").map_err(repeated)?;
        let missing = response_type.map_err(repeated)?.is_none();
        let response_type = known.ok_or_else(|| {
            if missing {
                target.refuse(
                    OAuthErrorCode::InvalidRequest,
                    "The parameter response_type is missing.",
                )
            } else {
                target.refuse(
                    OAuthErrorCode::UnsupportedResponseType,
                    "The authorization server does not support this response type.",
                )
            }
        })?;
        if !client.grants.contains(response_type.grant()) {
            return Err(target.refuse(
                OAuthErrorCode::UnauthorizedClient,
                "The client may not use this response type.",
            ));
        }
        let scopes =
            scopes(&client, parameters.one("scope").map_err(repeated)?).ok_or_else(|| {
                target.refuse(
                    OAuthErrorCode::InvalidScope,
                    "The requested scope is invalid, unknown, or malformed.",
                )
            })?;
        let state = state.map(str::to_owned);
        Ok(Self {
            client,
            response_type,
            redirect_uri,
            scopes,
            state,
        })
    }
}

fn client(app: &Shared, parameters: &Parameters) -> Result<Client, Failure> {
    let client_id = parameters
        .one("client_id")
        .map_err(|_| ErrorPage::client("The address names more than one application."))?
        .ok_or_else(|| ErrorPage::client("The address does not name an application."))?;
    let client = app.store.client(client_id)?;
    client.ok_or_else(|| {
        ErrorPage::client("No application with this client id is registered.").into()
    })
}

fn redirect_uri(app: &Shared, client: &Client, parameters: &Parameters) -> Result<String, Failure> {
    let redirect_uri = parameters
        .one("redirect_uri")
        .map_err(|_| ErrorPage::redirect_uri("The address holds more than one redirect URI."))?
        .ok_or_else(|| ErrorPage::redirect_uri("The address holds no redirect URI."))?;
    if !client
        .redirect_uris
        .iter()
        .any(|registered| registered == redirect_uri)
    {
        return Err(ErrorPage::redirect_uri(
            "The redirect URI is not one of those the application registered. It is compared \
             character by character.",
        )
        .into());
    }
    if !redirect_uri::is_usable(redirect_uri, app.switches().http_localhost) {
        return Err(ErrorPage::redirect_uri(
            "Plain http redirect URIs are refused here (switch redirect.http_localhost).",
        )
        .into());
    }
    Ok(redirect_uri.to_owned())
}

fn scopes(client: &Client, asked: Option<&str>) -> Option<Scopes> {
    let Some(text) = asked else {
        return Some(client.scopes.clone());
    };
    Scopes::read(text).filter(|scopes| scopes.is_subset_of(&client.scopes))
}
