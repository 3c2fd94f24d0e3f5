//! What screen readers are told, and when.

use crate::advice;
use crate::components::Tone;
use crate::protocol::Now;
use crate::session::{Reason, View};
use crate::words::{time, words};

use super::{moment, verdict};

/// Seconds before the end at which the end is announced.
const WARNINGS: [u64; 2] = [60, 300];

/// Seconds that the look at a clock may come after the moment of a warning.
const LATE: u64 = 10;

/// What was said last of the time that is left.
#[derive(Debug, Default)]
pub(super) struct Warned(Option<(u64, u64)>);

impl Warned {
    /// The seconds to announce, or none while the end is far. They stay as they are until the next
    /// warning: a session that begins inside one has less left than the warning's name says.
    fn seconds(&mut self, left: u64) -> Option<u64> {
        let warning = WARNINGS.into_iter().find(|warning| left <= *warning);
        let said = self
            .0
            .filter(|(at, said)| Some(*at) == warning && left <= *said);
        self.0 = warning.map(|at| said.unwrap_or((at, if left + LATE < at { left } else { at })));
        self.0.map(|(_, said)| said)
    }
}

/// The polite and the alert sentence for a moment. Each changes only when there is news, so
/// that no tick of a clock is read aloud.
pub(super) fn sentences(warned: &mut Warned, view: &View, now: Now) -> (String, String) {
    (polite(warned, view, now), alert(view))
}

fn polite(warned: &mut Warned, view: &View, now: Now) -> String {
    let announcements = words().announcements;
    let Some(passport) = &view.passport else {
        return match &view.reason {
            Some(Reason::Forgotten) => announcements.forgotten.say().to_owned(),
            Some(Reason::Revoked { .. } | Reason::EndedElsewhere(_)) => {
                announcements.signed_out.say().to_owned()
            }
            _ => String::new(),
        };
    };
    let left = moment::seconds_left(passport.expiry, now).unwrap_or(u64::MAX);
    match (verdict::of_session(view, passport), warned.seconds(left)) {
        ((Tone::Working, verdict), _) => verdict.to_owned(),
        (_, Some(seconds)) => time::left(seconds),
        ((Tone::Works, _), None) => announcements.signed_in.say().to_owned(),
        ((_, verdict), None) => verdict.to_owned(),
    }
}

fn alert(view: &View) -> String {
    let announcements = words().announcements;
    match (&view.reason, &view.problem) {
        (Some(Reason::Expired { .. }), _) => announcements.expired.say().to_owned(),
        (Some(Reason::Rejected), _) => announcements.refused.say().to_owned(),
        (_, Some(problem)) => advice::of_problem(problem).advice.title,
        (_, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::Warned;

    #[test]
    fn a_warning_that_is_passed_is_said_by_its_name_until_the_next() {
        let mut warned = Warned::default();
        let said = [301, 299, 200, 61, 60, 30, 0].map(|left| warned.seconds(left));
        let expected = [
            None,
            Some(300),
            Some(300),
            Some(300),
            Some(60),
            Some(60),
            Some(60),
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn a_session_that_begins_inside_a_warning_is_told_what_is_left() {
        let mut warned = Warned::default();
        assert_eq!(warned.seconds(185), Some(185));
        assert_eq!(warned.seconds(120), Some(185));
        assert_eq!(warned.seconds(60), Some(60));
    }

    #[test]
    fn a_new_session_is_told_anew() {
        let mut warned = Warned::default();
        assert_eq!(warned.seconds(120), Some(120));
        assert_eq!(warned.seconds(240), Some(240));
        assert_eq!(warned.seconds(3_600), None);
    }
}
