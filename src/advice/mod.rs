//! From a problem or a failure to advice and, where the server said something, its words.

use crate::protocol::error::Setting;
use crate::protocol::exchange::RetryAfter;
use crate::protocol::url::UrlFault;
use crate::protocol::{ConfigError, Failure, Refusal, TransportError};
use crate::session::paste::PasteFault;
use crate::session::{Obstacle, Passport, Problem};
use crate::words::catalogue::Sentences;
use crate::words::cause::of_outcome;
use crate::words::{Advice, ErrorKind, Gap, Quotation, Word, advise, clean, time, words};

/// Where the settings are.
const PLACE: &str = "config.json";

/// Advice, and the server's own words about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The advice.
    pub advice: Advice,
    /// What the server wrote.
    pub says: Option<Quotation>,
}

impl Told {
    /// Advice about something that no server spoke of.
    #[must_use]
    pub fn of(advice: Advice) -> Self {
        Self { advice, says: None }
    }
}

/// What to tell about a problem beside the session.
#[must_use]
pub fn of_problem(problem: &Problem) -> Told {
    let says = match problem {
        Problem::Denied(response) => {
            let code = response.code.as_str();
            Some(response.description.as_deref().unwrap_or(code))
        }
        _ => None,
    };
    Told {
        advice: on_problem(problem),
        says: quotation(says),
    }
}

/// The advice alone.
#[must_use]
pub fn on_problem(problem: &Problem) -> Advice {
    let (kind, code) = match problem {
        Problem::Denied(response) => ("denied", Some(response.code.as_str())),
        Problem::Answer(fault) => (fault.as_str(), None),
        Problem::ForeignToken => ("foreign_token", None),
        Problem::NoAnswer => return with_reason(ErrorKind::RedirectMismatch, None),
        Problem::Config(error) => {
            let name = error.setting().map(Setting::key);
            return of_config(error, name, PLACE);
        }
        Problem::Browser(obstacle) => return of_obstacle(*obstacle),
        Problem::ClockMoved => {
            return notice(words().notes.clock_moved, ErrorKind::Internal);
        }
    };
    let cause = of_outcome(kind, code);
    with_reason(cause.kind, cause.reason)
}

/// What to tell about a failed call; `needed` is a scope, and `passport` what is known of the token that
/// signed it.
#[must_use]
pub fn of_failure(failure: &Failure, needed: Option<&str>, passport: Option<&Passport>) -> Told {
    let quoted = failure.report.message.as_deref();
    Told {
        advice: on_failure(failure, needed, passport),
        says: quotation(quoted.filter(|_| failure.refusal != Refusal::Content)),
    }
}

/// The advice alone.
#[must_use]
pub fn on_failure(failure: &Failure, needed: Option<&str>, passport: Option<&Passport>) -> Advice {
    let status = failure.status.map(|status| status.to_string());
    let report = &failure.report;
    let span = seconds(failure).map(|seconds| time::span(u64::from(seconds)));
    let held = passport.map(|passport| passport.held.joined());
    let causes = words().causes;
    let reason = match failure.refusal {
        Refusal::Transport(TransportError::TooLarge) => Some(causes.too_large.say()),
        // Where another answer of the same server could be read, this one is special.
        Refusal::Transport(_)
            if passport.is_some_and(|passport| passport.lookup.latest().is_some()) =>
        {
            Some(causes.hidden_refusal.say())
        }
        _ => report.message.as_deref(),
    };
    let known = [
        gap("needed", needed),
        gap("held", held.as_deref()),
        gap("status", status.as_deref()),
        gap("logref", report.reference.as_deref()),
        gap("span", span.as_deref()),
        gap("reason", reason),
        gap("field", report.field.as_deref()),
    ];
    advise(kind_of(failure.refusal), &known)
}

/// How long the server asks us to wait, or how long we waited for it.
fn seconds(failure: &Failure) -> Option<u32> {
    match (failure.refusal, failure.retry_after) {
        (Refusal::RateLimited, Some(after @ RetryAfter::Seconds(_))) => Some(after.pause(0)),
        (Refusal::Transport(TransportError::Timeout(seconds)), _) => Some(seconds),
        // A time of day says nothing without a clock.
        _ => None,
    }
}

/// A gap, empty where the value is not known.
fn gap<'a>(name: &'static str, value: Option<&'a str>) -> Gap<'a> {
    let value = value.unwrap_or_default();
    Gap { name, value }
}

/// The kind of a refusal.
#[must_use]
pub fn kind_of(refusal: Refusal) -> ErrorKind {
    match refusal {
        Refusal::Token => ErrorKind::TokenRefused,
        Refusal::MissingScope => ErrorKind::MissingScope,
        Refusal::Forbidden => ErrorKind::Forbidden,
        Refusal::NotFound => ErrorKind::NotFound,
        Refusal::Content => ErrorKind::BodyRefused,
        Refusal::RateLimited => ErrorKind::RateLimited,
        Refusal::Server | Refusal::Unexpected | Refusal::Malformed(_) => ErrorKind::ServerError,
        Refusal::Transport(TransportError::Offline) => ErrorKind::Offline,
        Refusal::Transport(TransportError::Timeout(_)) => ErrorKind::Timeout,
        Refusal::Transport(TransportError::Unreadable | TransportError::TooLarge) => {
            ErrorKind::Unreadable
        }
    }
}

/// Why a paste was not recognised.
#[must_use]
pub fn of_paste(fault: PasteFault) -> Advice {
    let paste = words().paste;
    let reason = match fault {
        PasteFault::Empty => paste.empty,
        PasteFault::TooLong => paste.too_long,
        PasteFault::TooShort => paste.too_short,
        PasteFault::NoToken => paste.no_token,
        PasteFault::Characters => paste.odd_characters,
    };
    with_reason(ErrorKind::PasteUnrecognised, Some(reason.say()))
}

/// Advice about scopes that were asked for and not granted.
#[must_use]
pub fn of_missing_scopes(missing: &str) -> Advice {
    advise(ErrorKind::ScopeReduced, &[gap("missing", Some(missing))])
}

/// Advice about a token that ended at a time.
#[must_use]
pub fn of_expiry(time: &str) -> Advice {
    advise(ErrorKind::TokenExpired, &[gap("time", Some(time))])
}

/// Advice about a call that waits for the server's pause to end.
#[cfg(feature = "ui")]
#[must_use]
pub fn of_pause(seconds: u32) -> Advice {
    let span = time::span(u64::from(seconds));
    let calls = words().calls;
    Advice {
        todo: calls.waiting.with("span", &span),
        action: calls.stop.say().to_owned(),
        ..with_reason(ErrorKind::RateLimited, None)
    }
}

/// Advice of a kind about which nothing more is known.
#[must_use]
pub fn with_reason(kind: ErrorKind, reason: Option<&str>) -> Advice {
    advise(kind, &[gap("reason", reason)])
}

/// Text of the server, cleaned, as a quotation; nothing for an empty one.
#[must_use]
pub fn quotation(text: Option<&str>) -> Option<Quotation> {
    let text = clean(text?);
    (!text.is_empty()).then_some(Quotation { text })
}

fn of_obstacle(obstacle: Obstacle) -> Advice {
    let notes = words().notes;
    match obstacle {
        Obstacle::StorageBlocked => notice(notes.cannot_leave, ErrorKind::StorageBlocked),
        Obstacle::StorageFull => notice(notes.storage_full, ErrorKind::StorageBlocked),
        Obstacle::NoRandomness => notice(notes.no_randomness, ErrorKind::InsecureContext),
        Obstacle::Framed => with_reason(ErrorKind::Framed, None),
        Obstacle::Stalled => notice(notes.stalled, ErrorKind::AuthServer),
        Obstacle::PopupBlocked => with_reason(ErrorKind::PopupBlocked, None),
        Obstacle::PopupTimeout => with_reason(ErrorKind::PopupTimeout, None),
    }
}

/// Why a host's request was not even sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsent {
    /// Its path is none.
    Path,
    /// No browser sends its method, its headers or its body.
    Init,
    /// Another took its place.
    Aborted,
    /// Nobody is signed in, or the token has ended.
    NotSignedIn,
}

/// What to tell about a request that was not sent, or was given up.
#[must_use]
pub fn of_unsent(unsent: Unsent) -> Advice {
    let notes = words().unsent;
    match unsent {
        Unsent::Path => notice(notes.path, ErrorKind::NotFound),
        Unsent::Init => notice(notes.init, ErrorKind::BodyRefused),
        Unsent::Aborted => notice(notes.aborted, ErrorKind::Unreadable),
        Unsent::NotSignedIn => notice(notes.not_signed_in, ErrorKind::TokenExpired),
    }
}

/// Three sentences of our own under a kind of the closed list.
fn notice([title, why, todo]: Sentences, kind: ErrorKind) -> Advice {
    Advice {
        title: title.say().to_owned(),
        why: why.say().to_owned(),
        todo: todo.say().to_owned(),
        ..with_reason(kind, None)
    }
}

/// What to tell about settings that cannot work; the one that is wrong is called by `name`, and is
/// given in `place`.
#[must_use]
pub fn of_config(error: &ConfigError, name: Option<&str>, place: &str) -> Advice {
    if *error == ConfigError::InsecurePage {
        return with_reason(ErrorKind::InsecureContext, None);
    }
    Advice {
        why: why_not(error, name),
        ..advise(ErrorKind::ConfigMissing, &[gap("place", Some(place))])
    }
}

fn why_not(error: &ConfigError, name: Option<&str>) -> String {
    let faults = words().config;
    let why = match error {
        ConfigError::Unreadable | ConfigError::InsecurePage => faults.unreadable,
        ConfigError::Missing(_) => faults.missing,
        ConfigError::WrongType(_) => faults.wrong_type,
        ConfigError::Url(_, fault) => of_url(*fault),
        ConfigError::ClientId => faults.client_id,
        ConfigError::Scope => faults.scope,
        ConfigError::ForeignRedirect | ConfigError::OwnPage => faults.foreign_redirect,
        ConfigError::MixedContent(_) => faults.mixed_content,
    };
    match name {
        Some(name) => [name, " ", why.say()].concat(),
        None => why.say().to_owned(),
    }
}

fn of_url(fault: UrlFault) -> Word {
    let faults = words().config;
    match fault {
        UrlFault::Empty => faults.missing,
        UrlFault::TooLong => faults.url_too_long,
        UrlFault::Character | UrlFault::Host => faults.url_malformed,
        UrlFault::Scheme | UrlFault::NotSecure => faults.url_not_secure,
        UrlFault::Credentials => faults.url_credentials,
        UrlFault::Fragment => faults.url_fragment,
        UrlFault::Query => faults.url_query,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::answer::{ErrorReport, FailureFacts};
    use crate::words::Severity;

    #[test]
    fn coming_back_without_an_answer_is_a_note_that_names_both_causes() {
        let Told { advice, says } = of_problem(&Problem::NoAnswer);
        assert_eq!(advice.severity, Severity::Note);
        for cause in ["left", "redirect URL", "client ID"] {
            assert!(advice.why.contains(cause), "{}", advice.why);
        }
        assert_eq!(says, None);
    }

    fn busy(retry_after: Option<RetryAfter>) -> Advice {
        let failure = Failure::new(FailureFacts {
            refusal: Refusal::RateLimited,
            status: Some(429),
            report: ErrorReport::default(),
            retry_after,
        });
        of_failure(&failure, None, None).advice
    }

    #[test]
    fn a_call_that_was_given_up_as_too_many_promises_nothing() {
        let advice = busy(Some(RetryAfter::Seconds(24)));
        assert_eq!(advice.todo, "Wait 24 seconds, then try again.");
        assert_eq!(advice.action, "Try again");
        for unsaid in [None, Some(RetryAfter::At(1_760_000_000_000))] {
            assert_eq!(busy(unsaid).todo, "Wait a minute, then try again.");
        }
    }

    #[test]
    fn a_call_that_waits_says_how_long_and_can_be_stopped() {
        let advice = of_pause(24);
        assert_eq!(advice.title, busy(None).title);
        assert_eq!(advice.todo, "It continues by itself in 24 seconds.");
        assert_eq!(advice.action, "Stop");
    }
}
