//! Reading version numbers.

/// The first version number in what a program prints about itself: `trunk 0.21.14`,
/// `Chromium 156.0.1 built on Debian`.
pub(crate) fn first_version(text: &str) -> Option<&str> {
    text.split_whitespace()
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('.'))
}

/// The version of a package in a Cargo.lock. Of several, the first.
pub(super) fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let heading = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != heading);
    lines.next()?;
    lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_found_behind_a_name_of_several_words() {
        assert_eq!(first_version("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(
            first_version("Google Chrome for Testing 156.0.7 (Official)"),
            Some("156.0.7")
        );
        assert_eq!(
            first_version("ChromeDriver 156.0.1 (3f2-refs/1@{#2})"),
            Some("156.0.1")
        );
    }

    #[test]
    fn text_without_a_version_has_none() {
        assert_eq!(first_version("usage: thing 3"), None);
    }

    #[test]
    fn a_longer_name_does_not_stand_for_a_shorter_one() {
        let lock = "name = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n[[package]]\n\
                    name = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(lock, "yew"), None);
    }
}
