//! A session at a moment.

use super::token_record::words;
use super::{ErrorRecord, Fingerprint, TokenRecord};
use crate::protocol::Json;
use crate::protocol::json::Members;
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

/// `Snapshot` of the public contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    status: &'static str,
    info: Option<TokenRecord>,
    error: Option<ErrorRecord>,
    granted_scopes: Vec<String>,
    missing_scopes: Vec<String>,
    expires_at: Option<String>,
    /// The pasted token, once the server was asked about it or could not be.
    inspected: Option<TokenRecord>,
    /// Whether a revocation is on its way.
    revoking: bool,
    /// Whether a sign-in window is open.
    popup: bool,
    /// How long what is held lasts: `tab` or `memory`.
    durability: &'static str,
}

/// What stands beside a view.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// Whether a sign-in window is open.
    pub popup: bool,
    /// Whether the token is lost with the page.
    pub in_memory: bool,
    /// The fingerprints of the tokens.
    pub fingerprints: Fingerprints,
}

impl From<&Snapshot> for Json {
    fn from(snapshot: &Snapshot) -> Self {
        let mut members = Members::default();
        members.put("status", snapshot.status);
        members.put("info", Self::or_null(snapshot.info.as_ref()));
        members.put("error", Self::or_null(snapshot.error.as_ref()));
        members.put("grantedScopes", snapshot.granted_scopes.as_slice());
        members.put("missingScopes", snapshot.missing_scopes.as_slice());
        members.put("expiresAt", Self::or_null(snapshot.expires_at.as_deref()));
        members.put("inspected", Self::or_null(snapshot.inspected.as_ref()));
        members.put("revoking", snapshot.revoking);
        members.put("popup", snapshot.popup);
        members.put("durability", snapshot.durability);
        members.into()
    }
}

impl Snapshot {
    /// The snapshot of a view.
    #[must_use]
    pub fn of(view: &View, around: &Surroundings) -> Self {
        let passport = view.passport.as_ref().filter(|_| is_held(view.status));
        let info = passport
            .map(|passport| TokenRecord::of_session(passport, around.fingerprints.session.clone()));
        Self {
            status: view.status.as_str(),
            error: ErrorRecord::of_view(view),
            granted_scopes: passport
                .map(|passport| words(&passport.held))
                .unwrap_or_default(),
            missing_scopes: passport.map(missing).unwrap_or_default(),
            expires_at: info
                .as_ref()
                .and_then(TokenRecord::expires_at)
                .map(str::to_owned),
            info,
            inspected: inspected(&view.pasted, around.fingerprints.pasted.clone()),
            revoking: view.revoking,
            popup: around.popup,
            durability: if around.in_memory { "memory" } else { "tab" },
        }
    }

    /// The session's token.
    #[must_use]
    pub fn info(&self) -> Option<&TokenRecord> {
        self.info.as_ref()
    }

    /// The pasted token.
    #[must_use]
    pub fn inspected(&self) -> Option<&TokenRecord> {
        self.inspected.as_ref()
    }
}

/// Whether a token is held in this status, as far as a page may know.
pub(super) fn is_held(status: Status) -> bool {
    matches!(status, Status::Active | Status::Expiring)
}

/// What was asked for and is not held.
pub(super) fn missing(passport: &Passport) -> Vec<String> {
    words(&passport.asked.without(&passport.held))
}

/// The pasted token, once there is something to tell about it.
pub(super) fn inspected(pasted: &Pasted, fingerprint: Fingerprint) -> Option<TokenRecord> {
    use crate::session::inspection::Verdict;
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
pub fn settled_token(
    view: &View,
    fingerprint: Fingerprint,
) -> Result<TokenRecord, Box<ErrorRecord>> {
    use crate::session::inspection::Verdict;
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
    use crate::session::{Reason, Session};

    fn written(view: &View) -> serde_json::Value {
        Json::from(&Snapshot::of(view, &Surroundings::default())).into()
    }

    #[test]
    fn a_signed_out_session_has_empty_lists_and_nulls() {
        assert_eq!(
            written(&view(Session::SignedOut(Reason::FirstVisit))),
            json!({
                "status": "signed-out", "info": null, "error": null, "grantedScopes": [],
                "missingScopes": [], "expiresAt": null, "inspected": null, "revoking": false,
                "popup": false, "durability": "tab",
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
}
