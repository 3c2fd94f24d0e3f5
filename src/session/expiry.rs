//! When a token ends, judged by two clocks at once.
//!
//! The wall clock can be set back, which would lengthen a life; the monotonic one may stop
//! while a machine sleeps, which would lengthen it too. Each deadline is held on both, and the
//! first to pass ends it. So a jump of either clock can shorten a life and never lengthen it.

/// The longest margin that is taken off a life, in seconds: an answer needs time to travel.
const MARGIN_SECONDS: u32 = 30;

pub use crate::protocol::Now;

/// A moment on both clocks after which a token is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    wall: u64,
    mono: u64,
}

impl Deadline {
    /// The end of a life that the server counts in seconds from `received`
    /// (`expires_in`, RFC 6749 §4.2.2), less a margin: 30 s, but at most a tenth of the life.
    #[must_use]
    pub fn after(received: Now, seconds: u32) -> Self {
        let margin = MARGIN_SECONDS.min(seconds / 10);
        let life = u64::from(seconds - margin) * 1000;
        Self {
            wall: received.wall.saturating_add(life),
            mono: received.mono.saturating_add(life),
        }
    }

    /// What is left, in milliseconds, by the more pessimistic clock.
    #[must_use]
    pub fn remaining(self, now: Now) -> u64 {
        self.wall
            .saturating_sub(now.wall)
            .min(self.mono.saturating_sub(now.mono))
    }

    /// Whether either clock has passed it.
    #[must_use]
    pub fn has_passed(self, now: Now) -> bool {
        self.remaining(now) == 0
    }

    /// The earlier of two on each clock.
    #[must_use]
    pub fn earlier(self, other: Self) -> Self {
        Self {
            wall: self.wall.min(other.wall),
            mono: self.mono.min(other.mono),
        }
    }

    /// When the wall clock will show the end, in milliseconds since 1970.
    #[must_use]
    pub fn wall(self) -> u64 {
        self.wall
    }
}

/// When a token ends, as far as anybody said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expiry {
    /// At this deadline.
    At(Deadline),
    /// Not at all: the server said so.
    Never,
    /// Nobody said. The server's refusal is the only sign.
    Unknown,
}

impl Expiry {
    /// What the redirect said, if it said anything usable.
    #[must_use]
    pub fn from_redirect(received: Now, expires_in: Option<u32>) -> Self {
        expires_in.map_or(Self::Unknown, |seconds| {
            Self::At(Deadline::after(received, seconds))
        })
    }

    /// This expiry after the server was asked: a known deadline can only come nearer.
    #[must_use]
    pub fn narrowed_by(self, told: Self) -> Self {
        match (self, told) {
            (Self::At(held), Self::At(told)) => Self::At(held.earlier(told)),
            (Self::At(held), Self::Never | Self::Unknown) => Self::At(held),
            (Self::Never | Self::Unknown, told) => told,
        }
    }

    /// Whether the end is known and has come.
    #[must_use]
    pub fn has_passed(self, now: Now) -> bool {
        matches!(self, Self::At(deadline) if deadline.has_passed(now))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const START: Now = Now {
        wall: 1_760_000_000_000,
        mono: 5_000,
    };

    fn later(wall: i64, mono: u64) -> Now {
        Now {
            wall: START.wall.saturating_add_signed(wall),
            mono: START.mono + mono,
        }
    }

    #[test]
    fn either_clock_ends_a_life() {
        let deadline = Deadline::after(START, 3600);
        assert_eq!(deadline.remaining(later(0, 0)), 3_570_000);
        assert!(
            deadline.has_passed(later(3_570_000, 0)),
            "the wall clock alone"
        );
        assert!(
            deadline.has_passed(later(-7_200_000, 3_570_000)),
            "the monotonic clock alone"
        );
        assert!(!deadline.has_passed(later(3_569_999, 3_569_999)));
    }

    #[test]
    fn the_margin_is_never_more_than_a_tenth() {
        assert_eq!(Deadline::after(START, 20).remaining(START), 18_000);
        assert_eq!(Deadline::after(START, 1).remaining(START), 1_000);
        assert!(Deadline::after(START, 0).has_passed(START));
        assert!(!Deadline::after(START, u32::MAX).has_passed(START));
    }

    #[test]
    fn asking_the_server_brings_a_deadline_nearer_only() {
        let held = Expiry::from_redirect(START, Some(3600));
        let sooner = Expiry::from_redirect(START, Some(60));
        assert_eq!(held.narrowed_by(sooner), sooner);
        assert_eq!(sooner.narrowed_by(held), sooner);
        assert_eq!(held.narrowed_by(Expiry::Never), held);
        assert_eq!(Expiry::Unknown.narrowed_by(held), held);
        assert_eq!(Expiry::Unknown.narrowed_by(Expiry::Never), Expiry::Never);
    }

    #[test]
    fn the_clocks_disagree_after_a_jump() {
        assert_eq!(later(5_000, 5_000).drift_since(START), 0);
        assert_eq!(later(-3_600_000, 1_000).drift_since(START), 3_601_000);
        assert_eq!(later(7_200_000, 0).drift_since(START), 7_200_000);
    }

    proptest! {
        #[test]
        fn no_clock_jump_lengthens_a_life(
            seconds in 0_u32..=u32::MAX,
            passed in 0_u64..10_000_000_000,
            jump in -10_000_000_000_000_i64..10_000_000_000_000,
            stall in 0_u64..10_000_000_000,
        ) {
            // An honest device sees `passed` on both clocks; one that jumps or sleeps sees
            // another wall time and at most as much monotonic time.
            let deadline = Deadline::after(START, seconds);
            let honest = Now { wall: START.wall + passed, mono: START.mono + passed };
            let jumped = Now { wall: honest.wall.saturating_add_signed(jump), mono: honest.mono };
            let slept = Now { wall: honest.wall, mono: honest.mono - stall.min(passed) };
            prop_assert!(deadline.remaining(jumped) <= deadline.remaining(honest));
            prop_assert!(deadline.remaining(slept) <= deadline.remaining(honest));
        }

        #[test]
        fn no_answer_of_the_server_lengthens_a_known_life(
            held in 0_u32..=u32::MAX, told in proptest::option::of(0_u32..=u32::MAX), later in 0_u64..10_000_000,
        ) {
            let asked_at = Now { wall: START.wall + later, mono: START.mono + later };
            let told = told.map_or(Expiry::Never, |seconds| Expiry::At(Deadline::after(asked_at, seconds)));
            let before = Deadline::after(START, held);
            let Expiry::At(after) = Expiry::At(before).narrowed_by(told) else { panic!("a known end stays known") };
            prop_assert!(after.remaining(asked_at) <= before.remaining(asked_at));
        }
    }
}
