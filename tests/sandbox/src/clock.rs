//! The time of the sandbox: the system clock plus an offset tests may push forward.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A moment in seconds since 1970 as the API writes it: ISO 8601, UTC.
pub(crate) fn text(seconds: i64) -> String {
    let seconds = u64::try_from(seconds).unwrap_or_default();
    humantime::format_rfc3339_seconds(UNIX_EPOCH + Duration::from_secs(seconds)).to_string()
}

/// A wall clock that can be moved forward, so that expiry is tested without waiting for it.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    offset_seconds: AtomicI64,
}

impl Clock {
    /// Milliseconds since 1970, offset included.
    pub(crate) fn now_millis(&self) -> i64 {
        // A clock set before 1970 reads as 1970: nothing here is worth failing for.
        let elapsed = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        let millis = i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX / 2);
        millis.saturating_add(self.offset_seconds().saturating_mul(1000))
    }

    /// Seconds since 1970, offset included.
    pub(crate) fn now(&self) -> i64 {
        self.now_millis() / 1000
    }

    /// The present moment as the API writes it: ISO 8601, UTC, whole seconds.
    pub(crate) fn now_text(&self) -> String {
        text(self.now())
    }

    /// How far the clock is ahead of the system's, in seconds.
    pub(crate) fn offset_seconds(&self) -> i64 {
        self.offset_seconds.load(Ordering::Relaxed)
    }

    /// Moves the clock forward by `seconds`.
    pub(crate) fn advance(&self, seconds: u32) {
        self.offset_seconds
            .fetch_add(i64::from(seconds), Ordering::Relaxed);
    }

    /// Back to the system's time.
    pub(crate) fn reset(&self) {
        self.offset_seconds.store(0, Ordering::Relaxed);
    }
}
