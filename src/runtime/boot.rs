//! What a page finds when it starts.

use crate::browser::{Browser, json, page};
use crate::protocol::Now;
use crate::session::record::{self, ATTEMPTS_KEY, OUTCOME_KEY};
use crate::session::{Event, Grant, Problem, Settings, Via};

/// Reads storage and what the capture script handed over, sweeping what is old or unreadable.
pub(super) fn read(settings: &Settings, browser: &Browser) -> Event {
    let now = browser.clock.now();
    let captured = page::take_captured();
    let grant = captured
        .grant
        .and_then(|record| record::read_grant(&record, settings, now))
        .map(|mut grant| {
            grant.via = Via::Redirect;
            grant
        })
        .or_else(|| stored_grant(settings, browser, now));
    let is_waiting = sweep_attempts(settings, browser, now);
    let outcome = captured
        .outcome
        .or_else(|| {
            browser
                .storage
                .get(OUTCOME_KEY)
                .and_then(|text| json::parse(&text))
        })
        .and_then(|record| record::read_outcome(&record, settings))
        .or_else(|| (is_waiting && grant.is_none()).then_some(Problem::NoAnswer));
    Event::Booted {
        grant: grant.map(Box::new),
        outcome,
    }
}

fn stored_grant(settings: &Settings, browser: &Browser, now: Now) -> Option<Grant> {
    let key = record::grant_key(settings);
    let text = browser.storage.get(&key)?;
    let grant = json::parse(&text).and_then(|record| record::read_grant(&record, settings, now));
    if grant.is_none() {
        browser.storage.remove(&key);
    }
    grant
}

/// Whether an attempt of these settings still waits for its answer.
fn sweep_attempts(settings: &Settings, browser: &Browser, now: Now) -> bool {
    let Some(text) = browser.storage.get(ATTEMPTS_KEY) else {
        return false;
    };
    let attempts = record::sweep_attempts(json::parse(&text).as_ref(), now);
    super::departure::keep(browser, &attempts);
    attempts.iter().any(|attempt| attempt.waits_for(settings))
}
