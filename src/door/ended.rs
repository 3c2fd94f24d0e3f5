//! How a session's token went.

use super::proof_word;
use crate::protocol::Json;
use crate::protocol::json::Members;
use crate::session::{Ending, Reason};

/// `SignedOut` of the public contract: why no token is held any more, and what is known of a
/// revocation. Signing out is carried out as a revocation: `by_the_person` tells it from one.
pub(super) fn ended(reason: Option<&Reason>, by_the_person: bool) -> Option<Members> {
    let (reason, revoked) = match reason? {
        Reason::Forgotten | Reason::EndedElsewhere(Ending::Forgotten) => ("forgotten", None),
        Reason::EndedElsewhere(Ending::Revoked) => ("revoked", None),
        Reason::Expired { .. } => ("expired", None),
        Reason::Rejected | Reason::Foreign => ("rejected", None),
        Reason::Revoked { proof, .. } => (
            if by_the_person { "user" } else { "revoked" },
            Some(proof_word(proof)),
        ),
        // There was none, or the page is on its way to another one.
        Reason::FirstVisit | Reason::Failed => return None,
    };
    let mut members = Members::default();
    members.put("reason", reason);
    members.put("revoked", Json::or_null(revoked));
    Some(members)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::session::Proof;

    fn check(reason: &Reason, by_the_person: bool, expected: &Value) {
        let written =
            ended(Some(reason), by_the_person).map_or(Value::Null, |end| Json::from(end).into());
        assert_eq!(written, *expected, "{reason:?}");
    }

    #[test]
    fn an_end_says_why_and_what_came_of_the_revocation() {
        let revoked = Reason::Revoked {
            proof: Proof::Confirmed,
            at: 0,
        };
        let told =
            |reason: &str, revoked: Option<&str>| json!({"reason": reason, "revoked": revoked});
        check(&revoked, false, &told("revoked", Some("confirmed")));
        check(&revoked, true, &told("user", Some("confirmed")));
        let elsewhere = Reason::EndedElsewhere(Ending::Revoked);
        check(&elsewhere, false, &told("revoked", None));
        check(&Reason::Forgotten, false, &told("forgotten", None));
        check(&Reason::Expired { at: 0 }, false, &told("expired", None));
        check(&Reason::Rejected, true, &told("rejected", None));
        check(&Reason::FirstVisit, false, &Value::Null);
    }
}
