//! Scopes (RFC 6749 §3.3): `scope = scope-token *( SP scope-token )`, order without meaning.

use std::fmt;

/// What a token may open at Sell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Scope {
    Read,
    Write,
    Profile,
    Sync,
}

impl Scope {
    pub(crate) const ALL: [Self; 4] = [Self::Read, Self::Write, Self::Profile, Self::Sync];

    /// The scope-token on the wire.
    pub(crate) fn token(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Profile => "profile",
            Self::Sync => "sync",
        }
    }

    /// What the consent page says about it.
    pub(crate) fn opens(self) -> &'static str {
        match self {
            Self::Read => {
                "See contacts, deals and all other data, except the account and its users"
            }
            Self::Write => "Add, change and delete data, without seeing what is already there",
            Self::Profile => "See the account and its users, you included",
            Self::Sync => "Keep a copy of the data in step by the Sync API",
        }
    }

    fn read(token: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.token() == token)
    }
}

/// A set of scopes, always written in the same order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Scopes(Vec<Scope>);

impl Scopes {
    /// What an application gets when it does not say (Sell grants a default set).
    pub(crate) fn application_default() -> Self {
        [Scope::Read, Scope::Write, Scope::Profile]
            .into_iter()
            .collect()
    }

    /// Everything there is to open.
    pub(crate) fn all() -> Self {
        Scope::ALL.into_iter().collect()
    }

    /// Reads the text of a request; `None` when a word is not a scope, or there is none.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let scopes: Self = text
            .split(' ')
            .filter(|word| !word.is_empty())
            .map(Scope::read)
            .collect::<Option<_>>()?;
        (!scopes.0.is_empty()).then_some(scopes)
    }

    /// Reads what the database holds, which was written by `Display`.
    pub(crate) fn read_stored(text: &str) -> Self {
        text.split(' ').filter_map(Scope::read).collect()
    }

    pub(crate) fn contains(&self, scope: Scope) -> bool {
        self.0.contains(&scope)
    }

    pub(crate) fn is_subset_of(&self, other: &Self) -> bool {
        self.0.iter().all(|scope| other.contains(*scope))
    }

    /// The scopes in both.
    pub(crate) fn and(&self, other: &Self) -> Self {
        self.iter().filter(|scope| other.contains(*scope)).collect()
    }

    /// The first scope alone.
    pub(crate) fn first_only(&self) -> Self {
        self.iter().take(1).collect()
    }

    /// These and one more.
    pub(crate) fn with(&self, scope: Scope) -> Self {
        self.iter().chain([scope]).collect()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Scope> + '_ {
        self.0.iter().copied()
    }

    /// The scope-tokens, for JSON.
    pub(crate) fn tokens(&self) -> Vec<&'static str> {
        self.iter().map(Scope::token).collect()
    }
}

impl FromIterator<Scope> for Scopes {
    fn from_iter<I: IntoIterator<Item = Scope>>(scopes: I) -> Self {
        let mut scopes: Vec<_> = scopes.into_iter().collect();
        scopes.sort_unstable();
        scopes.dedup();
        Self(scopes)
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.tokens().join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_and_repetition_do_not_matter() {
        assert_eq!(
            Scopes::read("profile  read profile"),
            Scopes::read("read profile")
        );
        assert_eq!(
            Scopes::read("profile read").unwrap().to_string(),
            "read profile"
        );
    }

    #[test]
    fn a_word_that_is_no_scope_spoils_the_request() {
        assert_eq!(Scopes::read("read everything"), None);
        assert_eq!(Scopes::read("Read"), None);
        assert_eq!(Scopes::read(" "), None);
    }

    #[test]
    fn stored_text_reads_back() {
        let scopes = Scopes::application_default();
        assert_eq!(Scopes::read_stored(&scopes.to_string()), scopes);
    }
}
