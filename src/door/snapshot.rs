//! A session at a moment.

use super::ended::ended;
use super::token_record::expires_at;
use super::{ErrorRecord, Fingerprint, TokenRecord};
use crate::protocol::json::Members;
use crate::protocol::{Json, Scopes};
use crate::session::inspection::Verdict;
use crate::session::view::Pasted;
use crate::session::{Lookup, Passport, Status, View};
use crate::words::ErrorKind;

/// The fingerprints of the two tokens that can be here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fingerprints {
    /// The session's.
    pub session: Fingerprint,
    /// The pasted one's.
    pub pasted: Fingerprint,
}

impl Fingerprints {
    /// One of the two.
    pub fn of(&mut self, is_pasted: bool) -> &mut Fingerprint {
        if is_pasted {
            &mut self.pasted
        } else {
            &mut self.session
        }
    }
}

/// `Snapshot` of the public contract, written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot(Json);

/// What stands beside a view.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// Whether a sign-in window is open.
    pub popup: bool,
    /// Whether the token is lost with the page.
    pub in_memory: bool,
    /// Whether the person asked to be signed out, which is carried out as a revocation.
    pub signed_out: bool,
    /// The fingerprints of the tokens.
    pub fingerprints: &'a Fingerprints,
}

impl From<Snapshot> for Json {
    fn from(snapshot: Snapshot) -> Self {
        snapshot.0
    }
}

impl Snapshot {
    /// The session as it stands.
    #[must_use]
    pub fn of(view: &View, around: &Surroundings<'_>) -> Self {
        let held = held(view);
        let prints = around.fingerprints;
        let mut members = Members::default();
        members.put("status", view.status.as_str());
        members.put("info", Json::or_null(info(view, &prints.session)));
        members.put("error", Json::or_null(ErrorRecord::of_view(view)));
        let (granted, lacking) = match held {
            Some(passport) => (passport.held.clone(), missing(passport)),
            None => Default::default(),
        };
        members.put("grantedScopes", &granted);
        members.put("missingScopes", &lacking);
        members.put(
            "expiresAt",
            held.map_or(Json::Null, |passport| expires_at(passport.expiry)),
        );
        members.put(
            "inspected",
            Json::or_null(inspected(&view.pasted, &prints.pasted)),
        );
        members.put(
            "ended",
            Json::or_null(ended(view.reason.as_ref(), around.signed_out)),
        );
        members.put("revoking", view.revoking);
        members.put("popup", around.popup);
        let durability = if around.in_memory { "memory" } else { "tab" };
        members.put("durability", durability);
        Self(members.into())
    }

    /// The snapshot as a value.
    #[must_use]
    pub fn as_json(&self) -> &Json {
        &self.0
    }
}

/// The passport of a token that may be used, also on the way to another one.
pub(super) fn held(view: &View) -> Option<&Passport> {
    let is_held = matches!(
        view.status,
        Status::Active | Status::Expiring | Status::SigningIn
    );
    view.passport.as_ref().filter(|_| is_held)
}

/// The account of the session's token, while it may be used.
#[must_use]
pub fn info(view: &View, fingerprint: &str) -> Option<TokenRecord> {
    held(view).map(|passport| TokenRecord::of_session(passport, fingerprint))
}

/// The scopes that were asked for and are not held.
pub(super) fn missing(passport: &Passport) -> Scopes {
    passport.asked.without(&passport.held)
}

/// The account of a pasted token, once the server was asked about it or could not be.
pub(super) fn inspected(pasted: &Pasted, fingerprint: &str) -> Option<TokenRecord> {
    match pasted {
        Pasted::Held { verdict, .. } => match verdict {
            Verdict::Open(Lookup::Asking(None)) => None,
            known => Some(TokenRecord::of_pasted(known, fingerprint)),
        },
        Pasted::Nothing | Pasted::Unrecognised(_) => None,
    }
}

/// What is known about a pasted token after the server was asked.
///
/// # Errors
/// The failure, when the server could not be asked and nothing was known before.
pub fn settled_token(view: &View, fingerprint: &str) -> Result<TokenRecord, Box<ErrorRecord>> {
    if let Pasted::Held {
        verdict:
            Verdict::Open(Lookup::Failed {
                failure,
                before: None,
            }),
        ..
    } = &view.pasted
    {
        return Err(Box::new(ErrorRecord::of_failure(failure, None)));
    }
    inspected(&view.pasted, fingerprint)
        .ok_or_else(|| Box::new(ErrorRecord::of_kind(ErrorKind::PasteUnrecognised)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::door::token_record::tests::{TOKEN, grant, info, view};
    use crate::session::{Attempt, Reason, Session};

    fn written(view: &View) -> serde_json::Value {
        let around = Surroundings {
            popup: false,
            in_memory: false,
            signed_out: false,
            fingerprints: &Fingerprints::default(),
        };
        Json::from(Snapshot::of(view, &around)).into()
    }

    #[test]
    fn a_signed_out_session_has_empty_lists_and_nulls() {
        assert_eq!(
            written(&view(Session::SignedOut(Reason::FirstVisit))),
            json!({
                "status": "signed-out", "info": null, "error": null, "grantedScopes": [],
                "missingScopes": [], "expiresAt": null, "inspected": null, "ended": null,
                "revoking": false, "popup": false, "durability": "tab",
            })
        );
    }

    #[test]
    fn a_signed_in_session_tells_what_it_holds_and_lacks() {
        let mut grant = grant();
        grant.learn(info(), crate::door::token_record::tests::NOW);
        let snapshot = written(&view(Session::SignedIn(Box::new(grant))));
        assert_eq!(snapshot["status"], json!("active"));
        assert_eq!(snapshot["grantedScopes"], json!(["read", "sync"]));
        assert_eq!(snapshot["missingScopes"], json!(["profile"]));
        assert_eq!(snapshot["expiresAt"], snapshot["info"]["expiry"]["at"]);
        assert!(!snapshot.to_string().contains(TOKEN));
    }

    #[test]
    fn whoever_is_active_has_an_account_before_the_server_has_said_anything() {
        let snapshot = written(&view(Session::SignedIn(Box::new(grant()))));
        assert_eq!(snapshot["status"], json!("active"));
        assert_eq!(snapshot["info"]["asked"], json!(["read", "profile"]));
        for unknown in ["active", "granted", "checkedAt"] {
            assert_eq!(snapshot["info"][unknown], json!(null), "{unknown}");
        }
    }

    #[test]
    fn a_session_that_lost_its_token_tells_why() {
        let snapshot = written(&view(Session::SignedOut(Reason::Rejected)));
        let expected = json!({ "reason": "rejected", "revoked": null });
        assert_eq!(snapshot["ended"], expected);
    }

    #[test]
    fn a_session_on_the_way_to_another_token_tells_of_the_one_that_it_still_uses() {
        let before = Some(Box::new(grant()));
        let snapshot = written(&view(Session::SigningIn(Attempt { before })));
        assert_eq!(snapshot["status"], json!("signing-in"));
        assert_eq!(snapshot["grantedScopes"], json!(["read"]));
        assert_eq!(snapshot["expiresAt"], snapshot["info"]["expiry"]["at"]);
    }
}
