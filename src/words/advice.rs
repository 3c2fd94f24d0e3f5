//! From a failure to what happened, why, and what to do now.

use super::{ErrorKind, Gap, Phrase, clean, words};

/// How a failure is marked, in shape and colour as well as in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// It did not work, and we know so.
    Failure,
    /// It worked, with something to look at.
    Warning,
    /// We could not tell. Never shown like a refusal.
    Unknown,
    /// Nothing is lost; good to know.
    Note,
}

/// What one language says about one kind of failure.
#[derive(Debug, Clone, Copy)]
pub struct AdviceText {
    /// How it is marked.
    pub severity: Severity,
    /// What happened; a title, so without a full stop.
    pub title: Phrase,
    /// Why it happened, as far as we know.
    pub why: Phrase,
    /// What to do about it.
    pub todo: Phrase,
    /// The name of the one button, where there are views to show it.
    #[cfg(feature = "ui")]
    pub action: Phrase,
}

/// What is known about a failure, as the gaps of its sentences. What is not in it is not known.
///
/// | gap | what goes there |
/// |---|---|
/// | `scope` | the scope that Sell does not offer |
/// | `missing` | the scopes that were asked for and not granted |
/// | `held` | the scopes the token holds |
/// | `needed` | the scope a call needs |
/// | `span` | how long we waited, or will wait: [`time::span`](super::time::span) |
/// | `time` | the moment of the end, as the browser's formatter wrote it |
/// | `status` | the HTTP status |
/// | `logref` | the reference of the answer that support can look up |
/// | `field` | the field of the body that was refused |
/// | `reason` | the reason in words: capital first; ours (see [`super::cause`]) or Sell's |
/// | `place` | where the setting in question lives, for instance `config.json` |
///
/// Everything that came from outside is cleaned on its way into a sentence; see [`clean()`].
pub type Known<'a> = &'a [Gap<'a>];

/// Three sentences and the name of one button. Nothing in here is ever empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// Which failure this is about.
    pub kind: ErrorKind,
    /// How it is marked.
    pub severity: Severity,
    /// What happened.
    pub title: String,
    /// Why.
    pub why: String,
    /// What to do.
    pub todo: String,
    /// The name of the button that does it, where there are views to show it.
    #[cfg(feature = "ui")]
    pub action: String,
}

/// Text that a server wrote, cleaned by [`clean()`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The text.
    pub text: String,
}

/// What to tell a person about `kind`, with as much detail as is known.
#[must_use]
pub fn advise(kind: ErrorKind, known: Known<'_>) -> Advice {
    let text = (words().advice)(kind);
    let said = |phrase: Phrase| phrase.fill_with(known, cleaned);
    Advice {
        kind,
        severity: text.severity,
        title: said(text.title),
        why: said(text.why),
        todo: said(text.todo),
        #[cfg(feature = "ui")]
        action: said(text.action),
    }
}

/// A reason of the server may come with the full stop that the sentence brings itself.
fn cleaned(gap: &Gap<'_>) -> String {
    let mut value = clean(gap.value);
    if gap.name == "reason" {
        while value.ends_with('.') {
            value.pop();
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::{Advice, ErrorKind, Gap, advise};

    const fn gap(name: &'static str, value: &'static str) -> Gap<'static> {
        Gap { name, value }
    }

    const KNOWN: [Gap<'static>; 11] = [
        gap("scope", "sync"),
        gap("missing", "profile"),
        gap("held", "read"),
        gap("needed", "write"),
        gap("span", "12 seconds"),
        gap("time", "14:05, UTC 13:05"),
        gap("status", "503"),
        gap("logref", "req-1"),
        gap("field", "name"),
        gap("reason", "It must not be blank."),
        gap("place", "config.json"),
    ];

    fn sentences(advice: &Advice) -> [&str; 4] {
        [&advice.title, &advice.why, &advice.todo, &advice.action]
    }

    /// Every failure with nothing known about it, and with everything.
    fn everything() -> Vec<Advice> {
        let kinds = ErrorKind::ALL.iter().copied();
        kinds
            .flat_map(|kind| [advise(kind, &[]), advise(kind, &KNOWN)])
            .collect()
    }

    #[test]
    fn every_kind_has_three_sentences_and_a_button_even_when_nothing_is_known() {
        for advice in everything() {
            for text in sentences(&advice) {
                assert!(!text.trim().is_empty(), "{advice:?}");
                assert!(!text.contains(['{', '}', '`']), "{advice:?}");
                assert!(!text.contains("  ") && !text.contains(".."), "{advice:?}");
                assert!(!text.contains("“”"), "{advice:?}");
            }
        }
    }

    #[test]
    fn titles_and_buttons_carry_no_full_stop_and_sentences_do() {
        for advice in everything() {
            assert!(!advice.title.ends_with('.'), "{advice:?}");
            assert!(!advice.action.ends_with('.'), "{advice:?}");
            assert!(advice.why.ends_with('.'), "{advice:?}");
            assert!(advice.todo.ends_with('.'), "{advice:?}");
        }
    }

    #[test]
    fn every_sentence_starts_with_a_capital_or_the_name_of_a_scope() {
        for advice in everything() {
            for text in sentences(&advice) {
                let named = text.starts_with("profile") || text.starts_with('“');
                assert!(named || text.starts_with(char::is_uppercase), "{text}");
            }
        }
    }

    #[test]
    fn no_sentence_grovels_or_blames() {
        let forbidden = [
            "please",
            "oops",
            "invalid",
            "something went wrong",
            "sorry",
            "!",
        ];
        for advice in everything() {
            for text in sentences(&advice) {
                let lower = text.to_lowercase();
                assert!(!forbidden.iter().any(|word| lower.contains(word)), "{text}");
            }
        }
    }

    #[test]
    fn what_is_known_is_named() {
        let advice = advise(ErrorKind::MissingScope, &KNOWN);
        assert_eq!(advice.title, "This call needs write");
        assert_eq!(advice.why, "Your token has read.");
        assert_eq!(advice.action, "Add write");
        let advice = advise(ErrorKind::RateLimited, &KNOWN);
        assert_eq!(advice.todo, "Wait 12 seconds, then try again.");
    }

    #[test]
    fn half_known_is_said_in_neutral_words() {
        let advice = advise(ErrorKind::ServerError, &[gap("status", "503")]);
        assert_eq!(advice.why, "Its answer was an error of its own.");
    }

    #[test]
    fn text_from_a_server_is_cleaned_before_it_enters_a_sentence() {
        let advice = advise(
            ErrorKind::ScopeRefused,
            &[gap("scope", "re\u{202e}ad\u{0}")],
        );
        assert_eq!(advice.why, "“read” is unknown.");
    }
}
