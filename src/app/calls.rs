//! The first calls with a token, and what each brought.

use std::rc::Rc;

use yew::Callback;

use super::desk::{Deed, Desk};
use super::local::Copied;
use super::notices::{self, action};
use super::offer::{CallState, Row};
use crate::advice::{self, Told};
use crate::components::{CallCell, CallRow, Element, Tone, call_table, el};
use crate::protocol::{Failure, Scopes};
use crate::runtime::{CallOutcome, Progress};
use crate::session::{Passport, Status};
use crate::words::{ErrorKind, Gap, words};

/// The calls that are offered here.
pub(super) fn calls(desk: &Rc<Desk>, passport: &Passport) -> Element {
    let view = desk.view();
    let live = matches!(view.status, Status::Active | Status::Expiring) && !view.revoking;
    let (offer, part) = (desk.surface.calls(), desk.part());
    let (mut table, mut spoken, mut place) = (call_table(), None, 0);
    while let Some(row) = offer.row(desk, &part, place) {
        if row.is_last {
            spoken = notice(desk, passport, &row, place);
        }
        table = table.child(drawn(row, !live, desk.on(Deed::Run(place))));
        place += 1;
    }
    el("section.sell-stack[role=group]")
        .attr("aria-label", words().calls.title.say())
        .child(table)
        .child(el("div").child_if(spoken))
}

fn drawn(row: Row<'_>, disabled: bool, on_run: Callback<()>) -> Element {
    CallRow {
        outcome: cell(&row),
        id: row.id,
        method: row.method,
        path: row.path,
        title: row.title,
        needs: row.tags,
        body: match row.state {
            Some(CallState::Done(CallOutcome {
                result: Ok((_, body)),
                ..
            })) => Some(body),
            _ => None,
        },
        busy: matches!(row.state, Some(CallState::Running(..))),
        disabled,
        on_run,
    }
    .view()
}

fn cell(row: &Row<'_>) -> CallCell {
    let calls = words().calls;
    let (tone, text) = match row.state {
        None => (Tone::Neutral, calls.not_run),
        Some(CallState::Running(..)) => (Tone::Working, calls.running),
        Some(CallState::Done(outcome)) => return done(row.needs, outcome),
    };
    CallCell {
        tone,
        text: text.say().to_owned(),
        detail: String::new(),
    }
}

/// What a call brought. A failure has one title, here and above what to do about it.
fn done(needs: &str, outcome: &CallOutcome) -> CallCell {
    let calls = words().calls;
    let (tone, text, status) = match &outcome.result {
        Ok((status, _)) => (Tone::Works, calls.allowed.say().to_owned(), Some(*status)),
        Err(failure) => {
            let advice = advice::of_failure(failure, Some(needs), None).advice;
            (Tone::from(advice.severity), advice.title, failure.status)
        }
    };
    let detail = status.map_or_else(
        || calls.measure.fill(&[]),
        |status| {
            let (status, ms) = (status.to_string(), outcome.milliseconds.to_string());
            calls.measure.fill(&[
                Gap {
                    name: "status",
                    value: &status,
                },
                Gap {
                    name: "ms",
                    value: &ms,
                },
            ])
        },
    );
    CallCell { tone, text, detail }
}

/// What to do about a call that did not bring what it should.
fn notice(desk: &Rc<Desk>, passport: &Passport, row: &Row<'_>, place: usize) -> Option<Element> {
    let (told, deed) = match row.state? {
        CallState::Running(Progress::Waiting(seconds, _), _) => (
            Told::of(advice::of_pause(*seconds)),
            Some(Deed::Stop(place)),
        ),
        CallState::Done(CallOutcome {
            result: Err(failure),
            ..
        }) => {
            let held = passport.held.joined();
            let told = advice::of_failure(failure, Some(row.needs), Some(passport));
            let more = [&held, " ", row.needs].concat();
            (told, remedy(passport, &more, failure, place))
        }
        _ => return None,
    };
    let does = deed.map(|deed| action(desk, &told.advice.action, deed));
    let buttons = does.into_iter().collect();
    Some(notices::notice("sell-call-problem", &told, buttons))
}

/// What the button does: a missing scope is asked for with those that are held, an answer that was
/// hidden is got by a command, what may work the next time is tried again. Nothing can be done here
/// about a role, or a path that is not there.
fn remedy(passport: &Passport, more: &str, failure: &Failure, place: usize) -> Option<Deed> {
    Some(match advice::kind_of(failure.refusal) {
        ErrorKind::MissingScope => Deed::SignIn(Scopes::parse(more)?),
        ErrorKind::TokenRefused => Deed::SignIn(passport.asked.clone()),
        ErrorKind::Unreadable => Deed::Copy(Copied::Call(place)),
        ErrorKind::ServerError
        | ErrorKind::RateLimited
        | ErrorKind::Offline
        | ErrorKind::Timeout => Deed::Run(place),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::answer::{ErrorReport, FailureFacts};
    use crate::protocol::{Refusal, TransportError};
    use crate::sell::SELL;

    #[test]
    fn a_row_says_of_a_failure_what_stands_above_its_advice() {
        for (refusal, status, tone, title) in [
            (
                Refusal::Content,
                Some(422),
                Tone::Refused,
                "Sell refused the content",
            ),
            (
                Refusal::Server,
                Some(503),
                Tone::Refused,
                "Sell has a problem",
            ),
            (
                Refusal::MissingScope,
                Some(403),
                Tone::Refused,
                "This call needs profile",
            ),
            (
                Refusal::RateLimited,
                Some(429),
                Tone::Soon,
                "Too many calls",
            ),
            (
                Refusal::Transport(TransportError::Offline),
                None,
                Tone::Unknown,
                "You are offline",
            ),
            (
                Refusal::Transport(TransportError::Timeout(30)),
                None,
                Tone::Unknown,
                "Sell did not answer in 30 seconds",
            ),
            (
                Refusal::Transport(TransportError::Unreadable),
                None,
                Tone::Unknown,
                "The browser hid Sell's answer",
            ),
        ] {
            let failure = Failure::new(FailureFacts {
                refusal,
                status,
                report: ErrorReport::default(),
                retry_after: None,
            });
            let call = &SELL.calls[0];
            let told = advice::of_failure(&failure, Some(call.needs), None).advice;
            let row = done(
                call.needs,
                &CallOutcome {
                    milliseconds: 7,
                    result: Err(failure),
                },
            );
            assert_eq!((row.tone, row.text.as_str()), (tone, title));
            assert_eq!(told.title, title);
            let detail = status.map_or("Status unknown".to_owned(), |status| {
                format!("{status} · 7 ms")
            });
            assert_eq!(row.detail, detail);
        }
    }
}
