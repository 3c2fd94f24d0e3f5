//! The one-line answer about a token, from what is known of it.

use super::passport_rows::missing;
use crate::components::Tone;
use crate::session::{Expiry, Lookup, Passport, Proof, Reason, Status, View};
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

/// How a live session stands, where there is room for a mark only: whether there is something to see to.
pub(super) fn standing(view: &View, passport: &Passport) -> Tone {
    if view.status == Status::Expiring || !missing(passport).is_empty() {
        Tone::Soon
    } else {
        Tone::Works
    }
}

/// How the last token went, where that is the answer to what it is worth. What a panel that `speaks`
/// for the session says by a notice of its own is not said again.
pub(super) fn of_end(reason: &Reason, speaks: bool) -> Option<(Tone, &'static str)> {
    let (verdicts, endings) = (words().verdicts, words().endings);
    let (tone, text) = match reason {
        Reason::Expired { .. } => (Tone::Ended, verdicts.expired),
        Reason::Rejected => (Tone::Refused, verdicts.refused),
        _ if speaks => return None,
        Reason::Revoked {
            proof: Proof::Unconfirmed(_),
            ..
        }
        | Reason::Forgotten => (Tone::Neutral, endings.forgotten[0]),
        Reason::Revoked { .. } => (Tone::Ended, verdicts.revoked),
        Reason::EndedElsewhere(_) => (Tone::Neutral, endings.elsewhere[0]),
        Reason::FirstVisit | Reason::Failed | Reason::Foreign => return None,
    };
    Some((tone, text.say()))
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
