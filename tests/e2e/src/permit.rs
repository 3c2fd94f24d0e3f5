//! How many journeys run at once.

use std::sync::{Condvar, Mutex, PoisonError};

/// A browser is several processes; more than two at once make each other miss their timeouts.
const MOST: usize = 2;

static RUNNING: Mutex<usize> = Mutex::new(0);
static ENDED: Condvar = Condvar::new();

/// Leave to run. Dropping it lets the next one start.
#[derive(Debug)]
pub(crate) struct Permit(());

impl Permit {
    /// Waits for a free place.
    pub(crate) fn take() -> Self {
        let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut running = ENDED
            .wait_while(running, |running| *running >= MOST)
            .unwrap_or_else(PoisonError::into_inner);
        *running += 1;
        Self(())
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        ENDED.notify_one();
    }
}
