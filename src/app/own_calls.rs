//! The provider's calls, made by the session of the screen itself.

use std::cell::Cell;
use std::rc::Rc;

use super::command;
use super::desk::Desk;
use super::local::{Action, Part};
use super::offer::{CallState, Offer, Row, tag, title};
use crate::browser::task::spawn;
use crate::protocol::ApiPath;
use crate::runtime::Progress;
use crate::words::words;

/// The calls that the provider describes.
pub(super) struct OwnCalls;

impl Offer for OwnCalls {
    fn row<'a>(&'a self, desk: &Desk, part: &'a Part, place: usize) -> Option<Row<'a>> {
        let call = desk.settings().provider.calls.get(place)?;
        Some(Row {
            id: call.id,
            method: "GET",
            path: call.path,
            title: title(words().calls.call_title(call.id)),
            needs: call.needs,
            tags: tag(call.needs),
            state: part.call(place),
            is_last: part.last == Some(place),
        })
    }

    /// One that is running is not started twice.
    fn run(&self, desk: &Desk, place: usize) {
        desk.store.dispatch(Action::Run(place));
        let Some(call) = desk.settings().provider.calls.get(place) else {
            return;
        };
        let (Some(path), None | Some(CallState::Done(_))) =
            (ApiPath::parse(call.path), desk.part().call(place))
        else {
            return;
        };
        let (store, runtime) = (desk.store.clone(), desk.runtime().clone());
        let permit = Rc::new(Cell::new(true));
        spawn(async move {
            let set = |state| {
                if permit.get() {
                    store.dispatch(Action::Call(place, state));
                }
                permit.get()
            };
            let on_progress =
                |progress| set(Some(CallState::Running(progress, Rc::clone(&permit))));
            let outcome = runtime.call(&path, on_progress).await;
            set(outcome.map(CallState::Done));
        });
    }

    fn stop(&self, desk: &Desk, place: usize) {
        let answer = match desk.part().call(place) {
            Some(CallState::Running(Progress::Waiting(_, answer), permit)) => {
                permit.set(false);
                answer.clone()
            }
            _ => return,
        };
        let answer = Some(CallState::Done(answer));
        desk.store.dispatch(Action::Call(place, answer));
    }

    fn command(&self, desk: &Desk, place: usize) -> Option<String> {
        let settings = desk.settings();
        let call = settings.provider.calls.get(place)?;
        Some(command::call(settings, call.path))
    }
}
