//! Naming files whose names hold a hash.

/// A path with at most one `*`, which stands for any characters: `/sell-elements-*.js`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern(String);

impl Pattern {
    /// Whether the path is meant. A pattern without `*` means exactly itself.
    #[must_use]
    pub fn matches(&self, path: &str) -> bool {
        match self.0.split_once('*') {
            Some((start, end)) => {
                path.len() >= start.len() + end.len()
                    && path.starts_with(start)
                    && path.ends_with(end)
            }
            None => self.0 == path,
        }
    }
}

impl From<&str> for Pattern {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str, path: &str, expected: bool) {
        assert_eq!(
            Pattern::from(pattern).matches(path),
            expected,
            "{pattern} {path}"
        );
    }

    #[test]
    fn a_star_stands_for_the_hash() {
        check("/a-*.js", "/a-0f.js", true);
        check("/a-*.js", "/a-0f.wasm", false);
        check("/ab*ba", "/aba", false);
    }

    #[test]
    fn a_pattern_without_a_star_means_itself() {
        check("/boot.js", "/boot.js", true);
        check("/boot.js", "/boot.js.br", false);
    }
}
