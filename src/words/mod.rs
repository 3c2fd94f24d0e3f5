//! Every sentence a person reads, in the English catalogue and in whatever language the page brings.
//!
//! [`words`] gives the catalogue in use, [`advise`] turns a failure into what happened, why, and
//! what to do now. A sentence with a gap in it is a [`Phrase`]: it carries a second wording for
//! the day the gap cannot be filled, so no screen ever shows an empty pair of quotation marks.
//!
//! English is in the program. Another [`Language`] comes from the page that wants it and knows each
//! text by its English wording; see [`speaking`].
//!
//! Nothing here names the browser, Yew or the session. Words are plain values.

pub mod advice;
pub mod catalogue;
pub mod cause;
pub mod clean;
pub mod en;
pub mod kind;
pub mod language;
pub mod phrase;
pub mod time;
pub mod word;

pub use advice::{Advice, Quotation, Severity, advise};
pub use catalogue::Words;
pub use clean::clean;
pub use kind::ErrorKind;
pub use language::{Language, Spoken, speaking};
pub use phrase::{Gap, Phrase};
pub use word::Word;

/// The catalogue, which says each text in the language that is spoken.
#[must_use]
pub fn words() -> &'static Words {
    &en::WORDS
}

/// The words of panels, in a table of their own: the app has none.
#[must_use]
pub fn panels() -> &'static catalogue::Panels {
    &en::PANELS
}

/// The words of the Embed screen, in a table of their own: it is a page beside the app.
#[must_use]
pub fn embed() -> &'static catalogue::Embed {
    &en::EMBED
}

#[cfg(test)]
mod tests {
    use super::{embed, words};

    #[test]
    fn no_word_of_the_catalogue_grovels_or_hurries() {
        let everything = format!("{:?}{:?}", words(), embed()).to_lowercase();
        for word in [
            "please",
            "oops",
            "invalid",
            "something went wrong",
            "sorry",
            "log in",
        ] {
            assert!(!everything.contains(word), "{word}");
        }
    }

    #[test]
    fn no_word_of_the_catalogue_is_missing() {
        let everything = format!("{:?}{:?}", words(), embed());
        // The neutral wording of a sentence without gaps is the one text that may be empty.
        let empty = everything.matches("\"\"").count();
        assert_eq!(empty, everything.matches("neutral: \"\"").count());
    }
}
