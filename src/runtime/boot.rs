//! What a page finds when it starts.

use crate::browser::{Browser, json, page};
use crate::protocol::text::replace;
use crate::protocol::{Json, Now};
use crate::session::record::{self, ATTEMPTS_KEY, Attempts, OUTCOME_KEY};
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
        .or_else(|| record_at(browser, OUTCOME_KEY))
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
    let record = json::parse(&text);
    let grant = record
        .as_ref()
        .and_then(|record| record::read_grant(record, settings, now));
    let Some(mut grant) = grant else {
        browser.storage.remove(&key);
        return None;
    };
    let again = replace(&text, FRESH, RESTORED);
    if again != text {
        // The first page after the callback page says how the grant came; later ones restore it.
        grant.via = Via::Redirect;
        // Where this cannot be noted, the next page says the same again.
        let _ = browser.storage.set(&key, &again);
    }
    Some(grant)
}

/// How the capture script writes that a grant came by redirect; no token holds a quotation mark.
const FRESH: &str = "\"via\":\"redirect\"";
const RESTORED: &str = "\"via\":\"restored\"";

/// Whether an attempt of these settings still waits for its answer.
fn sweep_attempts(settings: &Settings, browser: &Browser, now: Now) -> bool {
    let Some(text) = browser.storage.get(ATTEMPTS_KEY) else {
        return false;
    };
    let mut attempts = Attempts::stored(json::parse(&text));
    attempts.sweep(now);
    let is_waiting = attempts.any_waits_for(settings);
    let swept = (!attempts.is_empty()).then(|| json::write(&attempts.into()));
    match swept.flatten() {
        // Sweeping makes the list shorter, which also a full storage accepts.
        Some(text) => drop(browser.storage.set(ATTEMPTS_KEY, &text)),
        None => browser.storage.remove(ATTEMPTS_KEY),
    }
    is_waiting
}

/// The record under a key, if one is there that can be read.
pub(super) fn record_at(browser: &Browser, key: &str) -> Option<Json> {
    json::parse(&browser.storage.get(key)?)
}
