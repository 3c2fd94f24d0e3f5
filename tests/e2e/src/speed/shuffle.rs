//! The order of a round.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;

/// Orders that differ from run to run.
pub(super) struct Shuffle {
    state: RandomState,
    drawn: u64,
}

impl Shuffle {
    pub(super) fn new() -> Self {
        Self {
            state: RandomState::new(),
            drawn: 0,
        }
    }

    /// The numbers below `count` in random order: sorted by random keys.
    pub(super) fn order(&mut self, count: usize) -> Vec<usize> {
        let mut keyed: Vec<(u64, usize)> = (0..count).map(|place| (self.draw(), place)).collect();
        keyed.sort_unstable();
        keyed.into_iter().map(|(_, place)| place).collect()
    }

    fn draw(&mut self) -> u64 {
        self.drawn += 1;
        self.state.hash_one(self.drawn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_its_turn_in_every_round() {
        let mut shuffle = Shuffle::new();
        for _ in 0..100 {
            let mut order = shuffle.order(4);
            order.sort_unstable();
            assert_eq!(order, [0, 1, 2, 3]);
        }
    }

    #[test]
    fn each_page_comes_first_now_and_then() {
        let mut shuffle = Shuffle::new();
        let firsts: Vec<usize> = (0..400).map(|_| shuffle.order(4)[0]).collect();
        for page in 0..4 {
            let count = firsts.iter().filter(|first| **first == page).count();
            assert!((50..150).contains(&count), "{page}: {count}");
        }
    }
}
