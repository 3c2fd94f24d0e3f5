//! A value, or the honest word for there being none.

use yew::prelude::*;

use crate::words::words;

/// What stands in a place for a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A value.
    Value(AttrValue),
    /// A value in the type of code: an id, a URL, a number as it was sent.
    Code(AttrValue),
    /// Names, such as scopes.
    Tags(Vec<AttrValue>),
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
    /// There is no end.
    Never,
}

impl Cell {
    /// The cell as it stands in a table or list.
    pub(super) fn view(&self) -> Html {
        match self {
            Self::Value(text) => html! { <span class="sell-cell">{ text.clone() }</span> },
            Self::Code(text) => html! { <code class="sell-cell">{ text.clone() }</code> },
            Self::Tags(names) => html! {
                <span class="sell-cell sell-tags">{ for names.iter().map(tag) }</span>
            },
            Self::Never => html! { <span class="sell-cell">{ words().cells.never }</span> },
            missing => html! { <span class="sell-cell-missing">{ missing.word() }</span> },
        }
    }

    /// The word for a value that is not there; empty for one that is.
    fn word(&self) -> &'static str {
        let cells = &words().cells;
        match self {
            Self::NotAsked => cells.not_asked,
            Self::NotSent => cells.not_sent,
            Self::NotVerified => cells.not_verified,
            Self::NotChecked => cells.not_checked,
            Self::Unknown => cells.unknown,
            Self::Value(_) | Self::Code(_) | Self::Tags(_) | Self::Never => "",
        }
    }
}

fn tag(name: &AttrValue) -> Html {
    html! { <><code class="sell-tag">{ name.clone() }</code>{ " " }</> }
}

#[cfg(test)]
mod tests {
    use super::Cell;

    #[test]
    fn every_missing_value_has_a_word_of_its_own() {
        let missing = [
            Cell::NotAsked,
            Cell::NotSent,
            Cell::NotVerified,
            Cell::NotChecked,
            Cell::Unknown,
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
