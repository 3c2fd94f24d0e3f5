//! What is known about a token, as the public contract writes it.

use super::iso;
use crate::protocol::json::Members;
use crate::protocol::token_info::Application;
use crate::protocol::{Json, Scopes};
use crate::session::grant::{Inspected, told_expiry};
use crate::session::inspection::Verdict;
use crate::session::{Expiry, Lookup, Passport, Via};

/// The largest whole number that a script's number holds exactly (`Number.MAX_SAFE_INTEGER`).
const LARGEST_NUMBER: u64 = 9_007_199_254_740_991;

/// The first eight hexadecimal digits of the token's SHA-256: enough to tell two tokens apart, and
/// no part of either. Empty until it is computed.
pub type Fingerprint = String;

/// `TokenInfo` of the public contract, written. Under `raw` is the server's JSON as text, the token
/// taken out, or null; the adapter hands it over parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRecord(Json);

impl From<TokenRecord> for Json {
    fn from(record: TokenRecord) -> Self {
        record.0
    }
}

/// What a record is written from.
struct Known<'a> {
    /// Whether the server accepts it; unknown where it could not be asked.
    active: Option<bool>,
    asked: Option<&'a Scopes>,
    said: Option<&'a Scopes>,
    latest: Option<&'a Inspected>,
    expiry: Expiry,
    fingerprint: &'a str,
    source: &'static str,
}

impl TokenRecord {
    /// The session's token.
    #[must_use]
    pub fn of_session(passport: &Passport, fingerprint: &str) -> Self {
        let known = matches!(passport.lookup, Lookup::Known(_));
        Self::of(&Known {
            active: known.then_some(true),
            asked: Some(&passport.asked),
            said: passport.said.as_ref(),
            latest: passport.lookup.latest(),
            expiry: passport.expiry,
            fingerprint,
            source: source(passport.via),
        })
    }

    /// A token that was pasted.
    #[must_use]
    pub fn of_pasted(verdict: &Verdict, fingerprint: &str) -> Self {
        let latest = verdict.latest();
        Self::of(&Known {
            active: match verdict {
                Verdict::Refused(_) => Some(false),
                Verdict::Open(Lookup::Known(_)) => Some(true),
                Verdict::Open(Lookup::Asking(_) | Lookup::Failed { .. }) => None,
            },
            asked: None,
            said: None,
            latest,
            expiry: latest.map_or(Expiry::Unknown, |inspected| {
                told_expiry(&inspected.info, inspected.at)
            }),
            fingerprint,
            source: "paste",
        })
    }

    fn of(known: &Known<'_>) -> Self {
        let info = known.latest.map(|inspected| &inspected.info);
        let mut members = Members::default();
        members.put("active", Json::or_null(known.active));
        for (name, scopes) in [
            ("asked", known.asked),
            ("redirectSaid", known.said),
            ("granted", info.and_then(|info| info.scopes.as_ref())),
        ] {
            members.put(name, Json::or_null(scopes));
        }
        members.put_known("owner", owner(known.latest));
        if let Some(Application::Named(id)) = info.map(|info| &info.application) {
            members.put("application", identified(id.as_str()));
        }
        members.put("expiry", end(known.expiry));
        let issued = info.and_then(|info| info.created_at);
        for (name, moment) in [
            (
                "issuedAt",
                issued.map(|seconds| seconds.saturating_mul(1000)),
            ),
            ("checkedAt", known.latest.map(|inspected| inspected.at.wall)),
        ] {
            members.put(name, Json::or_null(moment.map(iso)));
        }
        members.put("fingerprint", known.fingerprint);
        members.put("source", known.source);
        members.put("raw", Json::or_null(info.map(|info| info.raw.as_str())));
        Self(members.into())
    }
}

/// How a session's token came to be here.
pub(super) fn source(via: Via) -> &'static str {
    match via {
        Via::Redirect => "redirect",
        Via::Popup => "popup",
        Via::Restored => "restored",
    }
}

/// When a token ends: a moment or null.
pub(super) fn expires_at(expiry: Expiry) -> Json {
    match expiry {
        Expiry::At(deadline) => iso(deadline.wall()).into(),
        Expiry::Never | Expiry::Unknown => Json::Null,
    }
}

/// Whose a token is, where the server said so. Sell's ids are whole numbers; what is none cannot
/// be told to the page as one.
pub(super) fn owner(latest: Option<&Inspected>) -> Option<Json> {
    let id = latest?.info.owner.as_deref()?.parse::<u64>().ok()?;
    (id <= LARGEST_NUMBER).then(|| identified(id))
}

/// Of whom or what nothing but the identifier is told.
fn identified(id: impl Into<Json>) -> Json {
    let mut members = Members::default();
    members.put("id", id);
    members.into()
}

/// The end of a token with the kind of its knowledge.
fn end(expiry: Expiry) -> Json {
    let mut members = Members::default();
    let kind = match expiry {
        Expiry::At(_) => "at",
        Expiry::Never => "never",
        Expiry::Unknown => "unknown",
    };
    members.put("kind", kind);
    if let Expiry::At(_) = expiry {
        members.put("at", expires_at(expiry));
    }
    members.into()
}

#[cfg(test)]
pub(super) mod tests {
    use std::rc::Rc;

    use serde_json::{Value, json};

    use super::*;
    use crate::protocol::token_info::Remaining;
    use crate::protocol::{AccessToken, Failure, Now, Refusal, TokenInfo};
    use crate::session::grant::Received;
    use crate::session::{Grant, Machine, Session, View};

    pub(in crate::door) const NOW: Now = Now {
        wall: 1_760_000_000_000,
        mono: 5_000,
    };
    pub(in crate::door) const TOKEN: &str = "0123456789abcdef0123456789abcdef";

    pub(in crate::door) fn grant() -> Grant {
        let mut grant = Grant::new(Received {
            token: AccessToken::parse(TOKEN).unwrap(),
            asked: Scopes::parse("read profile").unwrap(),
            said: Scopes::parse("read"),
            expires_in: Some(3600),
            at: NOW,
            via: Via::Popup,
        });
        grant.serial = 1;
        grant
    }

    pub(in crate::door) fn info() -> TokenInfo {
        TokenInfo {
            scopes: Scopes::parse("read sync"),
            remaining: Remaining::Seconds(3000),
            application: Application::Named("ours".to_owned()),
            owner: Some("70123".to_owned()),
            created_at: Some(1_760_000_000),
            raw: "{}".to_owned(),
        }
    }

    pub(in crate::door) fn view(session: Session) -> View {
        let machine = Machine {
            session,
            ..Machine::default()
        };
        View::of(&machine, NOW)
    }

    fn written(record: TokenRecord) -> Value {
        Json::from(record).into()
    }

    #[test]
    fn a_token_that_was_asked_about_is_told_whole() {
        let mut grant = grant();
        grant.learn(info(), NOW);
        let passport = view(Session::SignedIn(Box::new(grant))).passport.unwrap();
        let record = TokenRecord::of_session(&passport, "0a1b2c3d");
        assert_eq!(
            written(record),
            json!({
                "active": true, "asked": ["read", "profile"], "redirectSaid": ["read"],
                "granted": ["read", "sync"], "owner": {"id": 70123}, "application": {"id": "ours"},
                "expiry": {"kind": "at", "at": "2025-10-09T09:42:50Z"},
                "issuedAt": "2025-10-09T08:53:20Z", "checkedAt": "2025-10-09T08:53:20Z",
                "fingerprint": "0a1b2c3d", "source": "popup", "raw": "{}",
            })
        );
    }

    #[test]
    fn what_nobody_said_is_null_and_not_guessed() {
        let passport = view(Session::SignedIn(Box::new(grant()))).passport.unwrap();
        let record = written(TokenRecord::of_session(&passport, ""));
        assert_eq!(record["active"], Value::Null);
        assert_eq!(record["granted"], Value::Null);
        assert_eq!(record["checkedAt"], Value::Null);
        assert_eq!(record["raw"], Value::Null);
        assert!(record.get("owner").is_none() && record.get("application").is_none());
    }

    #[test]
    fn a_pasted_token_that_is_refused_is_not_active_and_one_that_could_not_be_asked_about_is_unknown()
     {
        let refused = Verdict::Refused(Failure::bare(Refusal::Token));
        let record = written(TokenRecord::of_pasted(&refused, ""));
        assert_eq!(record["active"], json!(false));
        assert_eq!(record["asked"], Value::Null);
        assert_eq!(record["expiry"], json!({"kind": "unknown"}));
        assert_eq!(record["source"], json!("paste"));
        let open = Verdict::Open(Lookup::Asking(None));
        let record = written(TokenRecord::of_pasted(&open, ""));
        assert_eq!(record["active"], Value::Null);
    }

    #[test]
    fn an_owner_that_is_no_number_of_a_script_is_left_out() {
        for owner in ["ada", "-1", "1.5", "9007199254740992"] {
            let inspected = Inspected {
                info: TokenInfo {
                    owner: Some(owner.to_owned()),
                    remaining: Remaining::Never,
                    ..info()
                },
                at: NOW,
            };
            let verdict = Verdict::Open(Lookup::Known(Rc::new(inspected)));
            let record = written(TokenRecord::of_pasted(&verdict, ""));
            assert!(record.get("owner").is_none(), "{owner}");
            assert_eq!(record["expiry"], json!({"kind": "never"}));
        }
    }

    #[test]
    fn no_record_holds_the_token() {
        let passport = view(Session::SignedIn(Box::new(grant()))).passport.unwrap();
        let record = TokenRecord::of_session(&passport, "");
        assert!(!format!("{record:?}").contains(TOKEN));
    }
}
