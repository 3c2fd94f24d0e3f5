//! A value, or the honest word for there being none.

use super::element::{Element, el};
use crate::words::words;

/// Why there is no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// We did not ask for it.
    NotAsked,
    /// The other side left it out.
    NotSent,
    /// Sell does not say it, so nothing could be compared.
    NotVerified,
    /// No answer so far.
    NotChecked,
    /// There is an answer, and it does not tell.
    Unknown,
}

impl Missing {
    fn word(self) -> &'static str {
        let cells = words().cells;
        match self {
            Self::NotAsked => cells.not_asked.say(),
            Self::NotSent => cells.not_sent.say(),
            Self::NotVerified => cells.not_verified.say(),
            Self::NotChecked => cells.not_checked.say(),
            Self::Unknown => cells.unknown.say(),
        }
    }
}

/// The word that stands where a value is not.
pub fn missing(why: Missing) -> Element {
    el("span.sell-cell-missing").text(why.word())
}

/// A value.
pub fn value(text: &str) -> Element {
    el("span.sell-cell").text(text)
}

/// A value in the type of code: an id, a URL, a number as it was sent.
pub fn code(text: &str) -> Element {
    el("code.sell-cell").text(text)
}

/// Names, such as scopes.
pub fn tags(names: &mut dyn Iterator<Item = &str>) -> Element {
    let mut cell = el("span[class=sell-cell sell-tags]");
    for name in names {
        cell = cell.child(el("code.sell-tag").text(name)).text(" ");
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::Missing;

    #[test]
    fn every_missing_value_has_a_word_of_its_own() {
        let missing = [
            Missing::NotAsked,
            Missing::NotSent,
            Missing::NotVerified,
            Missing::NotChecked,
            Missing::Unknown,
        ];
        for (place, one) in missing.iter().enumerate() {
            assert!(!one.word().is_empty());
            assert!(
                missing[..place]
                    .iter()
                    .all(|other| other.word() != one.word())
            );
        }
    }
}
