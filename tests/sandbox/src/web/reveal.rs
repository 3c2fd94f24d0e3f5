//! A new secret on its way from the form that made it to the one page that shows it.
//!
//! A post is answered by a redirect, so that a reload makes nothing twice; between the two the
//! secret waits here, in memory, and goes with the first look at it.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::browser::Browser;
use crate::secret::Secret;

/// Secrets waiting at once; beyond it the oldest are never shown.
const MOST_WAITING: usize = 64;
/// A browser follows a redirect at once, or not at all.
const SECONDS: i64 = 60;

struct Waiting {
    place: String,
    secret: Secret,
    until: i64,
}

/// The secrets not yet shown.
#[derive(Default)]
pub(crate) struct Reveals(Mutex<VecDeque<Waiting>>);

impl Reveals {
    fn waiting(&self) -> MutexGuard<'_, VecDeque<Waiting>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps a secret for the page called `page` in this browser.
    pub(crate) fn put(&self, browser: &Browser, page: &str, secret: Secret, now: i64) {
        let Some(place) = place(browser, page) else {
            return;
        };
        let mut waiting = self.waiting();
        waiting.retain(|other| other.until > now && other.place != place);
        waiting.truncate(MOST_WAITING - 1);
        waiting.push_front(Waiting {
            place,
            secret,
            until: now + SECONDS,
        });
    }

    /// Takes the secret out: it is shown once.
    pub(crate) fn take(&self, browser: &Browser, page: &str, now: i64) -> Option<Secret> {
        let place = place(browser, page)?;
        let mut waiting = self.waiting();
        waiting.retain(|other| other.until > now);
        let index = waiting.iter().position(|other| other.place == place)?;
        waiting.remove(index).map(|found| found.secret)
    }

    pub(crate) fn clear(&self) {
        self.waiting().clear();
    }
}

/// Nobody but the session that made a secret can come for it.
fn place(browser: &Browser, page: &str) -> Option<String> {
    let session = browser.session.as_ref()?;
    Some(session.digest_for(&format!("reveal {page}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn browser(session: &str) -> Browser {
        Browser {
            base: String::new(),
            cookie_name: String::new(),
            session: Some(Secret::new(session)),
            from_elsewhere: false,
        }
    }

    #[test]
    fn a_secret_is_shown_once_on_its_page_in_its_browser() {
        let (reveals, ours) = (Reveals::default(), browser("a"));
        reveals.put(&ours, "p", Secret::new("s"), 0);
        assert_eq!(reveals.take(&browser("b"), "p", 0), None);
        assert_eq!(reveals.take(&ours, "q", 0), None);
        assert_eq!(reveals.take(&ours, "p", 0), Some(Secret::new("s")));
        assert_eq!(reveals.take(&ours, "p", 0), None);
    }

    #[test]
    fn a_secret_nobody_came_for_is_forgotten() {
        let (reveals, ours) = (Reveals::default(), browser("a"));
        reveals.put(&ours, "p", Secret::new("s"), 0);
        assert_eq!(reveals.take(&ours, "p", SECONDS), None);
        for number in 0..100 {
            reveals.put(&ours, &number.to_string(), Secret::new("s"), 0);
        }
        assert_eq!(reveals.waiting().len(), MOST_WAITING);
        assert_eq!(reveals.take(&ours, "0", 0), None);
    }
}
