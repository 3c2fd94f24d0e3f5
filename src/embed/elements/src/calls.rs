//! The calls that `<sell-scopes>` can make without being told of any.

use js_sys::{Array, Object, Reflect};
use sell_elements::protocol::CallSpec;
use sell_elements::protocol::text::parts;
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
