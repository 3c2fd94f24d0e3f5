//! Moments in words: relative, with the clock beside it.

use crate::browser::clock;
use crate::components::{Element, el};
use crate::protocol::Now;
use crate::session::grant::Inspected;
use crate::session::{Deadline, Expiry};
use crate::words::{time, words};

/// A moment ahead, such as `in 42 minutes (14:05, UTC 13:05)`.
pub(super) fn ahead(deadline: Deadline, now: Now) -> String {
    let [local, utc] = clock_times(deadline.wall());
    time::with_clock(&time::until(deadline.remaining(now) / 1000), &local, &utc)
}

/// A moment past, such as `3 minutes ago (14:05, UTC 13:05)`.
pub(super) fn past(wall: u64, now: Now) -> String {
    let [local, utc] = clock_times(wall);
    time::with_clock(&time::since(seconds_since(wall, now)), &local, &utc)
}

/// The clock alone, such as `14:05, UTC 13:05`.
pub(super) fn clock(wall: u64) -> String {
    let [local, utc] = clock_times(wall);
    time::clock(&local, &utc)
}

/// As the language that is spoken writes them, else as everybody reads them.
fn clock_times(wall: u64) -> [String; 2] {
    time::clock_times(wall).unwrap_or_else(|| clock::clock_times(wall))
}

/// Whole seconds since a moment.
pub(super) fn seconds_since(wall: u64, now: Now) -> u64 {
    now.wall.saturating_sub(wall) / 1000
}

/// Whole seconds that are left, where the end is known.
pub(super) fn seconds_left(expiry: Expiry, now: Now) -> Option<u64> {
    match expiry {
        Expiry::At(deadline) => Some(deadline.remaining(now) / 1000),
        Expiry::Never | Expiry::Unknown => None,
    }
}

/// What is left of a session in a few words, also where it has no end.
pub(super) fn left(expiry: Expiry, now: Now) -> String {
    let time = words().time;
    match expiry {
        Expiry::At(deadline) => time::left(deadline.remaining(now) / 1000),
        Expiry::Never => time.no_end.say().to_owned(),
        Expiry::Unknown => time.end_unknown.say().to_owned(),
    }
}

/// When the server was last asked, as a hint: `Checked 3 minutes ago (14:05, UTC 13:05).`
pub(super) fn checked(latest: Option<&Inspected>, now: Now) -> Element {
    let when = latest.map(|inspected| past(inspected.at.wall, now));
    let text = words()
        .verdicts
        .checked
        .with("when", when.as_deref().unwrap_or_default());
    el("span.sell-hint").text(&text)
}
