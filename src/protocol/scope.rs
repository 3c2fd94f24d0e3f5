//! Scopes.
//!
//! ```text
//! scope       = scope-token *( SP scope-token )
//! scope-token = 1*( %x21 / %x23-5B / %x5D-7E )          RFC 6749 §3.3
//! ```

use std::fmt;
use std::rc::Rc;

use super::Json;
use super::text::parts;

/// One scope: a case-sensitive word of the server's choosing (RFC 6749 §3.3).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scope(Rc<str>);

impl Scope {
    /// Reads one scope token; a blank, a quote, a backslash or a control character refuses it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = |byte: u8| matches!(byte, 0x21 | 0x23..=0x5b | 0x5d..=0x7e);
        (!text.is_empty() && text.bytes().all(fits)).then(|| Self(text.into()))
    }

    /// The word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A set of scopes in the order in which they were written; order carries no meaning
/// (RFC 6749 §3.3), so equality ignores it. Cloning shares it.
#[derive(Debug, Clone, Default)]
pub struct Scopes(Rc<[Scope]>);

impl Scopes {
    /// Reads a space-separated list. Extra blanks are tolerated, repetitions fold.
    ///
    /// ```
    /// use sell_elements::protocol::Scopes;
    /// let asked = Scopes::parse("read profile").unwrap();
    /// let given = Scopes::parse("read").unwrap();
    /// assert_eq!(asked.without(&given).to_string(), "profile");
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut unique = Vec::new();
        for word in parts(text, b' ') {
            if !word.is_empty() {
                add(&mut unique, Scope::parse(word)?);
            }
        }
        Some(Self(unique.into()))
    }

    /// Reads a space-separated list, or an array of scopes; nothing else is either.
    #[must_use]
    pub fn read(json: &Json) -> Option<Self> {
        let Json::List(items) = json else {
            return Self::parse(json.as_text()?);
        };
        let mut unique = Vec::new();
        for item in items {
            add(&mut unique, Scope::parse(item.as_text()?)?);
        }
        Some(Self(unique.into()))
    }

    /// Collects scopes, dropping repetitions.
    #[must_use]
    pub fn new(scopes: Vec<Scope>) -> Self {
        let mut unique = Vec::new();
        for scope in scopes {
            add(&mut unique, scope);
        }
        Self(unique.into())
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this scope is among them.
    #[must_use]
    pub fn contains(&self, scope: &str) -> bool {
        self.0.iter().any(|held| held.as_str() == scope)
    }

    /// Those that the other set lacks.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        let mut lacking = Vec::new();
        for scope in self.iter() {
            if !other.contains(scope.as_str()) {
                lacking.push(scope.clone());
            }
        }
        Self(lacking.into())
    }

    /// The space-separated list, as it is sent and stored. Not by way of formatting, which programs
    /// without views have no other use for.
    #[must_use]
    pub fn joined(&self) -> String {
        let mut text = String::new();
        for scope in self.iter() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(scope.as_str());
        }
        text
    }

    /// The scopes in their written order.
    pub fn iter(&self) -> impl Iterator<Item = &Scope> {
        self.0.iter()
    }
}

fn add(unique: &mut Vec<Scope>, scope: Scope) {
    if !unique.contains(&scope) {
        unique.push(scope);
    }
}

impl PartialEq for Scopes {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.without(other).is_empty()
    }
}

impl Eq for Scopes {}

impl fmt::Display for Scopes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.joined())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_and_repetition_do_not_matter() {
        assert_eq!(
            Scopes::parse("read  profile read"),
            Scopes::parse("profile read")
        );
        assert_ne!(Scopes::parse("read"), Scopes::parse("read profile"));
        assert_ne!(Scopes::parse("Read"), Scopes::parse("read"));
    }

    #[test]
    fn a_scope_outside_the_grammar_refuses_the_list() {
        for bad in ["re\"ad", "read\\", "read\n", "lés", "read\tprofile"] {
            assert_eq!(Scopes::parse(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn the_difference_is_what_the_other_lacks() {
        let asked = Scopes::parse("read write profile").unwrap();
        let given = Scopes::parse("profile sync").unwrap();
        assert_eq!(asked.without(&given).to_string(), "read write");
        assert_eq!(given.without(&asked).to_string(), "sync");
    }
}
