//! The ways to a token (RFC 6749 §1.3, §6), and which of them an application may use.

use std::fmt;

/// A grant Sell offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum GrantType {
    AuthorizationCode,
    Implicit,
    Password,
    RefreshToken,
}

impl GrantType {
    pub(crate) const ALL: [Self; 4] = [
        Self::AuthorizationCode,
        Self::Implicit,
        Self::Password,
        Self::RefreshToken,
    ];

    /// The standard's word; `grant_type` where the token endpoint takes it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::AuthorizationCode => "authorization_code",
            Self::Implicit => "implicit",
            Self::Password => "password",
            Self::RefreshToken => "refresh_token",
        }
    }

    /// What the form about an application says about it.
    pub(crate) fn about(self) -> &'static str {
        match self {
            Self::AuthorizationCode => "Consent in the browser, a code in the query, then a token",
            Self::Implicit => "Consent in the browser, the token in the fragment",
            Self::Password => "E-mail address and password, sent by the application",
            Self::RefreshToken => "A new access token for a refresh token",
        }
    }

    pub(crate) fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grant| grant.word() == word)
    }
}

/// A set of grants, always written in the same order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GrantTypes(Vec<GrantType>);

impl GrantTypes {
    /// All of them, as Sell's registration knows no choice.
    pub(crate) fn all() -> Self {
        GrantType::ALL.into_iter().collect()
    }

    /// Reads words; `None` when one of them is no grant.
    pub(crate) fn read<'a>(words: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        words.into_iter().map(GrantType::read).collect()
    }

    /// Reads what the database holds, which was written by `Display`.
    pub(crate) fn read_stored(text: &str) -> Self {
        text.split(' ').filter_map(GrantType::read).collect()
    }

    pub(crate) fn contains(&self, grant: GrantType) -> bool {
        self.0.contains(&grant)
    }

    pub(crate) fn words(&self) -> Vec<&'static str> {
        self.0.iter().map(|grant| grant.word()).collect()
    }
}

impl FromIterator<GrantType> for GrantTypes {
    fn from_iter<I: IntoIterator<Item = GrantType>>(grants: I) -> Self {
        let mut grants: Vec<_> = grants.into_iter().collect();
        grants.sort_unstable();
        grants.dedup();
        Self(grants)
    }
}

impl fmt::Display for GrantTypes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.words().join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_text_reads_back_and_other_words_are_no_grants() {
        let grants = GrantTypes::read(["password", "authorization_code"]).unwrap();
        assert_eq!(grants.to_string(), "authorization_code password");
        assert_eq!(GrantTypes::read_stored(&grants.to_string()), grants);
        assert_eq!(GrantTypes::read(["client_credentials"]), None);
    }
}
