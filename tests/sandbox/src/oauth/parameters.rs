//! Parameters in `application/x-www-form-urlencoded` (RFC 6749 appendix B).

use form_urlencoded::parse;

use super::error::{OAuthError, OAuthErrorCode};

/// The decoded pairs of a query or a form body, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Parameters(Vec<(String, String)>);

impl From<Repeated> for OAuthError {
    fn from(Repeated(name): Repeated) -> Self {
        Self::new(
            OAuthErrorCode::InvalidRequest,
            format!("{name} is repeated."),
        )
    }
}

/// A parameter was sent more than once, which RFC 6749 §3.1 forbids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Repeated(pub(crate) &'static str);

impl Parameters {
    pub(crate) fn read(encoded: &[u8]) -> Self {
        Self(parse(encoded).into_owned().collect())
    }

    /// The value of a parameter that may be sent once. One sent without a value counts as
    /// omitted (RFC 6749 §3.1).
    pub(crate) fn one(&self, name: &'static str) -> Result<Option<&str>, Repeated> {
        let mut values = self.all(name);
        let first = values.next();
        if values.next().is_some() {
            return Err(Repeated(name));
        }
        Ok(first.filter(|value| !value.is_empty()))
    }

    /// As [`Parameters::one`], with the error an OAuth client reads.
    pub(crate) fn single(&self, name: &'static str) -> Result<Option<&str>, OAuthError> {
        self.one(name).map_err(OAuthError::from)
    }

    /// Every value of a parameter that may be repeated, such as the boxes of a form.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether any parameter is sent more than once.
    pub(crate) fn has_repetition(&self) -> bool {
        let mut names: Vec<_> = self.names().collect();
        names.sort_unstable();
        names.windows(2).any(|pair| pair[0] == pair[1])
    }

    /// The names, with repetitions.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repeated_parameter_is_an_error_even_with_one_value() {
        let parameters = Parameters::read(b"state=a&state=a&scope=read");
        assert_eq!(parameters.one("state"), Err(Repeated("state")));
        assert_eq!(parameters.one("scope"), Ok(Some("read")));
    }

    #[test]
    fn an_empty_parameter_counts_as_omitted() {
        assert_eq!(Parameters::read(b"state=").one("state"), Ok(None));
    }

    #[test]
    fn plus_and_percent_20_are_both_spaces() {
        let parameters = Parameters::read(b"a=x+y&b=x%20y");
        assert_eq!(parameters.one("a"), parameters.one("b"));
    }
}
