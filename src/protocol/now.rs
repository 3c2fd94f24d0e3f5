//! The time as an argument: nothing pure reads a clock.

/// The time on two clocks, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Now {
    /// Wall clock: milliseconds since 1970, as the device believes.
    pub wall: u64,
    /// Monotonic clock: milliseconds since some fixed moment.
    pub mono: u64,
}

impl Now {
    /// How far the clocks disagree about the time between two moments, in milliseconds.
    #[must_use]
    pub fn drift_since(self, earlier: Self) -> u64 {
        let wall = i128::from(self.wall) - i128::from(earlier.wall);
        let mono = i128::from(self.mono) - i128::from(earlier.mono);
        u64::try_from((wall - mono).unsigned_abs()).unwrap_or(u64::MAX)
    }
}
