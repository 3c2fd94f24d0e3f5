//! The one-line answer about a token, from what is known of it.

use crate::components::Tone;
use crate::session::{Expiry, Lookup, Passport, Status, View};
use crate::words::words;

/// How a token stands, in a mark and a word.
pub(super) fn of_session(view: &View, passport: &Passport) -> (Tone, &'static str) {
    let verdicts = words().verdicts;
    if view.revoking {
        return (Tone::Working, verdicts.revoking.say());
    }
    match (&passport.lookup, view.status) {
        (_, Status::Expired) => (Tone::Ended, verdicts.expired.say()),
        (Lookup::Asking(None), _) => (Tone::Working, verdicts.checking.say()),
        (Lookup::Failed { .. }, _) => (Tone::Unknown, verdicts.unknown.say()),
        (_, Status::Expiring) => (Tone::Soon, verdicts.soon.say()),
        (Lookup::Asking(Some(_)) | Lookup::Known(_), _) => (Tone::Works, verdicts.works.say()),
    }
}

/// How a pasted token stands that the server did not refuse.
pub(super) fn of_lookup(lookup: &Lookup) -> (Tone, &'static str) {
    let verdicts = words().verdicts;
    match lookup {
        Lookup::Asking(_) => (Tone::Working, verdicts.checking.say()),
        Lookup::Known(_) => (Tone::Works, verdicts.works.say()),
        Lookup::Failed { .. } => (Tone::Unknown, verdicts.unknown.say()),
    }
}

/// What there is to say about the end where it is no deadline.
pub(super) fn endless(expiry: Expiry) -> &'static str {
    let verdicts = words().verdicts;
    match expiry {
        Expiry::Never => verdicts.never.say(),
        Expiry::At(_) | Expiry::Unknown => verdicts.end_unknown.say(),
    }
}
