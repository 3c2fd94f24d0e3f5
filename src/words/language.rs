//! Which language is spoken while something is drawn.
//!
//! English is in the program. Any other language comes from the page that speaks it, and knows each
//! text by its English wording; what it does not know stays English.

use std::cell::Cell;
use std::fmt;

use super::time::Unit;

/// A language other than English.
pub trait Language {
    /// The text that stands for an English one, with the same gaps; nothing where there is none.
    fn text(&self, english: &'static str) -> Option<&'static str>;

    /// An amount of a unit in long words, in the plural that this language wants: `3 days`.
    fn amount(&self, count: u64, unit: Unit) -> Option<String>;

    /// A moment, in milliseconds since 1970, as a clock on the wall shows it: here, and in UTC.
    fn clock_times(&self, wall: u64) -> Option<[String; 2]>;
}

/// A language that stays for as long as the program does. Two are the same when they are one object.
#[derive(Clone, Copy)]
pub struct Spoken(pub &'static dyn Language);

impl PartialEq for Spoken {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::addr_eq(self.0, other.0)
    }
}

impl Eq for Spoken {}

impl fmt::Debug for Spoken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Spoken")
    }
}

thread_local! {
    static SPOKEN: Cell<Option<Spoken>> = const { Cell::new(None) };
}

/// Draws in a language, or in English. A page may show one panel in one language and another in
/// another, and what is said outside of drawing, to scripts, is English.
pub fn speaking<T>(language: Option<Spoken>, draw: impl FnOnce() -> T) -> T {
    SPOKEN.set(language);
    let drawn = draw();
    SPOKEN.set(None);
    drawn
}

/// The language that is spoken; none where it is English. A program without other languages does
/// not even look.
pub(super) fn spoken() -> Option<&'static dyn Language> {
    let spoken = cfg!(any(test, feature = "languages"))
        .then(|| SPOKEN.get())
        .flatten();
    spoken.map(|spoken| spoken.0)
}

/// What is said for an English text. One that wants a gap filled where English has none cannot be said.
pub(super) fn text(english: &'static str) -> &'static str {
    let has_gap = |text: &str| text.bytes().any(|byte| byte == b'{');
    let said = spoken().and_then(|language| language.text(english));
    said.filter(|said| has_gap(english) || !has_gap(said))
        .unwrap_or(english)
}

#[cfg(test)]
mod tests {
    use super::{Language, Spoken, speaking};
    use crate::words::time::{self, Unit};
    use crate::words::{ErrorKind, Gap, Phrase, Word, advise};

    /// A few texts of German.
    struct Few;

    impl Language for Few {
        fn text(&self, english: &'static str) -> Option<&'static str> {
            match english {
                "Run" => Some("Los"),
                "Run {call}" => Some("{call} ausführen"),
                "in {span}" => Some("noch {span}"),
                "This call needs {needed}" => Some("Dieser Aufruf braucht {wanted}"),
                "This call needs another scope" => Some("Dieser Aufruf braucht mehr"),
                "Too many calls" => Some("{zu} viele Aufrufe"),
                _ => None,
            }
        }

        fn amount(&self, count: u64, unit: Unit) -> Option<String> {
            (unit == Unit::Day).then(|| format!("{count} Tage"))
        }

        fn clock_times(&self, _wall: u64) -> Option<[String; 2]> {
            None
        }
    }

    fn in_german<T>(say: impl FnOnce() -> T) -> T {
        speaking(Some(Spoken(&Few)), say)
    }

    const RUN: Phrase = Phrase::with_gaps("Run {call}", "Run");

    #[test]
    fn words_and_phrases_are_said_in_the_language_and_in_english_before_and_after() {
        assert_eq!(Word("Run").say(), "Run");
        let said = in_german(|| (Word("Run").say(), RUN.with("call", "Deals"), RUN.fill(&[])));
        assert_eq!(
            said,
            ("Los", "Deals ausführen".to_owned(), "Los".to_owned())
        );
        assert_eq!(Word("Run").say(), "Run");
    }

    #[test]
    fn what_a_language_does_not_know_is_said_in_english() {
        assert_eq!(in_german(|| Word("Stop").say()), "Stop");
        assert_eq!(in_german(|| time::until(172_800)), "noch 2 Tage");
        assert_eq!(in_german(|| time::until(120)), "noch 2 minutes");
    }

    #[test]
    fn a_translation_that_cannot_be_said_leaves_no_sentence_empty() {
        let advice = in_german(|| advise(ErrorKind::RateLimited, &[]));
        assert_eq!(advice.title, "Too many calls");
    }

    #[test]
    fn a_gap_that_the_english_text_has_not_gives_the_neutral_wording() {
        let needed = Gap {
            name: "needed",
            value: "write",
        };
        let title = in_german(|| advise(ErrorKind::MissingScope, &[needed]).title);
        assert_eq!(title, "Dieser Aufruf braucht mehr");
    }
}
