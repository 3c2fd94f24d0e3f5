//! The Start screen, the scopes and the paste form.

use crate::words::{Phrase, Word};

/// Words of the Start screen.
#[derive(Debug)]
pub struct Start {
    /// Title.
    pub title: Word,
    /// What happens when one signs in.
    pub lead: Word,
    /// Where the token goes, with `{host}`.
    pub promise: Phrase,
    /// Legend of the scopes.
    pub scopes_legend: Word,
    /// No scope is ticked.
    pub no_scope: Word,
    /// Opens what is stored.
    pub what_we_store: Word,
    /// What is stored.
    pub what_we_store_answer: Word,
    /// Opens what the implicit grant does not protect from.
    pub limits: Word,
    /// What the implicit grant does not protect from.
    pub limits_answer: Word,
}

/// What each scope means.
#[derive(Debug)]
pub struct ScopeMeanings {
    /// `read`.
    pub read: Word,
    /// `write`.
    pub write: Word,
    /// `profile`.
    pub profile: Word,
    /// Any other.
    pub unknown: Word,
}

impl ScopeMeanings {
    /// The meaning of `scope`; one that we do not know is shown as such, never dropped.
    #[must_use]
    pub fn of(&self, scope: &str) -> &'static str {
        match scope {
            "read" => self.read.say(),
            "write" => self.write.say(),
            "profile" => self.profile.say(),
            _ => self.unknown.say(),
        }
    }
}

/// Words of the paste form.
#[derive(Debug)]
pub struct Paste {
    /// Title.
    pub title: Word,
    /// Label of the field.
    pub label: Word,
    /// What may be pasted.
    pub hint: Word,
    /// What was recognised, with `{form}` and the last characters as `{last}`.
    pub recognised: Phrase,
    /// Form: a bare token.
    pub bare: Word,
    /// Form: `Bearer …`.
    pub bearer: Word,
    /// Form: JSON.
    pub json: Word,
    /// Form: `access_token=…`.
    pub parameter: Word,
    /// Reason: nothing was pasted.
    pub empty: Word,
    /// Reason: characters that no token has.
    pub odd_characters: Word,
    /// Reason: no `access_token` in it.
    pub no_token: Word,
    /// Reason: too short.
    pub too_short: Word,
    /// Reason: far too long.
    pub too_long: Word,
}
