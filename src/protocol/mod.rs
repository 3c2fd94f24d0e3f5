//! OAuth 2.0's implicit grant as plain values.
//!
//! Nothing here touches a browser, reads a clock, draws randomness or knows a provider's
//! name. Each file is one noun of the standard: it builds what is sent and judges what comes
//! back, so both halves are tested without a network.

pub mod answer;
pub mod api_path;
pub mod authorization_request;
pub mod client;
pub mod error;
pub mod exchange;
pub mod form;
pub mod json;
pub mod now;
pub mod provider;
pub mod revocation;
pub mod scope;
pub mod secret;
pub mod state;
pub mod text;
pub mod token_info;
pub mod url;

pub use answer::{Failure, Refusal};
pub use api_path::ApiPath;
pub use authorization_request::AuthorizationRequest;
pub use client::{ClientId, Endpoints, RedirectUri};
pub use error::{ConfigError, ErrorCode, ErrorResponse};
pub use exchange::{Body, Method, Reply, Request, RetryAfter, TransportError};
pub use json::Json;
pub use now::Now;
pub use provider::{CallSpec, Provider, ScopeEntry};
pub use revocation::{RevocationAnswer, RevocationRequest};
pub use scope::{Scope, Scopes};
pub use secret::AccessToken;
pub use state::State;
pub use token_info::{Application, Remaining, TokenInfo};
pub use url::{HttpUrl, Origin};
