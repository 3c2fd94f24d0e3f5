//! The first calls with a token, and what each brought.

use yew::prelude::*;

use super::advice;
use super::notices::AdviceNotice;
use crate::components::{CallCell, CallRow, CallTable, Tone};
use crate::hooks::{CallState, SessionHandle, use_calls};
use crate::protocol::{CallSpec, Failure, Refusal, Scope, Scopes};
use crate::runtime::{CallOutcome, Progress};
use crate::session::{Event, Passport, Status};
use crate::words::{Advice, Details, ErrorKind, Gap, advise, words};

/// The properties of [`Calls`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CallsProps {
    pub(super) session: SessionHandle,
    pub(super) passport: Passport,
}

/// The calls that the provider describes.
#[component]
pub(super) fn Calls(props: &CallsProps) -> Html {
    let runtime = &props.session.runtime;
    let (states, run) = use_calls(runtime);
    let last = use_state(|| None::<&'static CallSpec>);
    let provider = runtime.settings().provider;
    let rows = provider.calls.iter().map(|call| row(call, states.get(call.id))).collect::<Vec<_>>();
    let on_run = {
        let (run, last) = (run.clone(), last.clone());
        Callback::from(move |id: AttrValue| {
            if let Some(call) = provider.call(&id) {
                last.set(Some(call));
                run.emit(call);
            }
        })
    };
    let disabled = !matches!(props.session.view.status, Status::Active | Status::Expiring) || props.session.view.revoking;
    let notice = last.and_then(|call| notice(props, call, states.get(call.id)?, &run));
    html! {
        <section class="sell-stack" aria-label={words().calls.title}>
            <CallTable {rows} {disabled} {on_run} />
            <div>{ for notice }</div>
        </section>
    }
}

fn row(call: &'static CallSpec, state: Option<&CallState>) -> CallRow {
    CallRow {
        id: call.id.into(),
        method: "GET".into(),
        path: call.path.into(),
        title: words().calls.call_title(call.id).into(),
        needs: call.needs.into(),
        outcome: cell(state),
        body: match state {
            Some(CallState::Done(CallOutcome { result: Ok((_, body)), .. })) => Some(body.clone().into()),
            _ => None,
        },
    }
}

fn cell(state: Option<&CallState>) -> CallCell {
    match state {
        None | Some(CallState::NotSent) => CallCell::NotRun,
        Some(CallState::Running(_)) => CallCell::Running,
        Some(CallState::Done(outcome)) => done(outcome),
    }
}

fn done(outcome: &CallOutcome) -> CallCell {
    let calls = &words().calls;
    let (tone, text, status) = match &outcome.result {
        Ok((status, _)) => (Tone::Works, calls.allowed.to_owned(), Some(*status)),
        Err(failure) => {
            let (tone, text) = refused(failure);
            (tone, text, failure.status)
        }
    };
    let detail = status.map_or_else(
        || calls.measure.neutral.to_owned(),
        |status| {
            let (status, ms) = (status.to_string(), outcome.milliseconds.to_string());
            calls.measure.fill(&[Gap { name: "status", value: &status }, Gap { name: "ms", value: &ms }])
        },
    );
    CallCell::Done { tone, text: text.into(), detail: detail.into() }
}

fn refused(failure: &Failure) -> (Tone, String) {
    let calls = &words().calls;
    let (tone, text) = match failure.refusal {
        Refusal::MissingScope => (Tone::Refused, calls.missing_scope.neutral),
        Refusal::Forbidden => (Tone::Refused, calls.forbidden),
        Refusal::Token => (Tone::Refused, calls.token_refused),
        Refusal::NotFound => (Tone::Refused, calls.not_found),
        Refusal::RateLimited => (Tone::Soon, calls.rate_limited),
        Refusal::Content | Refusal::Server | Refusal::Unexpected | Refusal::Malformed(_) => {
            (Tone::Refused, calls.server_error)
        }
        Refusal::Transport(_) => (Tone::Unknown, calls.unreadable),
    };
    (tone, text.to_owned())
}

/// What to do about the last call, where it did not bring what it should.
fn notice(props: &CallsProps, call: &'static CallSpec, state: &CallState, run: &Callback<&'static CallSpec>) -> Option<Html> {
    let held = props.passport.held.to_string();
    let (told, on_action) = match state {
        CallState::Running(Progress::Waiting(seconds)) => (waiting(*seconds), Callback::noop()),
        CallState::Done(CallOutcome { result: Err(failure), .. }) => {
            let told = advice::of_failure(failure, Some(call.needs), Some(&held));
            (told, remedy(props, call, failure, run))
        }
        _ => return None,
    };
    Some(html! {
        <AdviceNotice id="sell-call-problem" advice={told.advice} says={told.says} {on_action} />
    })
}

fn waiting(seconds: u32) -> advice::Told {
    let details = Details { seconds: Some(u64::from(seconds)), ..Details::default() };
    let advice = advise(ErrorKind::RateLimited, &details);
    advice::Told { advice: Advice { action: words().calls.running.to_owned(), ..advice }, says: None }
}

/// A missing scope is asked for with those that are held; anything else is tried again.
fn remedy(
    props: &CallsProps,
    call: &'static CallSpec,
    failure: &Failure,
    run: &Callback<&'static CallSpec>,
) -> Callback<()> {
    if failure.refusal == Refusal::MissingScope {
        let needed = Scope::parse(call.needs);
        let union = Scopes::new(props.passport.held.iter().cloned().chain(needed).collect());
        return props.session.on(move |()| Event::SignInAsked(union.clone()));
    }
    run.reform(move |()| call)
}
