//! The Start screen, the scopes and the paste form.

use crate::words::Phrase;

/// Words of the Start screen.
#[derive(Debug)]
pub struct Start {
    /// Title.
    pub title: &'static str,
    /// What happens when one signs in.
    pub lead: &'static str,
    /// Where the token goes, with `{host}`.
    pub promise: Phrase,
    /// Legend of the scopes.
    pub scopes_legend: &'static str,
    /// No scope is ticked.
    pub no_scope: &'static str,
    /// Opens what is stored.
    pub what_we_store: &'static str,
    /// What is stored.
    pub what_we_store_answer: &'static str,
    /// Opens what the implicit grant does not protect from.
    pub limits: &'static str,
    /// What the implicit grant does not protect from.
    pub limits_answer: &'static str,
}

/// What each scope means.
#[derive(Debug)]
pub struct ScopeMeanings {
    /// `read`.
    pub read: &'static str,
    /// `write`.
    pub write: &'static str,
    /// `profile`.
    pub profile: &'static str,
    /// Any other.
    pub unknown: &'static str,
}

impl ScopeMeanings {
    /// The meaning of `scope`; one that we do not know is shown as such, never dropped.
    #[must_use]
    pub fn of(&self, scope: &str) -> &'static str {
        match scope {
            "read" => self.read,
            "write" => self.write,
            "profile" => self.profile,
            _ => self.unknown,
        }
    }
}

/// Words of the paste form.
#[derive(Debug)]
pub struct Paste {
    /// Title.
    pub title: &'static str,
    /// Label of the field.
    pub label: &'static str,
    /// What may be pasted.
    pub hint: &'static str,
    /// What was recognised, with `{form}` and the last characters as `{last}`.
    pub recognised: Phrase,
    /// Form: a bare token.
    pub bare: &'static str,
    /// Form: `Bearer …`.
    pub bearer: &'static str,
    /// Form: JSON.
    pub json: &'static str,
    /// Form: `access_token=…`.
    pub parameter: &'static str,
    /// Reason: nothing was pasted.
    pub empty: &'static str,
    /// Reason: characters that no token has.
    pub odd_characters: &'static str,
    /// Reason: no `access_token` in it.
    pub no_token: &'static str,
    /// Reason: too short.
    pub too_short: &'static str,
    /// Reason: far too long.
    pub too_long: &'static str,
}
