//! Texts that must not be seen: tokens, passwords, session ids.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::random::hex;

/// A text that never shows itself: no `Display`, and `Debug` prints a placeholder.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Secret(String);

impl Secret {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself; the name makes every use easy to find.
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }

    /// What the database keeps instead of the text. A plain SHA-256 is enough, because what is
    /// hashed has 256 random bits; passwords, which have not, go through argon2.
    pub(crate) fn digest(&self) -> String {
        self.digest_for("secret")
    }

    /// A digest for another purpose, which tells nothing about [`Secret::digest`].
    pub(crate) fn digest_for(&self, purpose: &str) -> String {
        let mut hasher = Sha256::new();
        hasher.update(purpose.as_bytes());
        hasher.update([0]);
        hasher.update(self.0.as_bytes());
        hex(&hasher.finalize())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

/// Compares two digests in a time that does not depend on where they differ.
pub(crate) fn same(left: &str, right: &str) -> bool {
    left.len() == right.len()
        && left
            .bytes()
            .zip(right.bytes())
            .fold(0, |sum, (a, b)| sum | (a ^ b))
            == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_does_not_print_itself() {
        assert_eq!(format!("{:?}", Secret::new("hunter2")), "Secret(…)");
    }

    #[test]
    fn digests_for_two_purposes_differ() {
        let secret = Secret::new("s");
        assert_ne!(secret.digest(), secret.digest_for("csrf"));
    }

    #[test]
    fn texts_of_other_length_or_letters_are_not_the_same() {
        assert!(same("abc", "abc"));
        assert!(!same("abc", "abd"));
        assert!(!same("abc", "ab"));
        assert!(!same("", "a"));
    }
}
