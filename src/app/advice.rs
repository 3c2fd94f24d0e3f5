//! From a problem or a failure to advice and, where the server said something, its words.

use crate::components::Quotation;
use crate::protocol::url::UrlFault;
use crate::protocol::{ConfigError, Failure, Refusal, TransportError};
use crate::session::paste::PasteFault;
use crate::session::{Obstacle, Problem, Settings};
use crate::words::cause::of_outcome;
use crate::words::{Advice, Details, ErrorKind, advise, clean, words};

/// Where the settings are.
const PLACE: &str = "config.json";

/// Seconds after which a call is given up; see `runtime::inquiry`.
const TIMEOUT_SECONDS: u64 = 10;

/// Advice, and the server's own words about it.
pub(super) struct Told {
    pub(super) advice: Advice,
    pub(super) says: Option<Quotation>,
}

impl Told {
    pub(super) fn of(advice: Advice) -> Self {
        Self { advice, says: None }
    }
}

/// What to tell about a problem beside the session.
pub(super) fn of_problem(problem: &Problem) -> Told {
    match problem {
        Problem::Denied(response) => {
            let cause = of_outcome("denied", Some(response.code.as_str()));
            let says = response
                .description
                .as_deref()
                .or(Some(response.code.as_str()));
            Told {
                advice: with_reason(cause.kind, cause.reason),
                says: quotation(says),
            }
        }
        Problem::Answer(fault) => {
            let cause = of_outcome(fault.as_str(), None);
            Told::of(with_reason(cause.kind, cause.reason))
        }
        Problem::NoAnswer => Told::of(with_reason(ErrorKind::RedirectMismatch, None)),
        Problem::Config(error) => Told::of(of_config(error)),
        Problem::Browser(obstacle) => Told::of(of_obstacle(*obstacle)),
        Problem::ForeignToken => {
            let cause = of_outcome("foreign_token", None);
            Told::of(with_reason(cause.kind, cause.reason))
        }
        Problem::ClockMoved => Told::of(notice(words().notes.clock_moved, ErrorKind::Internal)),
    }
}

/// What to tell about a failed call; `needed` and `held` are scopes.
pub(super) fn of_failure(failure: &Failure, needed: Option<&str>, held: Option<&str>) -> Told {
    let details = Details {
        needed,
        held,
        status: failure.status,
        logref: failure.report.reference.as_deref(),
        seconds: Some(TIMEOUT_SECONDS),
        reason: failure.report.message.as_deref(),
        ..Details::default()
    };
    let quoted = failure
        .report
        .message
        .as_deref()
        .filter(|_| failure.refusal != Refusal::Content);
    Told {
        advice: advise(kind_of(failure.refusal), &details),
        says: quotation(quoted),
    }
}

/// The kind of a refusal.
pub(super) fn kind_of(refusal: Refusal) -> ErrorKind {
    match refusal {
        Refusal::Token => ErrorKind::TokenRefused,
        Refusal::MissingScope => ErrorKind::MissingScope,
        Refusal::Forbidden => ErrorKind::Forbidden,
        Refusal::NotFound => ErrorKind::NotFound,
        Refusal::Content => ErrorKind::BodyRefused,
        Refusal::RateLimited => ErrorKind::RateLimited,
        Refusal::Server | Refusal::Unexpected | Refusal::Malformed(_) => ErrorKind::ServerError,
        Refusal::Transport(TransportError::Offline) => ErrorKind::Offline,
        Refusal::Transport(TransportError::Timeout) => ErrorKind::Timeout,
        Refusal::Transport(
            TransportError::Unreadable | TransportError::TooLarge | TransportError::Cancelled,
        ) => ErrorKind::Unreadable,
    }
}

/// Why a paste was not recognised.
pub(super) fn of_paste(fault: PasteFault) -> Advice {
    let paste = &words().paste;
    let reason = match fault {
        PasteFault::Empty => paste.empty,
        PasteFault::TooLong => paste.too_long,
        PasteFault::TooShort => paste.too_short,
        PasteFault::NoToken => paste.no_token,
        PasteFault::Characters => paste.odd_characters,
    };
    with_reason(ErrorKind::PasteUnrecognised, Some(reason))
}

/// Advice about scopes that were asked for and not granted.
pub(super) fn of_missing_scopes(missing: &str) -> Advice {
    advise(
        ErrorKind::ScopeReduced,
        &Details {
            missing: Some(missing),
            ..Details::default()
        },
    )
}

/// Advice about a token that ended at a time.
pub(super) fn of_expiry(time: &str) -> Advice {
    advise(
        ErrorKind::TokenExpired,
        &Details {
            time: Some(time),
            ..Details::default()
        },
    )
}

/// Advice of a kind about which nothing more is known.
pub(super) fn with_reason(kind: ErrorKind, reason: Option<&str>) -> Advice {
    advise(
        kind,
        &Details {
            reason,
            place: Some(PLACE),
            ..Details::default()
        },
    )
}

/// Text of the server, cleaned, as a quotation; nothing for an empty one.
pub(super) fn quotation(text: Option<&str>) -> Option<Quotation> {
    let text = clean(text?);
    (!text.is_empty()).then_some(Quotation { text, lang: None })
}

fn of_obstacle(obstacle: Obstacle) -> Advice {
    let notes = &words().notes;
    match obstacle {
        Obstacle::StorageBlocked => notice(notes.cannot_leave, ErrorKind::StorageBlocked),
        Obstacle::StorageFull => notice(notes.storage_full, ErrorKind::StorageBlocked),
        Obstacle::NoRandomness => notice(notes.no_randomness, ErrorKind::InsecureContext),
        Obstacle::Framed => with_reason(ErrorKind::Framed, None),
        Obstacle::Stalled => notice(notes.stalled, ErrorKind::AuthServer),
    }
}

/// Three sentences of our own under a kind of the closed list.
fn notice([title, why, todo]: [&str; 3], kind: ErrorKind) -> Advice {
    Advice {
        title: title.to_owned(),
        why: why.to_owned(),
        todo: todo.to_owned(),
        ..with_reason(kind, None)
    }
}

fn of_config(error: &ConfigError) -> Advice {
    let faults = &words().config;
    let (setting, why) = match error {
        ConfigError::Unreadable => (None, faults.unreadable),
        ConfigError::Missing(setting) => (Some(setting), faults.missing),
        ConfigError::WrongType(setting) => (Some(setting), faults.wrong_type),
        ConfigError::Url(setting, fault) => (Some(setting), of_url(*fault)),
        ConfigError::ClientId => (None, faults.client_id),
        ConfigError::Scope => (None, faults.scope),
        ConfigError::ForeignRedirect => (None, faults.foreign_redirect),
        ConfigError::MixedContent(setting) => (Some(setting), faults.mixed_content),
    };
    let why = setting.map_or_else(
        || why.to_owned(),
        |setting| [setting.key(), " ", why].concat(),
    );
    Advice {
        why,
        ..with_reason(ErrorKind::ConfigMissing, None)
    }
}

fn of_url(fault: UrlFault) -> &'static str {
    let faults = &words().config;
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

/// Whom a token is sent to, for the promise under the sign-in button.
pub(super) fn api_host(settings: &Settings) -> String {
    let origin = settings.endpoints.api_base.origin();
    origin
        .as_str()
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_owned()
}
