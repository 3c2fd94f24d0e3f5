//! The calls of `<sell-scopes>`: those that it can make without being told of any, and the list that
//! its class hands over, with what came of each.

use js_sys::{Array, Object, Reflect};
use sell_elements::app::{CallState, HostCall, Offered, Permit};
use sell_elements::door::read_call;
use sell_elements::protocol::text::parts;
use sell_elements::protocol::{CallSpec, Failure, Json, Refusal};
use sell_elements::runtime::{CallOutcome, Progress};
use sell_elements::sell::SELL;
use sell_elements::words::words;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The provider's calls, each as a `CallSpec` of the public contract. All of them only read.
#[wasm_bindgen(js_name = builtInCalls)]
#[must_use]
pub fn built_in_calls() -> Array {
    SELL.calls.iter().map(record).collect()
}

fn record(call: &'static CallSpec) -> JsValue {
    let needs = Array::of1(&Array::of1(&call.needs.into()).into());
    let group = parts(call.path, b'/').nth(2).unwrap_or_default();
    let members: [(&str, JsValue); 8] = [
        ("id", call.id.into()),
        ("group", group.into()),
        ("method", "GET".into()),
        ("path", call.path.into()),
        ("title", words().calls.call_title(call.id).into()),
        ("needs", needs.into()),
        ("effect", "none".into()),
        ("basis", "documented".into()),
    ];
    let record = Object::new();
    for (name, value) in members {
        // A member of a fresh plain object can always be set.
        let _ = Reflect::set(&record, &name.into(), &value);
    }
    record.into()
}

/// The calls as their class hands them over: each as a [`HostCall`] has it, beside where it stands;
/// and the id of the one that is spoken of.
pub(crate) fn offered(calls: Json, last: Option<String>) -> Offered {
    let Json::List(calls) = calls else {
        return Offered::default();
    };
    let offered = |spec| HostCall {
        state: state(&spec),
        spec,
    };
    Offered {
        calls: calls.into_iter().map(offered).collect(),
        last,
    }
}

/// Where it stands: `waits` counts the seconds that a call under way waits, and is 0 while it runs.
fn state(call: &Json) -> Option<CallState> {
    let progress = match call.unsigned("waits") {
        Some(0) => Progress::Running,
        Some(seconds) => {
            let busy = CallOutcome {
                milliseconds: 0,
                result: Err(Failure::bare(Refusal::RateLimited)),
            };
            Progress::Waiting(u32::try_from(seconds).unwrap_or(u32::MAX), busy)
        }
        None => {
            let (milliseconds, result) = read_call(call)?;
            return Some(CallState::Done(CallOutcome {
                milliseconds,
                result,
            }));
        }
    };
    Some(CallState::Running(progress, Permit::default()))
}
