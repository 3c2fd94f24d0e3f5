//! The attempts that wait for an answer, and those that had theirs.

use implicit_judge::{ATTEMPT_LIFE_MS, CLOCK_TOLERANCE_MS};

use super::VERSION;
use crate::protocol::json::Members;
use crate::protocol::{Json, Now, Scopes, State};
use crate::session::Settings;

/// How many attempts of each kind, waiting and used, are kept.
const MOST_ATTEMPTS: usize = 5;

/// The members that are text, of which each must be there.
const TEXTS: [&str; 10] = [
    "state",
    "client_id",
    "session",
    "authorization_endpoint",
    "token_info_endpoint",
    "revocation_endpoint",
    "api_base",
    "redirect_uri",
    "scope",
    "return_to",
];

/// A sign-in that was begun: everything its answer is checked against (RFC 6749 §10.12). It stays
/// as it is written, because only the capture script reads it whole.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(test, derive(Debug))]
pub struct AttemptRecord {
    written: Json,
    started_at: u64,
    used: bool,
}

#[cfg(not(test))]
impl std::fmt::Debug for AttemptRecord {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("AttemptRecord")
            .field("used", &self.used)
            .finish_non_exhaustive()
    }
}

impl AttemptRecord {
    /// The record of a sign-in that starts now and shall come back to `return_to`.
    #[must_use]
    pub fn new(
        settings: &Settings,
        scopes: &Scopes,
        state: &State,
        now: Now,
        return_to: &str,
    ) -> Self {
        let endpoints = &settings.endpoints;
        let scope = scopes.joined();
        let texts = [
            state.expose(),
            settings.client_id.as_str(),
            &settings.session,
            endpoints.authorization.as_str(),
            endpoints.token_info.as_str(),
            endpoints.revocation.as_str(),
            endpoints.api_base.as_str(),
            settings.redirect_uri.as_str(),
            &scope,
            return_to,
        ];
        let mut members = Members::default();
        members.put("v", VERSION);
        for (name, text) in TEXTS.into_iter().zip(texts) {
            members.put(name, text);
        }
        members.put("started_at", now.wall);
        members.put("used", false);
        Self {
            written: members.into(),
            started_at: now.wall,
            used: false,
        }
    }

    fn read(json: &Json) -> Option<Self> {
        let is_whole = json.unsigned("v") == Some(VERSION)
            && TEXTS.iter().all(|name| json.text(name).is_some());
        is_whole.then_some(Self {
            written: json.clone(),
            started_at: json.unsigned("started_at")?,
            used: json.flag("used")?,
        })
    }

    fn is_alive(&self, now: Now) -> bool {
        self.started_at <= now.wall.saturating_add(CLOCK_TOLERANCE_MS)
            && now.wall.saturating_sub(self.started_at) < ATTEMPT_LIFE_MS
    }

    /// Whether this attempt still waits for an answer on behalf of these settings.
    #[must_use]
    pub fn waits_for(&self, settings: &Settings) -> bool {
        !self.used
            && self.written.text("client_id") == Some(settings.client_id.as_str())
            && self.written.text("session") == Some(&settings.session)
    }
}

/// Reads the stored attempts, dropping unreadable and old ones and all but the newest five of
/// each kind.
#[must_use]
pub fn sweep_attempts(json: Option<&Json>, now: Now) -> Vec<AttemptRecord> {
    let items = json.map(Json::items).unwrap_or_default();
    let alive = items
        .iter()
        .filter_map(AttemptRecord::read)
        .filter(|attempt| attempt.is_alive(now));
    keep_newest(alive.collect())
}

/// The attempts as they are stored.
#[must_use]
pub fn write_attempts(attempts: &[AttemptRecord]) -> Json {
    Json::List(
        attempts
            .iter()
            .map(|attempt| attempt.written.clone())
            .collect(),
    )
}

/// The attempts with a new one added.
#[must_use]
pub fn with_attempt(mut attempts: Vec<AttemptRecord>, new: AttemptRecord) -> Vec<AttemptRecord> {
    attempts.push(new);
    keep_newest(attempts)
}

fn keep_newest(attempts: Vec<AttemptRecord>) -> Vec<AttemptRecord> {
    let surplus = |used| {
        attempts
            .iter()
            .filter(|attempt| attempt.used == used)
            .count()
            .saturating_sub(MOST_ATTEMPTS)
    };
    let mut drop = [surplus(false), surplus(true)];
    let mut kept = Vec::with_capacity(attempts.len());
    for attempt in attempts {
        let left = &mut drop[usize::from(attempt.used)];
        if *left > 0 {
            *left -= 1;
        } else {
            kept.push(attempt);
        }
    }
    kept
}
