//! What went wrong, as the public contract writes it.

use super::iso;
use crate::advice::{self, Told};
use crate::protocol::error::Setting;
use crate::protocol::json::Members;
use crate::protocol::{ConfigError, Failure, Json, RevocationAnswer};
use crate::session::paste::PasteFault;
use crate::session::{Doubt, Lookup, Problem, Proof, Reason, View};
use crate::words::{Advice, ErrorKind, advise};

/// `SellError` of the public contract: three sentences and what is known beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorRecord {
    kind: &'static str,
    title: String,
    why: String,
    todo: String,
    retryable: bool,
    status: Option<u16>,
    code: Option<String>,
    logref: Option<String>,
}

impl From<Advice> for ErrorRecord {
    fn from(advice: Advice) -> Self {
        Self {
            kind: advice.kind.as_str(),
            title: advice.title,
            why: advice.why,
            todo: advice.todo,
            retryable: is_retryable(advice.kind),
            status: None,
            code: None,
            logref: None,
        }
    }
}

impl From<Told> for ErrorRecord {
    fn from(told: Told) -> Self {
        told.advice.into()
    }
}

impl From<&ErrorRecord> for Json {
    fn from(record: &ErrorRecord) -> Self {
        let mut members = Members::default();
        members.put("kind", record.kind);
        members.put("title", record.title.as_str());
        members.put("why", record.why.as_str());
        members.put("todo", record.todo.as_str());
        members.put("retryable", record.retryable);
        members.put_known("status", record.status.map(u64::from));
        members.put_known("code", record.code.as_deref());
        members.put_known("logref", record.logref.as_deref());
        members.into()
    }
}

impl ErrorRecord {
    /// A failure of a kind of which nothing more is known.
    #[must_use]
    pub fn of_kind(kind: ErrorKind) -> Self {
        advice::with_reason(kind, None).into()
    }

    /// The same with a code beside its kind.
    #[must_use]
    pub fn with_code(self, code: &str) -> Self {
        Self {
            code: Some(code.to_owned()),
            ..self
        }
    }

    /// A problem beside the session.
    #[must_use]
    pub fn of_problem(problem: &Problem) -> Self {
        let code = match problem {
            Problem::Denied(response) => Some(response.code.as_str().to_owned()),
            Problem::Answer(fault) => Some(fault.as_str().to_owned()),
            _ => None,
        };
        Self {
            code,
            ..advice::of_problem(problem).into()
        }
    }

    /// Settings that cannot work; `why` and `code` name the attribute that is wrong.
    #[must_use]
    pub fn of_config(error: &ConfigError) -> Self {
        let why = Self::of_problem(&Problem::Config(error.clone())).why;
        let record: Self = advise(ErrorKind::ConfigMissing, &[]).into();
        match error.setting() {
            None => Self { why, ..record },
            Some(setting) => Self {
                why: why.replace(setting.key(), attribute(setting)),
                ..record.with_code(attribute(setting))
            },
        }
    }

    /// A call that failed; `held` are the scopes of the token that signed it.
    #[must_use]
    pub fn of_failure(failure: &Failure, held: Option<&str>) -> Self {
        Self {
            status: failure.status,
            code: failure.report.code.clone(),
            logref: failure.report.reference.clone(),
            ..advice::of_failure(failure, None, held).into()
        }
    }

    /// A text that holds no token.
    #[must_use]
    pub fn of_paste(fault: PasteFault) -> Self {
        advice::of_paste(fault).into()
    }

    /// What is wrong with a session now, if anything is.
    #[must_use]
    pub fn of_view(view: &View) -> Option<Self> {
        if let Some(problem) = &view.problem {
            return Some(Self::of_problem(problem));
        }
        if let Some(reason) = &view.reason {
            return Self::of_reason(reason);
        }
        match &view.passport.as_ref()?.lookup {
            Lookup::Failed { failure, .. } => Some(Self::of_failure(failure, None)),
            Lookup::Asking(_) | Lookup::Known(_) => None,
        }
    }

    /// Why no token is held, where that is a failure.
    fn of_reason(reason: &Reason) -> Option<Self> {
        match reason {
            Reason::Expired { at } => Some(advice::of_expiry(&iso(*at)).into()),
            Reason::Rejected => Some(Self {
                status: Some(401),
                ..Self::of_kind(ErrorKind::TokenRefused)
            }),
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
        let plain = Self::of_kind(ErrorKind::RevokeUnconfirmed);
        match &doubt.answer {
            RevocationAnswer::Refused(failure) => Self {
                status: failure.status,
                code: failure.report.code.clone(),
                logref: failure.report.reference.clone(),
                ..plain
            },
            RevocationAnswer::Accepted => plain,
        }
    }
}

/// Whether the same thing may work when it is simply done once more.
/// The attribute of an element that gives a setting.
fn attribute(setting: Setting) -> &'static str {
    match setting {
        Setting::ClientId => "client-id",
        Setting::RedirectUri => "redirect-uri",
        Setting::AuthBase => "auth-base",
        Setting::ApiBase => "api-base",
        Setting::Scopes => "scope",
    }
}

fn is_retryable(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::WasmFailed
            | ErrorKind::PopupBlocked
            | ErrorKind::PopupTimeout
            | ErrorKind::AuthServer
            | ErrorKind::StateMismatch
            | ErrorKind::RateLimited
            | ErrorKind::ServerError
            | ErrorKind::Unreadable
            | ErrorKind::Offline
            | ErrorKind::Timeout
            | ErrorKind::RevokeUnconfirmed
    )
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::door::token_record::tests::{grant, view};
    use crate::protocol::{ErrorCode, ErrorResponse, Refusal, TransportError};
    use crate::session::Session;

    fn written(record: &ErrorRecord) -> Value {
        Json::from(record).into()
    }

    #[test]
    fn a_denial_keeps_the_code_and_has_three_sentences() {
        let record = written(&ErrorRecord::of_problem(&Problem::Denied(ErrorResponse {
            code: ErrorCode::AccessDenied,
            description: Some("No.".to_owned()),
            uri: None,
        })));
        assert_eq!(record["kind"], json!("access_denied"));
        assert_eq!(record["code"], json!("access_denied"));
        assert_eq!(record["retryable"], json!(false));
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
    fn a_session_that_could_not_be_checked_has_an_error_and_stays() {
        let mut grant = grant();
        grant.lookup = Lookup::Failed {
            failure: Failure::bare(Refusal::Transport(TransportError::Unreadable)),
            before: None,
        };
        let view = view(Session::SignedIn(Box::new(grant)));
        let record = written(&ErrorRecord::of_view(&view).unwrap());
        assert_eq!(record["kind"], json!("unreadable"));
        assert_eq!(record["retryable"], json!(true));
    }

    #[test]
    fn a_setting_that_will_not_do_is_named_as_the_attribute_that_it_is() {
        let missing = written(&ErrorRecord::of_config(&ConfigError::Missing(
            Setting::Scopes,
        )));
        assert_eq!(missing["kind"], "config_missing");
        assert_eq!(missing["code"], "scope");
        assert_eq!(missing["why"], "scope is not set.");
        assert_eq!(missing["todo"], "Add client-id and scope to the element.");
        let foreign = written(&ErrorRecord::of_config(&ConfigError::ForeignRedirect));
        assert_eq!(foreign["code"], "redirect-uri");
        assert!(
            foreign["why"]
                .as_str()
                .unwrap()
                .starts_with("redirect-uri ")
        );
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
        let record = written(&ErrorRecord::of_view(&expired).unwrap());
        assert_eq!(record["kind"], json!("token_expired"));
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
            let record = ErrorRecord::of_kind(kind);
            for sentence in [record.title, record.why, record.todo] {
                let text = format!("\"{sentence}\"");
                assert!(classes.contains(&text), "{}: {sentence}", record.kind);
            }
        }
    }
}
