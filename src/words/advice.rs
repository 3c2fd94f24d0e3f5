//! From a failure to what happened, why, and what to do now.

use super::{ErrorKind, Gap, Phrase, clean, time, words};

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
    /// The name of the one button.
    pub action: Phrase,
}

/// The facts around a failure that a sentence can name. Each may be unknown.
///
/// Everything that came from outside is cleaned on its way into a sentence; see [`clean()`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Details<'a> {
    /// The scope that Sell does not offer.
    pub scope: Option<&'a str>,
    /// The scopes that were asked for and not granted.
    pub missing: Option<&'a str>,
    /// The scopes the token holds.
    pub held: Option<&'a str>,
    /// The scope a call needs.
    pub needed: Option<&'a str>,
    /// A span in seconds: how long we waited, or will wait.
    pub seconds: Option<u64>,
    /// The moment of the end, as the browser's formatter wrote it.
    pub time: Option<&'a str>,
    /// The HTTP status.
    pub status: Option<u16>,
    /// The reference of the answer that support can look up.
    pub logref: Option<&'a str>,
    /// The field of the body that was refused.
    pub field: Option<&'a str>,
    /// The reason in words: capital first, no full stop; ours (see [`super::cause`]) or Sell's.
    pub reason: Option<&'a str>,
    /// The likely causes, most likely first.
    pub causes: Option<&'a str>,
    /// Where the setting in question lives, for instance `config.json`.
    pub place: Option<&'a str>,
}

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
    /// The name of the button that does it.
    pub action: String,
}

/// What to tell a person about `kind`, with as much detail as is known.
#[must_use]
pub fn advise(kind: ErrorKind, details: &Details<'_>) -> Advice {
    let text = (words().advice)(kind);
    let values = values(details);
    let gaps = values.each_ref().map(|(name, value)| Gap { name, value });
    Advice {
        kind,
        severity: text.severity,
        title: text.title.fill(&gaps),
        why: text.why.fill(&gaps),
        todo: text.todo.fill(&gaps),
        action: text.action.fill(&gaps),
    }
}

/// Every detail under the name of its gap, cleaned; unknown ones are empty.
fn values(details: &Details<'_>) -> [(&'static str, String); 12] {
    let text = |value: Option<&str>| clean(value.unwrap_or_default());
    let reason = text(details.reason);
    [
        ("scope", text(details.scope)),
        ("missing", text(details.missing)),
        ("held", text(details.held)),
        ("needed", text(details.needed)),
        ("span", details.seconds.map(time::span).unwrap_or_default()),
        ("time", text(details.time)),
        (
            "status",
            details
                .status
                .map(|status| status.to_string())
                .unwrap_or_default(),
        ),
        ("logref", text(details.logref)),
        ("field", text(details.field)),
        ("reason", reason.trim_end_matches('.').to_owned()),
        ("causes", text(details.causes)),
        ("place", text(details.place)),
    ]
}

#[cfg(test)]
mod tests {
    use super::{Advice, Details, ErrorKind, advise};

    const KNOWN: Details<'static> = Details {
        scope: Some("sync"),
        missing: Some("profile"),
        held: Some("read"),
        needed: Some("write"),
        seconds: Some(12),
        time: Some("14:05, UTC 13:05"),
        status: Some(503),
        logref: Some("req-1"),
        field: Some("name"),
        reason: Some("It must not be blank."),
        causes: Some("cross-origin rules, then an ad blocker"),
        place: Some("config.json"),
    };

    fn sentences(advice: &Advice) -> [&str; 4] {
        [&advice.title, &advice.why, &advice.todo, &advice.action]
    }

    /// Every failure with nothing known about it, and with everything.
    fn everything() -> Vec<Advice> {
        let kinds = ErrorKind::ALL.iter().copied();
        kinds
            .flat_map(|kind| [advise(kind, &Details::default()), advise(kind, &KNOWN)])
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
        assert_eq!(advice.todo, "It continues by itself in 12 seconds.");
    }

    #[test]
    fn half_known_is_said_in_neutral_words() {
        let details = Details {
            status: Some(503),
            ..Details::default()
        };
        let advice = advise(ErrorKind::ServerError, &details);
        assert_eq!(advice.why, "Its answer was an error of its own.");
    }

    #[test]
    fn text_from_a_server_is_cleaned_before_it_enters_a_sentence() {
        let details = Details {
            scope: Some("re\u{202e}ad\u{0}"),
            ..Details::default()
        };
        let advice = advise(ErrorKind::ScopeRefused, &details);
        assert_eq!(advice.why, "“read” is unknown.");
    }
}
