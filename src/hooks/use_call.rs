//! API calls and what came of each.

use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::protocol::{ApiPath, CallSpec};
use crate::runtime::{CallOutcome, Progress, Runtime};

/// Where a call stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallState {
    /// It runs, or waits for the server's pause to end.
    Running(Progress),
    /// It was answered, or failed.
    Done(CallOutcome),
    /// No live token was held, so nothing was sent.
    NotSent,
}

/// The calls of a component by their names.
type Calls = BTreeMap<&'static str, CallState>;

enum Change {
    Set(&'static str, CallState),
}

#[derive(Default, PartialEq)]
struct Table(Calls);

impl Reducible for Table {
    type Action = Change;

    fn reduce(self: Rc<Self>, Change::Set(id, state): Change) -> Rc<Self> {
        let mut calls = self.0.clone();
        calls.insert(id, state);
        Rc::new(Self(calls))
    }
}

/// The state of every call that was run, and a callback that runs one. A call that is running
/// is not started twice.
#[hook]
pub fn use_calls(runtime: &Runtime) -> (Calls, Callback<&'static CallSpec>) {
    let table = use_reducer_eq(Table::default);
    let run = {
        let (table, runtime) = (table.clone(), runtime.clone());
        Callback::from(move |call: &'static CallSpec| {
            if matches!(table.0.get(call.id), Some(CallState::Running(_))) {
                return;
            }
            let (table, runtime) = (table.dispatcher(), runtime.clone());
            spawn_local(async move {
                let told = table.clone();
                let on_progress = move |progress| {
                    told.dispatch(Change::Set(call.id, CallState::Running(progress)))
                };
                let outcome = match ApiPath::parse(call.path) {
                    Some(path) => runtime.call(&path, on_progress).await,
                    None => None,
                };
                table.dispatch(Change::Set(
                    call.id,
                    outcome.map_or(CallState::NotSent, CallState::Done),
                ));
            });
        })
    };
    (table.0.clone(), run)
}
