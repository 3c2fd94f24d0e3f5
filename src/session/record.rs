//! What is kept in session storage: a versioned mirror, written by serde, read strictly.
//!
//! The capture script writes grants and outcomes and reads attempts, so these shapes are a
//! contract between it and this file. A record that does not fit to the letter is dropped: the
//! storage of a page can be written by anything that runs in it.

use serde::Serialize;

use super::expiry::Now;
use super::grant::{Grant, Received, Via};
use super::problem::{AnswerFault, Problem};
use super::settings::Settings;
use crate::protocol::{AccessToken, ErrorCode, ErrorResponse, Json, Scopes, State};

/// The version of every record.
const VERSION: u64 = 1;

/// The key of the list of attempts.
pub const ATTEMPTS_KEY: &str = "sell-elements:attempts";

/// The key of the last outcome.
pub const OUTCOME_KEY: &str = "sell-elements:outcome";

/// What the keys of grants begin with; client id and session follow.
pub const GRANT_PREFIX: &str = "sell-elements:grant:";

/// Milliseconds for which an attempt may be answered.
pub const ATTEMPT_LIFE_MS: u64 = 600_000;

/// How many attempts of each kind, waiting and used, are kept.
const MOST_ATTEMPTS: usize = 5;

/// Milliseconds by which a record may lie in the future before its clock is not believed.
const CLOCK_SLACK_MS: u64 = 60_000;

/// The longest life that `expires_in` may name, in seconds.
const LONGEST_LIFE: u64 = u32::MAX as u64;

/// A sign-in that was begun: everything its answer is checked against (RFC 6749 §10.12).
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(Debug))]
pub struct AttemptRecord {
    v: u64,
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
        Self {
            v: VERSION,
            state: state.expose().to_owned(),
            client_id: settings.client_id.as_str().to_owned(),
            session: settings.session.clone(),
            authorization_endpoint: settings.endpoints.authorization.as_str().to_owned(),
            token_info_endpoint: settings.endpoints.token_info.as_str().to_owned(),
            revocation_endpoint: settings.endpoints.revocation.as_str().to_owned(),
            api_base: settings.endpoints.api_base.as_str().to_owned(),
            redirect_uri: settings.redirect_uri.as_str().to_owned(),
            scope: scopes.to_string(),
            started_at: now.wall,
            return_to: return_to.to_owned(),
            used: false,
        }
    }

    fn read(json: &Json) -> Option<Self> {
        let text = |name| json.text(name).map(str::to_owned);
        Some(Self {
            v: json.unsigned("v").filter(|version| *version == VERSION)?,
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

    fn is_alive(&self, now: Now) -> bool {
        self.started_at <= now.wall.saturating_add(CLOCK_SLACK_MS)
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

/// Reads the stored grant of these settings. Anything that does not fit drops it: another
/// version, client, endpoint or redirect URI, a token outside the grammar, an impossible time.
#[must_use]
pub fn read_grant(json: &Json, settings: &Settings, now: Now) -> Option<Grant> {
    let same = |name: &str, expected: &str| json.text(name) == Some(expected);
    let bound = json.unsigned("v") == Some(VERSION)
        && same("client_id", settings.client_id.as_str())
        && same("session", &settings.session)
        && same(
            "authorization_endpoint",
            settings.endpoints.authorization.as_str(),
        )
        && same(
            "token_info_endpoint",
            settings.endpoints.token_info.as_str(),
        )
        && same(
            "revocation_endpoint",
            settings.endpoints.revocation.as_str(),
        )
        && same("api_base", settings.endpoints.api_base.as_str())
        && same("redirect_uri", settings.redirect_uri.as_str());
    if !bound {
        return None;
    }
    Some(Grant::new(Received {
        token: AccessToken::parse(json.text("access_token")?)?,
        asked: Scopes::parse(json.text("asked")?)?,
        said: optional_text(json, "said")?
            .map(Scopes::parse)
            .map_or(Some(None), |said| said.map(Some))?,
        expires_in: expires_in(json)?,
        at: received(json, now)?,
        via: Via::Restored,
    }))
}

/// A member that is text, or null or absent; anything else is no record of ours.
fn optional_text<'a>(json: &'a Json, name: &str) -> Option<Option<&'a str>> {
    match json.get(name) {
        None | Some(Json::Null) => Some(None),
        Some(Json::Text(text)) => Some(Some(text)),
        Some(_) => None,
    }
}

fn expires_in(json: &Json) -> Option<Option<u32>> {
    match json.get("expires_in") {
        None | Some(Json::Null) => Some(None),
        Some(_) => json
            .unsigned("expires_in")
            .filter(|life| *life <= LONGEST_LIFE)
            .map(|life| u32::try_from(life).ok()),
    }
}

/// When the record says that the token came. A moment in the future on either clock means that
/// the clock was moved since: the life then counts from now at the latest, never from later.
fn received(json: &Json, now: Now) -> Option<Now> {
    Some(Now {
        wall: json.unsigned("received_at")?.min(now.wall),
        mono: json.unsigned("received_mono")?.min(now.mono),
    })
}

/// Reads what the last sign-in ended in, where it concerns these settings or nobody in
/// particular.
#[must_use]
pub fn read_outcome(json: &Json, settings: &Settings) -> Option<Problem> {
    let concerns = |name: &str, ours: &str| json.text(name).is_none_or(|theirs| theirs == ours);
    let ours = json.unsigned("v") == Some(VERSION)
        && concerns("client_id", settings.client_id.as_str())
        && concerns("session", &settings.session);
    if !ours {
        return None;
    }
    match json.text("kind")? {
        "denied" => Some(Problem::Denied(ErrorResponse {
            code: ErrorCode::parse(json.text("error")?),
            description: json.text("error_description").map(str::to_owned),
            uri: json.text("error_uri").map(str::to_owned),
        })),
        kind => Some(Problem::Answer(AnswerFault::parse(kind))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::HttpUrl;
    use crate::sell::SELL;
    use crate::session::expiry::Expiry;
    use crate::session::settings::Page;

    const NOW: Now = Now {
        wall: 1_760_000_000_000,
        mono: 1_760_000_000_000,
    };

    fn settings() -> Settings {
        let page = Page {
            address: HttpUrl::parse("https://dash.example/").unwrap(),
        };
        let json = r#"{"client_id":"c","scopes":["read"]}"#;
        Settings::read(&SELL, &Json::from_text(json), &page).unwrap()
    }

    fn attempt(number: u8, started_at: u64, used: bool) -> AttemptRecord {
        let now = Now {
            wall: started_at,
            mono: 0,
        };
        let state = State::from_random(&[number; 32]);
        let record = AttemptRecord::new(
            &settings(),
            &Scopes::parse("read").unwrap(),
            &state,
            now,
            "https://dash.example/",
        );
        AttemptRecord { used, ..record }
    }

    fn grant_json(change: impl Fn(&mut serde_json::Value)) -> Json {
        let mut value = serde_json::json!({
            "v": 1, "client_id": "c", "session": "default",
            "authorization_endpoint": "https://api.getbase.com/oauth2/authorize",
            "token_info_endpoint": "https://api.getbase.com/oauth2/token/info",
            "revocation_endpoint": "https://api.getbase.com/oauth2/revoke",
            "api_base": "https://api.getbase.com",
            "redirect_uri": "https://dash.example/callback.html",
            "access_token": "0123456789abcdef", "asked": "read", "said": null, "expires_in": 3600,
            "received_at": NOW.wall, "received_mono": NOW.mono, "via": "redirect",
        });
        change(&mut value);
        value.into()
    }

    fn reads(change: impl Fn(&mut serde_json::Value)) -> bool {
        read_grant(&grant_json(change), &settings(), NOW).is_some()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let written = vec![attempt(1, NOW.wall, false), attempt(2, NOW.wall, true)];
        let json = Json::from_text(&serde_json::to_string(&written).unwrap());
        assert_eq!(sweep_attempts(Some(&json), NOW), written);
    }

    #[test]
    fn old_and_surplus_attempts_are_swept() {
        let mut attempts: Vec<_> = (0..7)
            .map(|number| attempt(number, NOW.wall, false))
            .collect();
        attempts.push(attempt(8, NOW.wall - ATTEMPT_LIFE_MS, false));
        attempts.push(attempt(9, NOW.wall + 120_000, false));
        attempts.push(attempt(10, NOW.wall, true));
        let json = Json::from_text(&serde_json::to_string(&attempts).unwrap());
        let kept = sweep_attempts(Some(&json), NOW);
        assert_eq!(kept, [&attempts[2..7], &attempts[9..10]].concat());
        assert_eq!(with_attempt(kept, attempt(11, NOW.wall, false)).len(), 6);
    }

    #[test]
    fn unreadable_attempts_are_none() {
        for text in ["null", "1", "{}", "[null,1,[],{\"v\":1}]", r#"[{"v":2}]"#] {
            assert_eq!(
                sweep_attempts(Some(&Json::from_text(text)), NOW),
                vec![],
                "{text}"
            );
        }
        assert_eq!(sweep_attempts(None, NOW), vec![]);
    }

    #[test]
    fn a_grant_of_these_settings_is_restored() {
        let grant = read_grant(&grant_json(|_| ()), &settings(), NOW).unwrap();
        assert_eq!(
            grant.live_token(NOW).map(AccessToken::expose),
            Some("0123456789abcdef")
        );
        assert_eq!(grant.via, Via::Restored);
    }

    #[test]
    fn any_difference_drops_the_grant() {
        for (member, value) in [
            ("v", serde_json::json!(2)),
            ("client_id", serde_json::json!("other")),
            ("session", serde_json::json!("second")),
            (
                "authorization_endpoint",
                serde_json::json!("https://evil.example/a"),
            ),
            (
                "token_info_endpoint",
                serde_json::json!("https://evil.example/i"),
            ),
            (
                "revocation_endpoint",
                serde_json::json!("https://evil.example/r"),
            ),
            ("api_base", serde_json::json!("https://evil.example")),
            (
                "redirect_uri",
                serde_json::json!("https://dash.example/other.html"),
            ),
            ("access_token", serde_json::json!("a\r\nb")),
            ("access_token", serde_json::json!("é")),
            ("access_token", serde_json::json!(7)),
            ("asked", serde_json::json!(null)),
            ("said", serde_json::json!(["read"])),
            ("expires_in", serde_json::json!("3600")),
            ("expires_in", serde_json::json!(-1)),
            ("expires_in", serde_json::json!(8_640_000_000_000_000_u64)),
            ("received_at", serde_json::json!("now")),
            ("received_at", serde_json::json!(-5)),
            ("received_mono", serde_json::json!(null)),
        ] {
            assert!(
                !reads(|record| record[member] = value.clone()),
                "{member} = {value}"
            );
        }
        assert!(reads(|_| ()));
        assert!(reads(|record| record["unknown"] = serde_json::json!(1)));
    }

    #[test]
    fn a_record_from_the_future_lives_no_longer_than_one_from_now() {
        let json = grant_json(|record| {
            record["received_at"] = serde_json::json!(NOW.wall + 7_200_000);
            record["received_mono"] = serde_json::json!(NOW.mono + 7_200_000);
        });
        let Expiry::At(deadline) = read_grant(&json, &settings(), NOW).unwrap().expiry else {
            panic!("known end")
        };
        assert_eq!(deadline.remaining(NOW), 3_570_000);
    }

    #[test]
    fn an_outcome_is_read_for_these_settings_or_for_nobody() {
        let read = |text: &str| read_outcome(&Json::from_text(text), &settings());
        assert_eq!(
            read(r#"{"v":1,"kind":"unknown_state"}"#),
            Some(Problem::Answer(AnswerFault::Named("unknown_state".to_owned())))
        );
        assert_eq!(
            read(r#"{"v":1,"kind":"unknown_state","client_id":"other"}"#),
            None
        );
        assert_eq!(read(r#"{"v":1,"kind":"denied"}"#), None);
        assert!(matches!(
            read(r#"{"v":1,"kind":"denied","error":"access_denied"}"#),
            Some(Problem::Denied(_))
        ));
        assert_eq!(read("[]"), None);
    }
}
