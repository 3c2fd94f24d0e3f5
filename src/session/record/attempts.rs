//! The attempts that wait for an answer, and those that had theirs.

use implicit_judge::{ATTEMPT_LIFE_MS, CLOCK_TOLERANCE_MS};

use super::VERSION;
use crate::protocol::json::Members;
use crate::protocol::{Json, Now, Scopes, State};
use crate::session::Settings;

/// How many attempts of each kind, waiting and used, are kept.
const MOST_ATTEMPTS: usize = 5;

/// A sign-in that was begun: everything its answer is checked against (RFC 6749 §10.12).
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(test, derive(Debug))]
pub struct AttemptRecord {
    state: String,
    client_id: String,
    session: String,
    authorization_endpoint: String,
    token_info_endpoint: String,
    revocation_endpoint: String,
    api_base: String,
    redirect_uri: String,
    scope: String,
    started_at: u64,
    return_to: String,
    pub(super) used: bool,
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
        Self {
            state: state.expose().to_owned(),
            client_id: settings.client_id.as_str().to_owned(),
            session: settings.session.clone(),
            authorization_endpoint: settings.endpoints.authorization.as_str().to_owned(),
            token_info_endpoint: settings.endpoints.token_info.as_str().to_owned(),
            revocation_endpoint: settings.endpoints.revocation.as_str().to_owned(),
            api_base: settings.endpoints.api_base.as_str().to_owned(),
            redirect_uri: settings.redirect_uri.as_str().to_owned(),
            scope: scopes.joined(),
            started_at: now.wall,
            return_to: return_to.to_owned(),
            used: false,
        }
    }

    fn read(json: &Json) -> Option<Self> {
        let text = |name| json.text(name).map(str::to_owned);
        if json.unsigned("v") != Some(VERSION) {
            return None;
        }
        Some(Self {
            state: text("state")?,
            client_id: text("client_id")?,
            session: text("session")?,
            authorization_endpoint: text("authorization_endpoint")?,
            token_info_endpoint: text("token_info_endpoint")?,
            revocation_endpoint: text("revocation_endpoint")?,
            api_base: text("api_base")?,
            redirect_uri: text("redirect_uri")?,
            scope: text("scope")?,
            started_at: json.unsigned("started_at")?,
            return_to: text("return_to")?,
            used: json.flag("used")?,
        })
    }

    fn written(&self) -> Json {
        let mut members = Members::default();
        members.put("v", VERSION);
        for (name, text) in [
            ("state", &self.state),
            ("client_id", &self.client_id),
            ("session", &self.session),
            ("authorization_endpoint", &self.authorization_endpoint),
            ("token_info_endpoint", &self.token_info_endpoint),
            ("revocation_endpoint", &self.revocation_endpoint),
            ("api_base", &self.api_base),
            ("redirect_uri", &self.redirect_uri),
            ("scope", &self.scope),
            ("return_to", &self.return_to),
        ] {
            members.put(name, text.as_str());
        }
        members.put("started_at", self.started_at);
        members.put("used", self.used);
        members.into()
    }

    fn is_alive(&self, now: Now) -> bool {
        self.started_at <= now.wall.saturating_add(CLOCK_TOLERANCE_MS)
            && now.wall.saturating_sub(self.started_at) < ATTEMPT_LIFE_MS
    }

    /// Whether this attempt still waits for an answer on behalf of these settings.
    #[must_use]
    pub fn waits_for(&self, settings: &Settings) -> bool {
        !self.used
            && self.client_id == settings.client_id.as_str()
            && self.session == settings.session
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
    Json::List(attempts.iter().map(AttemptRecord::written).collect())
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
