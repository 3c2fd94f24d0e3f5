//! What an API call brought, as the public contract writes it and as it is read again to be shown.

use crate::protocol::answer::{ErrorReport, FailureFacts};
use crate::protocol::json::Members;
use crate::protocol::{Failure, Json, Refusal, RetryAfter, TransportError};

/// The status and the body of an answer, or why there is none that helps.
pub type Answer = Result<(u16, String), Failure>;

/// Refusals that differ in their verdict.
const REFUSALS: [Refusal; 8] = [
    Refusal::Token,
    Refusal::MissingScope,
    Refusal::Forbidden,
    Refusal::NotFound,
    Refusal::Content,
    Refusal::RateLimited,
    Refusal::Server,
    Refusal::Transport(TransportError::Unreadable),
];

/// Writes what a call brought: `verdict`, `status`, `ms` and, where the server said them, `code` and
/// `logref` of a `CallResult`. What else is there is for whoever shows it: `text` is the body of a
/// success; of a failure only `message`, `field` and `seconds` are kept, and as `fault` why nothing came.
#[must_use]
pub fn written_call(milliseconds: u64, answer: &Answer) -> Json {
    let mut members = Members::default();
    members.put("ms", milliseconds);
    match answer {
        Ok((status, text)) => {
            members.put("verdict", "allowed");
            members.put("status", u64::from(*status));
            members.put("text", text.as_str());
        }
        Err(failure) => {
            let report = &failure.report;
            members.put("verdict", verdict(failure.refusal));
            members.put("status", Json::or_null(failure.status.map(u64::from)));
            members.put_known("code", report.code.as_deref());
            members.put_known("logref", report.reference.as_deref());
            members.put_known("message", report.message.as_deref());
            members.put_known("field", report.field.as_deref());
            members.put_known("fault", fault(failure.refusal));
            members.put_known("seconds", seconds(failure).map(u64::from));
        }
    }
    members.into()
}

/// Reads what [`written_call`] wrote: the milliseconds and the answer. None where a member is not
/// there, as of a call that was not made.
#[must_use]
pub fn read_call(record: &Json) -> Option<(u64, Answer)> {
    let status = record.unsigned("status");
    let status = status.and_then(|status| u16::try_from(status).ok());
    let text = |name| record.text(name).map(str::to_owned);
    let answer = match record.text("verdict")? {
        "allowed" => Ok((status?, text("text").unwrap_or_default())),
        verdict => {
            let seconds = record.unsigned("seconds");
            let seconds = seconds.and_then(|seconds| u32::try_from(seconds).ok());
            let refusal = match (record.text("fault"), seconds) {
                (Some("offline"), _) => Refusal::Transport(TransportError::Offline),
                (Some("timeout"), Some(seconds)) => {
                    Refusal::Transport(TransportError::Timeout(seconds))
                }
                _ => refused(verdict),
            };
            Err(Failure::new(FailureFacts {
                refusal,
                status,
                report: ErrorReport {
                    code: text("code"),
                    message: text("message"),
                    reference: text("logref"),
                    field: text("field"),
                },
                retry_after: seconds.map(RetryAfter::Seconds),
            }))
        }
    };
    Some((record.unsigned("ms")?, answer))
}

/// The contract's list of verdicts is closed: an offline device and a timeout are answers that nobody
/// could read.
fn verdict(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Token => "token-refused",
        Refusal::MissingScope => "missing-scope",
        Refusal::Forbidden => "forbidden",
        Refusal::NotFound => "not-found",
        Refusal::Content => "body-refused",
        Refusal::RateLimited => "rate-limited",
        Refusal::Server | Refusal::Unexpected | Refusal::Malformed(_) => "server-error",
        Refusal::Transport(_) => "unreadable",
    }
}

fn refused(word: &str) -> Refusal {
    let same = |refusal: &Refusal| verdict(*refusal) == word;
    REFUSALS.into_iter().find(same).unwrap_or(Refusal::Server)
}

fn fault(refusal: Refusal) -> Option<&'static str> {
    match refusal {
        Refusal::Transport(TransportError::Offline) => Some("offline"),
        Refusal::Transport(TransportError::Timeout(_)) => Some("timeout"),
        _ => None,
    }
}

fn seconds(failure: &Failure) -> Option<u32> {
    match (failure.refusal, failure.retry_after) {
        (Refusal::Transport(TransportError::Timeout(seconds)), _) => Some(seconds),
        (_, Some(after @ RetryAfter::Seconds(_))) => Some(after.pause(0)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::protocol::Reply;
    use crate::protocol::answer::judge;
    use crate::sell::SELL;

    fn judged(status: u16, text: &str) -> Answer {
        let reply = Reply {
            status,
            json: Some(Json::from_text(text)),
            text: text.to_owned(),
            retry_after: Some(RetryAfter::Seconds(7)),
        };
        judge(&SELL, Ok(reply)).map(|reply| (reply.status, reply.text))
    }

    fn written(answer: &Answer) -> Value {
        written_call(12, answer).into()
    }

    #[test]
    fn every_answer_has_a_verdict_of_the_contract() {
        for (status, expected) in [
            (200, "allowed"),
            (204, "allowed"),
            (400, "body-refused"),
            (401, "token-refused"),
            (403, "forbidden"),
            (404, "not-found"),
            (405, "body-refused"),
            (409, "body-refused"),
            (410, "not-found"),
            (422, "body-refused"),
            (429, "rate-limited"),
            (500, "server-error"),
            (503, "server-error"),
        ] {
            assert_eq!(
                written(&judged(status, "{}"))["verdict"],
                expected,
                "{status}"
            );
        }
        for fault in [
            TransportError::Offline,
            TransportError::Timeout(30),
            TransportError::Unreadable,
            TransportError::TooLarge,
        ] {
            let failure = Failure::bare(Refusal::Transport(fault));
            assert_eq!(written(&Err(failure))["verdict"], "unreadable");
        }
    }

    #[test]
    fn of_a_refusal_nothing_is_kept_but_what_the_server_says_about_it() {
        let body = r#"{"errors":[{"error":{"code":"insufficient_scope","message":"No.","resource":"theirs"}}],"meta":{"logref":"r-1"}}"#;
        assert_eq!(
            written(&judged(403, body)),
            json!({ "ms": 12, "verdict": "missing-scope", "status": 403, "code": "insufficient_scope",
                "logref": "r-1", "message": "No.", "seconds": 7 })
        );
    }

    #[test]
    fn what_was_written_is_read_again() {
        let failed = |fault| Err(Failure::bare(Refusal::Transport(fault)));
        let body = r#"{"errors":[{"error":{"code":"x","message":"m"}}]}"#;
        let mut answers: Vec<Answer> = [200, 401, 403, 404, 422, 429, 500]
            .map(|status| judged(status, body))
            .into();
        answers.push(failed(TransportError::Offline));
        answers.push(failed(TransportError::Unreadable));
        for answer in answers {
            let record = written_call(12, &answer);
            assert_eq!(read_call(&record), Some((12, answer)));
        }
        let late = written_call(9, &failed(TransportError::Timeout(30)));
        let (_, read) = read_call(&late).unwrap();
        let refusal = Refusal::Transport(TransportError::Timeout(30));
        assert_eq!(read.unwrap_err().refusal, refusal);
        assert_eq!(read_call(&Json::Null), None);
    }
}
