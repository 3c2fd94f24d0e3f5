//! Ten requests a second and token: a bucket that holds one second's worth and refills steadily.

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};

/// One request, in the unit the buckets count in.
const ONE: i64 = 1000;
/// Beyond it, buckets that are full again are forgotten.
const MOST_BUCKETS: usize = 2000;

#[derive(Debug, Clone, Copy)]
struct Bucket {
    /// Thousandths of a request that may still be made.
    left: i64,
    /// When `left` was true, in milliseconds.
    at: i64,
}

/// The buckets, by token digest.
#[derive(Debug, Default)]
pub(crate) struct RateLimit(Mutex<HashMap<String, Bucket>>);

impl RateLimit {
    /// Counts one request at `now` (milliseconds); `false` when it is one too many.
    pub(crate) fn admit(&self, digest: &str, now: i64, per_second: NonZeroU32) -> bool {
        let size = i64::from(per_second.get()) * ONE;
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MOST_BUCKETS {
            buckets.retain(|_, bucket| refilled(*bucket, now, size) < size);
        }
        let bucket = buckets.entry(digest.to_owned()).or_insert(Bucket {
            left: size,
            at: now,
        });
        let left = refilled(*bucket, now, size);
        let admitted = left >= ONE;
        *bucket = Bucket {
            left: if admitted { left - ONE } else { left },
            at: now,
        };
        admitted
    }

    pub(crate) fn clear(&self) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }
}

/// A second refills a bucket of `size` thousandths, so a millisecond refills `size / 1000`.
fn refilled(bucket: Bucket, now: i64, size: i64) -> i64 {
    let elapsed = now.saturating_sub(bucket.at).max(0);
    bucket
        .left
        .saturating_add(elapsed.saturating_mul(size) / 1000)
        .min(size)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: NonZeroU32 = NonZeroU32::MIN.saturating_add(1);

    #[test]
    fn a_burst_of_one_second_is_admitted_and_no_more() {
        let limit = RateLimit::default();
        assert!(limit.admit("a", 0, TWO));
        assert!(limit.admit("a", 0, TWO));
        assert!(!limit.admit("a", 0, TWO));
        assert!(
            limit.admit("b", 0, TWO),
            "another token has a bucket of its own"
        );
    }

    #[test]
    fn time_refills_the_bucket_up_to_its_size() {
        let limit = RateLimit::default();
        while limit.admit("a", 0, TWO) {}
        assert!(!limit.admit("a", 499, TWO));
        assert!(limit.admit("a", 500, TWO));
        assert!(!limit.admit("a", 500, TWO));
        let admitted = (0..5).filter(|_| limit.admit("a", 60_000, TWO)).count();
        assert_eq!(admitted, 2);
    }

    #[test]
    fn a_clock_that_goes_back_gives_nothing_away() {
        let limit = RateLimit::default();
        while limit.admit("a", 1000, TWO) {}
        assert!(!limit.admit("a", 0, TWO));
    }

    #[test]
    fn full_buckets_are_forgotten_when_there_are_too_many() {
        let limit = RateLimit::default();
        for number in 0..MOST_BUCKETS {
            limit.admit(&number.to_string(), 0, TWO);
        }
        limit.admit("one more", 10_000, TWO);
        assert_eq!(limit.0.lock().unwrap().len(), 1);
    }
}
