//! The attempts that an answer may belong to, and how one is recognised by its `state`.

use core::hint::black_box;

use crate::Violation;

/// How long an attempt waits for its answer, in milliseconds: ten minutes.
pub const ATTEMPT_LIFE_MS: u64 = 10 * 60 * 1000;

/// How far in the future an attempt may have started, in milliseconds, before its clock is
/// disbelieved: one minute. Clocks are corrected in small steps while a person signs in.
pub const CLOCK_TOLERANCE_MS: u64 = 60 * 1000;

/// One authorization request that was sent, as far as the judge needs to know it.
#[derive(Clone, Copy, Debug)]
pub struct Attempt<'s> {
    /// The `state` it was sent with (RFC 6749 §4.2.1), decoded. An empty one matches nothing.
    pub state: &'s [u8],
    /// When it was sent: milliseconds of the wall clock, since the Unix epoch.
    pub started_at_ms: u64,
    /// Whether it has had its answer. A used attempt is kept as a marker for some time, so that
    /// Back and reload can be told from a forgery.
    pub used: bool,
}

/// Finds the attempt that was sent with this `state` (RFC 6749 §10.12), and its place.
///
/// The time taken tells nothing about how much of any state was right: every byte of every
/// attempt is compared, and finding one does not end the search.
pub(crate) fn find<'s>(
    state: &[u8],
    attempts: impl IntoIterator<Item = Attempt<'s>>,
) -> Option<(usize, Attempt<'s>)> {
    let mut found = None;
    for (index, attempt) in attempts.into_iter().enumerate() {
        if equal(state, attempt.state) {
            found = Some((index, attempt));
        }
    }
    found
}

/// Compares without an early end; only the lengths, which are no secret, decide how long it takes.
fn equal(one: &[u8], other: &[u8]) -> bool {
    let difference = one.iter().zip(other).fold(0, |all, (a, b)| all | (a ^ b));
    // Hidden from the optimiser, which could otherwise stop at the first difference.
    (black_box(difference) == 0) & (one.len() == other.len())
}

impl Attempt<'_> {
    /// Whether this attempt may still have an answer. Age comes first: a used attempt that is old
    /// counts as expired, as it will be swept.
    pub(crate) fn fitness(&self, now_ms: u64) -> Result<(), Violation> {
        // Where a sum wraps, the other condition fails: such times are no times.
        let started = self.started_at_ms;
        let young = now_ms <= started.wrapping_add(ATTEMPT_LIFE_MS);
        let begun = started <= now_ms.wrapping_add(CLOCK_TOLERANCE_MS);
        if !(young && begun) {
            Err(Violation::ExpiredAttempt)
        } else if self.used {
            Err(Violation::UsedState)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ATTEMPT_LIFE_MS, Attempt, CLOCK_TOLERANCE_MS, find};
    use crate::Violation;

    const NOW: u64 = 1_700_000_000_000;

    fn sent(state: &[u8]) -> Attempt<'_> {
        Attempt {
            state,
            started_at_ms: NOW,
            used: false,
        }
    }

    fn check_age(started_at_ms: u64, used: bool, expected: Result<(), Violation>) {
        let attempt = Attempt {
            state: b"s",
            started_at_ms,
            used,
        };
        assert_eq!(attempt.fitness(NOW), expected, "started at {started_at_ms}");
    }

    #[test]
    fn the_attempt_with_the_same_state_is_found_wherever_it_stands() {
        for index in 0..3 {
            let state: &[u8] = [b"aaa", b"bbb", b"ccc"][index];
            let found = find(state, [sent(b"aaa"), sent(b"bbb"), sent(b"ccc")]);
            assert_eq!(found.unwrap().0, index);
        }
    }

    #[test]
    fn a_state_that_is_longer_shorter_or_empty_is_not_the_same() {
        for state in [&b"aab"[..], b"aaaa", b"aa", b"", b"AAA"] {
            assert!(find(state, [sent(b"aaa")]).is_none(), "{state:?}");
        }
    }

    #[test]
    fn an_attempt_lives_ten_minutes_to_the_millisecond() {
        check_age(NOW - ATTEMPT_LIFE_MS, false, Ok(()));
        check_age(
            NOW - ATTEMPT_LIFE_MS - 1,
            false,
            Err(Violation::ExpiredAttempt),
        );
        check_age(0, false, Err(Violation::ExpiredAttempt));
    }

    #[test]
    fn an_attempt_may_lie_one_minute_in_the_future() {
        check_age(NOW + CLOCK_TOLERANCE_MS, false, Ok(()));
        check_age(
            NOW + CLOCK_TOLERANCE_MS + 1,
            false,
            Err(Violation::ExpiredAttempt),
        );
        check_age(u64::MAX, false, Err(Violation::ExpiredAttempt));
    }

    #[test]
    fn a_used_attempt_is_told_from_an_unknown_one() {
        check_age(NOW, true, Err(Violation::UsedState));
    }

    #[test]
    fn age_is_judged_before_use() {
        check_age(0, true, Err(Violation::ExpiredAttempt));
    }
}
