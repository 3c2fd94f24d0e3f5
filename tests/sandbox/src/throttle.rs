//! A pause after many wrong passwords for one address (RFC 6749 §4.3.2, §10.10), which also keeps
//! a loop of guesses from burning the processor in argon2.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::secret::Secret;

/// Wrong passwords in a row before the pause.
const MOST_FAILURES: u32 = 10;
/// The pause, and how long a wrong password is remembered, in seconds.
const PAUSE_SECONDS: i64 = 60;
/// Addresses remembered; beyond it all are forgotten, which keeps the memory bounded.
const MOST_ADDRESSES: usize = 1000;

#[derive(Debug, Clone, Copy)]
struct Failures {
    count: u32,
    last: i64,
}

impl Failures {
    fn is_recent(self, now: i64) -> bool {
        now - self.last < PAUSE_SECONDS
    }
}

/// Counts wrong passwords by address, known or not, so that the pause does not tell who has an
/// account. Only digests are kept: people type passwords into the wrong field.
#[derive(Debug, Default)]
pub(crate) struct Throttle(Mutex<HashMap<String, Failures>>);

impl Throttle {
    fn failures(&self) -> MutexGuard<'_, HashMap<String, Failures>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether passwords for this address are not looked at for now.
    pub(crate) fn is_paused(&self, email: &str, now: i64) -> bool {
        self.failures()
            .get(&key(email))
            .is_some_and(|failures| failures.count >= MOST_FAILURES && failures.is_recent(now))
    }

    /// Counts a wrong password.
    pub(crate) fn fail(&self, email: &str, now: i64) {
        let mut all = self.failures();
        if all.len() >= MOST_ADDRESSES {
            all.retain(|_, failures| failures.is_recent(now));
        }
        if all.len() >= MOST_ADDRESSES {
            all.clear();
        }
        let failures = all.entry(key(email)).or_insert(Failures {
            count: 0,
            last: now,
        });
        if !failures.is_recent(now) {
            failures.count = 0;
        }
        failures.count += 1;
        failures.last = now;
    }

    /// Forgets the wrong ones after a right one.
    pub(crate) fn succeed(&self, email: &str) {
        self.failures().remove(&key(email));
    }

    pub(crate) fn clear(&self) {
        self.failures().clear();
    }
}

/// Addresses are compared without letter case, as the store does.
fn key(email: &str) -> String {
    Secret::new(email.to_ascii_lowercase()).digest_for("throttle")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failed(times: u32) -> Throttle {
        let throttle = Throttle::default();
        for _ in 0..times {
            throttle.fail("Ada@example.test", 100);
        }
        throttle
    }

    #[test]
    fn the_tenth_wrong_password_pauses_that_address_alone_for_a_minute() {
        assert!(!failed(9).is_paused("ada@example.test", 100));
        let throttle = failed(10);
        assert!(throttle.is_paused("ada@example.test", 159));
        assert!(!throttle.is_paused("ada@example.test", 160));
        assert!(!throttle.is_paused("ngozi@example.test", 100));
    }

    #[test]
    fn a_right_password_and_a_minute_of_rest_start_the_count_anew() {
        let throttle = failed(9);
        throttle.succeed("ada@example.test");
        throttle.fail("ada@example.test", 100);
        assert!(!throttle.is_paused("ada@example.test", 100));
        let throttle = failed(9);
        throttle.fail("ada@example.test", 160);
        assert!(!throttle.is_paused("ada@example.test", 160));
    }

    #[test]
    fn the_number_of_addresses_is_bounded() {
        let throttle = Throttle::default();
        for number in 0..2500 {
            throttle.fail(&format!("{number}@example.test"), 100);
        }
        assert!(throttle.failures().len() <= MOST_ADDRESSES);
    }
}
