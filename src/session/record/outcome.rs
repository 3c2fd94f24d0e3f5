//! What the last sign-in ended in.

use std::rc::Rc;

use super::VERSION;
use crate::protocol::{ErrorCode, ErrorResponse, Json};
use crate::session::Settings;
use crate::session::problem::{AnswerFault, Problem};

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
        "denied" => Some(Problem::Denied(Rc::new(ErrorResponse {
            code: ErrorCode::parse(json.text("error")?),
            description: json.text("error_description").map(str::to_owned),
        }))),
        kind => Some(Problem::Answer(AnswerFault::parse(kind))),
    }
}
