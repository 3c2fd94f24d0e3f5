//! What is known about a token, as the public contract writes it.

use super::iso;
use crate::protocol::json::Members;
use crate::protocol::token_info::Application;
use crate::protocol::{Json, Scope, Scopes};
use crate::session::grant::{Inspected, told_expiry};
use crate::session::inspection::Verdict;
use crate::session::{Expiry, Lookup, Passport, Via};

/// The largest whole number that a script's number holds exactly (`Number.MAX_SAFE_INTEGER`).
const LARGEST_NUMBER: u64 = 9_007_199_254_740_991;

/// The first eight hexadecimal digits of the token's SHA-256: enough to tell two tokens apart, and
/// no part of either. Empty until it is computed.
pub type Fingerprint = String;

/// How a token came to be here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// By a redirect in this page load.
    Redirect,
    /// By a sign-in window.
    Popup,
    /// It was pasted, to be looked at or as the answer of a sign-in window.
    Paste,
    /// From the record that this tab keeps.
    Restored,
}

impl From<Via> for Source {
    fn from(via: Via) -> Self {
        match via {
            Via::Redirect => Self::Redirect,
            Via::Popup => Self::Popup,
            Via::Paste => Self::Paste,
            Via::Restored => Self::Restored,
        }
    }
}

/// `TokenInfo` of the public contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRecord {
    /// Whether the server accepts it; unknown where it could not be asked.
    active: Option<bool>,
    asked: Option<Vec<String>>,
    redirect_said: Option<Vec<String>>,
    granted: Option<Vec<String>>,
    owner: Option<Owner>,
    application: Option<App>,
    expiry: End,
    issued_at: Option<String>,
    checked_at: Option<String>,
    fingerprint: Fingerprint,
    source: Source,
    /// The server's JSON as text, the token taken out; the adapter hands it over parsed.
    raw: Option<String>,
}

/// Whose a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    id: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct App {
    id: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum End {
    At { at: String },
    Never,
    Unknown,
}

impl From<Expiry> for End {
    fn from(expiry: Expiry) -> Self {
        match expiry {
            Expiry::At(deadline) => Self::At {
                at: iso(deadline.wall()),
            },
            Expiry::Never => Self::Never,
            Expiry::Unknown => Self::Unknown,
        }
    }
}

impl Source {
    fn as_str(self) -> &'static str {
        match self {
            Self::Redirect => "redirect",
            Self::Popup => "popup",
            Self::Paste => "paste",
            Self::Restored => "restored",
        }
    }
}

impl From<Source> for Json {
    fn from(source: Source) -> Self {
        source.as_str().into()
    }
}

impl From<&End> for Json {
    fn from(end: &End) -> Self {
        let (kind, at) = match end {
            End::At { at } => ("at", Some(at.as_str())),
            End::Never => ("never", None),
            End::Unknown => ("unknown", None),
        };
        let mut members = Members::default();
        members.put("kind", kind);
        members.put_known("at", at);
        members.into()
    }
}

impl From<&Owner> for Json {
    fn from(owner: &Owner) -> Self {
        identified(owner.id)
    }
}

/// Of whom or what nothing but the identifier is told.
fn identified(id: impl Into<Json>) -> Json {
    let mut members = Members::default();
    members.put("id", id);
    members.into()
}

/// The account as the contract writes it, but for the server's JSON, which the adapter hands over
/// parsed.
impl From<&TokenRecord> for Json {
    fn from(record: &TokenRecord) -> Self {
        let mut members = Members::default();
        members.put("active", Self::or_null(record.active));
        for (name, scopes) in [
            ("asked", &record.asked),
            ("redirectSaid", &record.redirect_said),
            ("granted", &record.granted),
        ] {
            members.put(name, Self::or_null(scopes.as_deref()));
        }
        members.put_known("owner", record.owner.as_ref());
        let application = record.application.as_ref();
        members.put_known(
            "application",
            application.map(|app| identified(app.id.as_str())),
        );
        members.put("expiry", &record.expiry);
        members.put("issuedAt", Self::or_null(record.issued_at.as_deref()));
        members.put("checkedAt", Self::or_null(record.checked_at.as_deref()));
        members.put("fingerprint", record.fingerprint.as_str());
        members.put("source", record.source);
        members.into()
    }
}

impl TokenRecord {
    /// The session's token.
    #[must_use]
    pub fn of_session(passport: &Passport, fingerprint: Fingerprint) -> Self {
        let active = match passport.lookup {
            Lookup::Known(_) => Some(true),
            Lookup::Asking(_) | Lookup::Failed { .. } => None,
        };
        Self {
            active,
            asked: Some(words(&passport.asked)),
            redirect_said: passport.said.as_ref().map(words),
            expiry: passport.expiry.into(),
            ..Self::of_account(passport.lookup.latest(), passport.via.into(), fingerprint)
        }
    }

    /// A token that was pasted.
    #[must_use]
    pub fn of_pasted(verdict: &Verdict, fingerprint: Fingerprint) -> Self {
        let latest = verdict.latest();
        let active = match verdict {
            Verdict::Refused(_) => Some(false),
            Verdict::Open(Lookup::Known(_)) => Some(true),
            Verdict::Open(Lookup::Asking(_) | Lookup::Failed { .. }) => None,
        };
        Self {
            active,
            ..Self::of_account(latest, Source::Paste, fingerprint)
        }
    }

    /// What the server says, and nothing else.
    fn of_account(latest: Option<&Inspected>, source: Source, fingerprint: Fingerprint) -> Self {
        let info = latest.map(|inspected| &inspected.info);
        let expiry = latest.map_or(Expiry::Unknown, |inspected| {
            told_expiry(&inspected.info, inspected.at)
        });
        Self {
            active: None,
            asked: None,
            redirect_said: None,
            granted: info.and_then(|info| info.scopes.as_ref()).map(words),
            owner: info
                .and_then(|info| info.owner.as_deref())
                .and_then(Owner::parse),
            application: match info.map(|info| &info.application) {
                Some(Application::Named(id)) => Some(App { id: id.clone() }),
                Some(Application::NotNamed | Application::Unreadable) | None => None,
            },
            expiry: expiry.into(),
            issued_at: info
                .and_then(|info| info.created_at)
                .map(|seconds| iso(seconds.saturating_mul(1000))),
            checked_at: latest.map(|inspected| iso(inspected.at.wall)),
            fingerprint,
            source,
            raw: info.map(|info| info.raw.clone()),
        }
    }

    /// The server's JSON as text.
    #[must_use]
    pub fn raw(&self) -> Option<&str> {
        self.raw.as_deref()
    }

    /// When it ends, where that is known.
    #[must_use]
    pub fn expires_at(&self) -> Option<&str> {
        match &self.expiry {
            End::At { at } => Some(at),
            End::Never | End::Unknown => None,
        }
    }

    /// Whose it is, where the server said so.
    #[must_use]
    pub fn owner(&self) -> Option<&Owner> {
        self.owner.as_ref()
    }
}

impl Owner {
    /// Sell's ids are whole numbers; what is none cannot be told to the page as one.
    fn parse(text: &str) -> Option<Self> {
        let id = text.parse().ok().filter(|id| *id <= LARGEST_NUMBER)?;
        Some(Self { id })
    }
}

/// The scopes as words.
pub(super) fn words(scopes: &Scopes) -> Vec<String> {
    scopes
        .iter()
        .map(Scope::as_str)
        .map(str::to_owned)
        .collect()
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

    fn written(record: &TokenRecord) -> Value {
        Json::from(record).into()
    }

    #[test]
    fn a_token_that_was_asked_about_is_told_whole() {
        let mut grant = grant();
        grant.learn(info(), NOW);
        let passport = view(Session::SignedIn(Box::new(grant))).passport.unwrap();
        let record = TokenRecord::of_session(&passport, "0a1b2c3d".to_owned());
        assert_eq!(
            written(&record),
            json!({
                "active": true, "asked": ["read", "profile"], "redirectSaid": ["read"],
                "granted": ["read", "sync"], "owner": {"id": 70123}, "application": {"id": "ours"},
                "expiry": {"kind": "at", "at": "2025-10-09T09:42:50Z"},
                "issuedAt": "2025-10-09T08:53:20Z", "checkedAt": "2025-10-09T08:53:20Z",
                "fingerprint": "0a1b2c3d", "source": "popup",
            })
        );
        assert_eq!(record.raw(), Some("{}"));
    }

    #[test]
    fn what_nobody_said_is_null_and_not_guessed() {
        let passport = view(Session::SignedIn(Box::new(grant()))).passport.unwrap();
        let record = written(&TokenRecord::of_session(&passport, String::new()));
        assert_eq!(record["active"], Value::Null);
        assert_eq!(record["granted"], Value::Null);
        assert_eq!(record["checkedAt"], Value::Null);
        assert!(record.get("owner").is_none() && record.get("application").is_none());
    }

    #[test]
    fn a_pasted_token_that_is_refused_is_not_active_and_one_that_could_not_be_asked_about_is_unknown()
     {
        let refused = Verdict::Refused(Failure::bare(Refusal::Token));
        let record = written(&TokenRecord::of_pasted(&refused, String::new()));
        assert_eq!(record["active"], json!(false));
        assert_eq!(record["asked"], Value::Null);
        assert_eq!(record["expiry"], json!({"kind": "unknown"}));
        assert_eq!(record["source"], json!("paste"));
        let open = Verdict::Open(Lookup::Asking(None));
        let record = written(&TokenRecord::of_pasted(&open, String::new()));
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
            let record = written(&TokenRecord::of_pasted(&verdict, String::new()));
            assert!(record.get("owner").is_none(), "{owner}");
            assert_eq!(record["expiry"], json!({"kind": "never"}));
        }
    }

    #[test]
    fn no_record_holds_the_token() {
        let passport = view(Session::SignedIn(Box::new(grant()))).passport.unwrap();
        let record = TokenRecord::of_session(&passport, String::new());
        assert!(!format!("{record:?}{}", written(&record)).contains(TOKEN));
    }
}
