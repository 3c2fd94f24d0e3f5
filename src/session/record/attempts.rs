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

/// The sign-ins of this tab that were begun, oldest first. They stay as they are written, because
/// only the capture script reads them whole.
pub struct Attempts(Vec<Json>);

impl std::fmt::Debug for Attempts {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Attempts({})", self.0.len())
    }
}

impl From<Attempts> for Json {
    fn from(attempts: Attempts) -> Self {
        Self::List(attempts.0)
    }
}

impl Attempts {
    /// The stored attempts.
    #[must_use]
    pub fn stored(json: Option<Json>) -> Self {
        match json {
            Some(Json::List(items)) => Self(items),
            _ => Self(Vec::new()),
        }
    }

    /// Adds a sign-in that starts now and shall come back to `return_to`, with everything its answer
    /// is checked against (RFC 6749 §10.12).
    pub fn begin(
        &mut self,
        settings: &Settings,
        scopes: &Scopes,
        state: &State,
        now: Now,
        return_to: &str,
    ) {
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
        self.0.push(members.into());
    }

    /// Drops unreadable and old ones, and all but the newest five of each kind.
    pub fn sweep(&mut self, now: Now) {
        let mut room = [MOST_ATTEMPTS; 2];
        let mut kept = Vec::new();
        while let Some(attempt) = self.0.pop() {
            let Some(used) = used_if_alive(&attempt, now) else {
                continue;
            };
            let room = &mut room[usize::from(used)];
            if *room > 0 {
                *room -= 1;
                kept.push(attempt);
            }
        }
        kept.reverse();
        self.0 = kept;
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether one still waits for an answer on behalf of these settings.
    #[must_use]
    pub fn any_waits_for(&self, settings: &Settings) -> bool {
        self.0.iter().any(|attempt| {
            attempt.flag("used") == Some(false)
                && attempt.text("client_id") == Some(settings.client_id.as_str())
                && attempt.text("session") == Some(&settings.session)
        })
    }
}

/// Whether an attempt has had its answer; nothing where it is unreadable or too old for one.
fn used_if_alive(attempt: &Json, now: Now) -> Option<bool> {
    let started_at = attempt.unsigned("started_at")?;
    let is_alive = attempt.unsigned("v") == Some(VERSION)
        && TEXTS.iter().all(|name| attempt.text(name).is_some())
        && started_at <= now.wall.saturating_add(CLOCK_TOLERANCE_MS)
        && now.wall.saturating_sub(started_at) < ATTEMPT_LIFE_MS;
    attempt.flag("used").filter(|_| is_alive)
}
