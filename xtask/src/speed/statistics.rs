//! Ratios inside a round, their median, and how far it could be off.

/// How often the rounds are drawn anew.
const RESAMPLES: usize = 10_000;
/// What of the redrawn medians is left out on either side: 95 % remain.
const TAIL: f64 = 0.025;

/// A median and the interval of 95 % around it (percentile bootstrap).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Estimate {
    pub(crate) median: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
}

/// How many times `other` each of `times` is, round by round. Rounds are compared with themselves
/// only: what else the machine did in one, it did to both.
pub(crate) fn ratios(times: &[f64], other: &[f64]) -> Vec<f64> {
    times.iter().zip(other).map(|(a, b)| a / b).collect()
}

/// The value in the middle, or between the two in the middle; nothing of nothing.
pub(crate) fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get((sorted.len() - 1) / 2)?;
    Some(f64::midpoint(lower, upper))
}

/// The median, and where it would lie in 95 of 100 repetitions as far as these values tell. The
/// same values give the same interval.
pub(crate) fn estimate(values: &[f64]) -> Option<Estimate> {
    let median = self::median(values)?;
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut medians: Vec<f64> = (0..RESAMPLES)
        .filter_map(|_| {
            let drawn: Vec<f64> = values
                .iter()
                .map(|_| values[dice.below(values.len())])
                .collect();
            self::median(&drawn)
        })
        .collect();
    medians.sort_by(f64::total_cmp);
    Some(Estimate {
        median,
        low: quantile(&medians, TAIL),
        high: quantile(&medians, 1.0 - TAIL),
    })
}

/// Of sorted values, the one that this share of them does not exceed.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a place in a list of ten thousand"
)]
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = (share * (sorted.len() - 1) as f64).round();
    sorted[place as usize]
}

/// Marsaglia's xorshift: even enough to draw rounds, and always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        // The upper half: xorshift's lower bits are the weaker ones.
        usize::try_from(self.0 >> 32).unwrap_or_default() % limit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_whatever_the_order() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn a_round_is_compared_with_itself() {
        assert_eq!(ratios(&[10.0, 40.0], &[20.0, 40.0]), [0.5, 1.0]);
    }

    #[test]
    fn values_that_do_not_differ_leave_no_doubt() {
        let estimate = estimate(&[0.7; 40]).unwrap();
        assert_eq!((estimate.low, estimate.high), (0.7, 0.7));
    }

    #[test]
    fn the_interval_holds_the_median_and_narrows_with_more_rounds() {
        let few: Vec<f64> = (0..20).map(f64::from).collect();
        let many: Vec<f64> = (0..200).map(|n| f64::from(n) / 10.0).collect();
        let [few, many] = [few, many].map(|values| estimate(&values).unwrap());
        for estimate in [few, many] {
            assert!(estimate.low < estimate.median && estimate.median < estimate.high);
        }
        assert!(many.high - many.low < (few.high - few.low) / 2.0);
    }

    #[test]
    fn the_interval_of_a_known_sample_is_the_textbook_one() {
        // Of the numbers 1 to 99 the median is 50, with a standard error of about 5: by the order
        // statistics, 95 % lie between the 40th and the 60th.
        let values: Vec<f64> = (1..100).map(f64::from).collect();
        let estimate = estimate(&values).unwrap();
        assert_eq!(Some(estimate.median), Some(50.0));
        assert!((38.0..43.0).contains(&estimate.low), "{estimate:?}");
        assert!((57.0..62.0).contains(&estimate.high), "{estimate:?}");
    }

    #[test]
    fn every_round_is_drawn_about_equally_often() {
        let mut dice = Dice(7);
        let mut counts = [0_u32; 5];
        for _ in 0..10_000 {
            counts[dice.below(5)] += 1;
        }
        assert!(
            counts.iter().all(|count| (1_800..2_200).contains(count)),
            "{counts:?}"
        );
    }
}
