//! What the server says a token is worth.
//!
//! This is not RFC 7662 introspection, which a browser may not call: it is the endpoint at
//! which the holder of a token asks about that very token. Its shape is the provider's, its
//! meaning is common.

use super::client::ClientId;
use super::scope::Scopes;

/// The server's account of a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenInfo {
    /// The scopes that it holds now; `None` when the server did not say.
    pub scopes: Option<Scopes>,
    /// How long it will live.
    pub remaining: Remaining,
    /// Which application it was issued to.
    pub application: Application,
    /// Whose it is: an identifier, as text.
    pub owner: Option<String>,
    /// When it was issued, in seconds since 1970.
    pub created_at: Option<u64>,
    /// The whole body, unknown fields included, ready to be read by a person.
    pub raw: String,
}

/// The life that is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remaining {
    /// So many seconds.
    Seconds(u32),
    /// No end: the server said so.
    Never,
    /// The server did not say.
    Unknown,
}

/// The application that a token was issued to, for the substitution check (RFC 6749 §10.16).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Application {
    /// The server names this client identifier.
    Named(String),
    /// The server names none.
    NotNamed,
    /// The server names something that is not a text, which nobody can vouch for.
    Unreadable,
}

/// What the substitution check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The token was issued to us.
    Ours,
    /// The server did not say to whom; it is shown as "not verified".
    NotVerified,
    /// The token was issued to somebody else: it must be dropped (RFC 6749 §10.16).
    Foreign,
}

impl TokenInfo {
    /// Whether the token is ours, by exact comparison with our client identifier.
    #[must_use]
    pub fn audience(&self, client_id: &ClientId) -> Audience {
        match &self.application {
            Application::Named(uid) if uid == client_id.as_str() => Audience::Ours,
            Application::NotNamed => Audience::NotVerified,
            Application::Named(_) | Application::Unreadable => Audience::Foreign,
        }
    }
}
