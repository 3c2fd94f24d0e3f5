//! What went wrong, as the public contract writes it.

use super::iso;
use crate::advice::{self, Unsent};
use crate::protocol::error::Setting;
use crate::protocol::json::Members;
use crate::protocol::{ConfigError, Failure, Json, RevocationAnswer};
use crate::session::paste::PasteFault;
use crate::session::{Doubt, Lookup, Passport, Problem, Proof, Reason, View};
use crate::words::{Advice, ErrorKind};

/// `SellError` of the public contract, written: three sentences and what is known beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorRecord(Json);

impl From<ErrorRecord> for Json {
    fn from(record: ErrorRecord) -> Self {
        record.0
    }
}

/// What may stand beside the sentences.
#[derive(Default)]
struct Beside<'a> {
    status: Option<u16>,
    code: Option<&'a str>,
    reference: Option<&'a str>,
}

impl<'a> Beside<'a> {
    fn code(code: Option<&'a str>) -> Self {
        Self {
            code,
            ..Self::default()
        }
    }
}

impl ErrorRecord {
    fn of(advice: Advice, beside: &Beside<'_>) -> Self {
        let mut members = Members::default();
        members.put("kind", advice.kind.as_str());
        members.put("title", advice.title);
        members.put("why", advice.why);
        members.put("todo", advice.todo);
        members.put("retryable", is_retryable(advice.kind));
        members.put_known("status", beside.status.map(u64::from));
        members.put_known("code", beside.code);
        members.put_known("logref", beside.reference);
        Self(members.into())
    }

    /// A failure of a kind of which nothing more is known.
    #[must_use]
    pub fn of_kind(kind: ErrorKind) -> Self {
        Self::of(advice::with_reason(kind, None), &Beside::default())
    }

    /// A request of a host that was not sent, or was given up.
    #[must_use]
    pub fn of_unsent(unsent: Unsent) -> Self {
        let code = (unsent == Unsent::Aborted).then_some("aborted");
        Self::of(advice::of_unsent(unsent), &Beside::code(code))
    }

    /// A problem beside the session.
    #[must_use]
    pub fn of_problem(problem: &Problem) -> Self {
        let code = match problem {
            Problem::Config(error) => return Self::of_config(error),
            Problem::Denied(response) => Some(response.code.as_str()),
            Problem::Answer(fault) => Some(fault.as_str()),
            _ => None,
        };
        Self::of(advice::on_problem(problem), &Beside::code(code))
    }

    /// Settings that cannot work; `why` and `code` name the attribute that is wrong, or the option where
    /// there are no elements.
    #[must_use]
    pub fn of_config(error: &ConfigError) -> Self {
        let name = error.setting().map(name);
        let advice = advice::of_config(error, name, "");
        Self::of(advice, &Beside::code(name))
    }

    /// A call that failed; `passport` is what is known of the token that signed it.
    #[must_use]
    pub fn of_failure(failure: &Failure, passport: Option<&Passport>) -> Self {
        Self::answered(advice::on_failure(failure, None, passport), failure)
    }

    fn answered(advice: Advice, failure: &Failure) -> Self {
        let beside = Beside {
            status: failure.status,
            code: failure.report.code.as_deref(),
            reference: failure.report.reference.as_deref(),
        };
        Self::of(advice, &beside)
    }

    /// A text that holds no token.
    #[must_use]
    pub fn of_paste(fault: PasteFault) -> Self {
        Self::of(advice::of_paste(fault), &Beside::default())
    }

    /// What is wrong with a session now, if anything is.
    #[must_use]
    pub fn of_view(view: &View) -> Option<Self> {
        // A clock that moved ends nothing: it is said on the screen, and is no failure of a call.
        let problem = view.problem.as_ref();
        if let Some(problem) = problem.filter(|problem| **problem != Problem::ClockMoved) {
            return Some(Self::of_problem(problem));
        }
        if let Some(reason) = &view.reason {
            return Self::of_reason(reason);
        }
        let passport = view.passport.as_ref()?;
        match &passport.lookup {
            Lookup::Failed { failure, .. } => Some(Self::of_failure(failure, Some(passport))),
            Lookup::Asking(_) | Lookup::Known(_) => None,
        }
    }

    /// Why no token is held, where that is a failure.
    fn of_reason(reason: &Reason) -> Option<Self> {
        let refused = Beside {
            status: Some(401),
            ..Beside::default()
        };
        match reason {
            Reason::Expired { at } => {
                Some(Self::of(advice::of_expiry(&iso(*at)), &Beside::default()))
            }
            Reason::Rejected => Some(Self::of(
                advice::with_reason(ErrorKind::TokenRefused, None),
                &refused,
            )),
            Reason::Revoked {
                proof: Proof::Unconfirmed(doubt),
                ..
            } => Some(Self::of_doubt(doubt)),
            Reason::FirstVisit
            | Reason::Failed
            | Reason::Forgotten
            | Reason::EndedElsewhere(_)
            | Reason::Foreign
            | Reason::Revoked { .. } => None,
        }
    }

    fn of_doubt(doubt: &Doubt) -> Self {
        let plain = advice::with_reason(ErrorKind::RevokeUnconfirmed, None);
        match &doubt.answer {
            RevocationAnswer::Refused(failure) => Self::answered(plain, failure),
            RevocationAnswer::Accepted => Self::of(plain, &Beside::default()),
        }
    }
}

/// The attribute of an element that gives a setting; without elements, the option of `createSession`.
fn name(setting: Setting) -> &'static str {
    let [attribute, option] = match setting {
        Setting::ClientId => ["client-id", "clientId"],
        Setting::RedirectUri => ["redirect-uri", "redirectUri"],
        Setting::AuthBase => ["auth-base", "authBase"],
        Setting::ApiBase => ["api-base", "apiBase"],
        Setting::Scopes => ["scope", "scopes"],
    };
    if cfg!(feature = "ui") {
        attribute
    } else {
        option
    }
}

/// Whether the same thing may work when it is simply done once more, with nothing changed before.
fn is_retryable(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::WasmFailed
            | ErrorKind::PopupBlocked
            | ErrorKind::PopupTimeout
            | ErrorKind::AccessDenied
            | ErrorKind::AuthServer
            | ErrorKind::StateMismatch
            | ErrorKind::AnswerMalformed
            | ErrorKind::RateLimited
            | ErrorKind::ServerError
            | ErrorKind::Unreadable
            | ErrorKind::Offline
            | ErrorKind::Timeout
    )
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::door::token_record::tests::{NOW, grant, info, view};
    use crate::protocol::url::UrlFault;
    use crate::protocol::{ErrorCode, ErrorResponse, Refusal, TransportError};
    use crate::session::Session;

    fn written(record: ErrorRecord) -> Value {
        Json::from(record).into()
    }

    #[test]
    fn a_denial_keeps_the_code_and_has_three_sentences() {
        let record = written(ErrorRecord::of_problem(&Problem::Denied(
            ErrorResponse {
                code: ErrorCode::parse("access_denied"),
                description: Some("No.".to_owned()),
            }
            .into(),
        )));
        assert_eq!(record["kind"], json!("access_denied"));
        assert_eq!(record["code"], json!("access_denied"));
        for sentence in ["title", "why", "todo"] {
            assert!(
                record[sentence]
                    .as_str()
                    .is_some_and(|text| !text.is_empty())
            );
        }
        assert!(record.get("status").is_none());
    }

    #[test]
    fn what_its_own_button_does_again_is_worth_trying_again() {
        // Blocked once is not blocked in the next click, and what was hidden may be a broken connection.
        let others = [ErrorKind::PopupBlocked, ErrorKind::Unreadable];
        for kind in ErrorKind::ALL {
            let button = advice::with_reason(*kind, None).action;
            let again = ["Try again", "Start again"].contains(&button.as_str());
            let record = written(ErrorRecord::of_kind(*kind));
            assert_eq!(
                record["retryable"],
                again || others.contains(kind),
                "{record}"
            );
        }
    }

    #[test]
    fn a_session_that_could_not_be_checked_has_an_error_and_stays() {
        let mut grant = grant();
        grant.lookup = Lookup::Failed {
            failure: Failure::bare(Refusal::Transport(TransportError::Unreadable)),
            before: None,
        };
        let view = view(Session::SignedIn(Box::new(grant)));
        let record = written(ErrorRecord::of_view(&view).unwrap());
        assert_eq!(record["kind"], json!("unreadable"));
        assert_eq!(record["retryable"], json!(true));
    }

    #[test]
    fn an_answer_that_could_not_be_read_has_its_causes_ranked_by_what_is_known() {
        let why = |fault, passport: Option<&Passport>| {
            let failure = Failure::bare(Refusal::Transport(fault));
            let record = written(ErrorRecord::of_failure(&failure, passport));
            record["why"].as_str().unwrap().to_owned()
        };
        let hidden = TransportError::Unreadable;
        let mut grant = grant();
        grant.learn(info(), NOW);
        let mut passport = view(Session::SignedIn(Box::new(grant))).passport.unwrap();
        let read = why(hidden, Some(&passport));
        assert!(read.starts_with("Most likely Sell refused it"), "{read}");
        let long = why(TransportError::TooLarge, Some(&passport));
        assert!(long.starts_with("It was far larger"), "{long}");
        let unread = why(hidden, None);
        assert!(unread.starts_with("Most likely Sell does not let this site read"));
        passport.lookup = Lookup::Asking(None);
        assert_eq!(why(hidden, Some(&passport)), unread);
        for why in [unread, read, long] {
            assert!(why.ends_with(". The status is unknown."), "{why}");
        }
    }

    #[test]
    fn a_clock_that_moved_is_no_error_of_the_session() {
        let mut view = view(Session::SignedIn(Box::new(grant())));
        view.problem = Some(Problem::ClockMoved);
        assert_eq!(ErrorRecord::of_view(&view), None);
    }

    #[test]
    fn a_setting_that_will_not_do_is_named_as_the_attribute_that_it_is() {
        let missing = written(ErrorRecord::of_config(&ConfigError::Missing(
            Setting::Scopes,
        )));
        assert_eq!(missing["kind"], "config_missing");
        assert_eq!(missing["code"], "scope");
        assert_eq!(missing["why"], "scope is not set.");
        assert_eq!(missing["todo"], "Correct it in the page.");
    }

    #[test]
    fn a_redirect_uri_that_will_not_do_is_told_what_it_has_to_be() {
        for (fault, expected) in [
            (
                ConfigError::Url(Setting::RedirectUri, UrlFault::Scheme),
                "redirect-uri must be a whole address with https, or on this computer.",
            ),
            (
                ConfigError::ForeignRedirect,
                "redirect-uri must be a page of this site that takes answers: callback.html.",
            ),
        ] {
            let record = written(ErrorRecord::of_config(&fault));
            assert_eq!(record["code"], "redirect-uri");
            assert_eq!(record["why"], expected);
            assert_eq!(record["todo"], "Correct it in the page.");
        }
    }

    #[test]
    fn a_page_that_is_not_secure_is_said_to_be_that_and_no_setting_is_blamed() {
        let record = written(ErrorRecord::of_config(&ConfigError::InsecurePage));
        assert_eq!(record["kind"], "insecure_context");
        assert_eq!(record["title"], "This page is not secure");
        assert_eq!(record["todo"], "Open the https address.");
        assert_eq!(record.get("code"), None);
    }

    #[test]
    fn an_end_that_was_wished_for_is_no_error() {
        for reason in [Reason::FirstVisit, Reason::Forgotten] {
            assert_eq!(
                ErrorRecord::of_view(&view(Session::SignedOut(reason))),
                None
            );
        }
        let expired = view(Session::SignedOut(Reason::Expired { at: 0 }));
        let record = written(ErrorRecord::of_view(&expired).unwrap());
        assert_eq!(record["kind"], json!("token_expired"));
    }

    #[test]
    fn a_request_that_was_not_sent_does_not_blame_the_server() {
        for (unsent, kind, code) in [
            (Unsent::Path, "not_found", Value::Null),
            (Unsent::Init, "body_refused", Value::Null),
            (Unsent::Aborted, "unreadable", json!("aborted")),
            (Unsent::NotSignedIn, "token_expired", Value::Null),
        ] {
            let record = written(ErrorRecord::of_unsent(unsent));
            assert_eq!(record["kind"], kind);
            assert_eq!(record.get("code").cloned().unwrap_or_default(), code);
            assert_ne!(
                record["why"],
                written(ErrorRecord::of_kind(ErrorKind::NotFound))["why"]
            );
            assert!(
                !record["title"].as_str().unwrap().contains("Sell"),
                "{record}"
            );
        }
    }

    #[test]
    fn the_classes_say_the_same_where_there_is_no_module_to_ask() {
        let classes = include_str!("../../static/elements/errors.js");
        for kind in [
            ErrorKind::WasmBlocked,
            ErrorKind::WasmFailed,
            ErrorKind::TokenNotExposed,
            ErrorKind::Internal,
        ] {
            let record = written(ErrorRecord::of_kind(kind));
            for sentence in ["title", "why", "todo"] {
                let text = record[sentence].to_string();
                assert!(classes.contains(&text), "{record}: {text}");
            }
        }
    }
}
