//! What screen readers are told, and when.

use crate::advice;
use crate::components::Tone;
use crate::protocol::Now;
use crate::session::{Reason, View};
use crate::words::{time, words};

use super::{moment, verdict};

/// Seconds before the end at which the end is announced.
const WARNINGS: [u64; 2] = [60, 300];

/// The polite and the alert sentence for a moment. Each changes only when there is news, so
/// that no tick of a clock is read aloud.
pub(super) fn sentences(view: &View, now: Now) -> (String, String) {
    (polite(view, now), alert(view))
}

fn polite(view: &View, now: Now) -> String {
    let announcements = words().announcements;
    let Some(passport) = &view.passport else {
        return match &view.reason {
            Some(Reason::Forgotten) => announcements.forgotten.to_owned(),
            Some(Reason::Revoked { .. } | Reason::EndedElsewhere(_)) => {
                announcements.signed_out.to_owned()
            }
            _ => String::new(),
        };
    };
    let left = moment::seconds_left(passport.expiry, now).unwrap_or(u64::MAX);
    match (
        verdict::of_session(view, passport),
        WARNINGS.into_iter().find(|warning| left <= *warning),
    ) {
        ((Tone::Working, verdict), _) => verdict.to_owned(),
        (_, Some(warning)) => time::left(warning),
        ((Tone::Works, _), None) => announcements.signed_in.to_owned(),
        ((_, verdict), None) => verdict.to_owned(),
    }
}

fn alert(view: &View) -> String {
    let announcements = words().announcements;
    match (&view.reason, &view.problem) {
        (Some(Reason::Expired { .. }), _) => announcements.expired.to_owned(),
        (Some(Reason::Rejected), _) => announcements.refused.to_owned(),
        (_, Some(problem)) => advice::of_problem(problem).advice.title,
        (_, None) => String::new(),
    }
}
