//! Properties by their names. A typed getter is an import of its own, with a wrapper on either side;
//! and it throws, where a page has put something else in the place of what it reads.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// A property; `undefined` where there is none, or reading it throws.
#[must_use]
pub fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A property that is a text.
#[must_use]
pub fn text(object: &JsValue, name: &str) -> Option<String> {
    get(object, name).as_string()
}

/// A property of the window.
#[must_use]
pub fn of_window(name: &str) -> JsValue {
    web_sys::window().map_or(JsValue::UNDEFINED, |window| get(&window, name))
}
