//! What the browser refused, read from whatever it threw.

use wasm_bindgen::JsValue;

use super::object::text;

/// A refusal of the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BrowserError {
    /// Forbidden here: site data is blocked, or the frame is sandboxed (`SecurityError`).
    Forbidden,
    /// The storage is full (`QuotaExceededError`).
    Full,
    /// The API does not exist here.
    Missing,
    /// Anything else.
    Other,
}

impl BrowserError {
    /// Reads a thrown value by its `name`, never by its text.
    #[must_use]
    pub fn from_thrown(thrown: &JsValue) -> Self {
        match text(thrown, "name").as_deref() {
            Some("SecurityError" | "NotAllowedError") => Self::Forbidden,
            Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Self::Full,
            _ => Self::Other,
        }
    }
}

impl From<JsValue> for BrowserError {
    fn from(thrown: JsValue) -> Self {
        Self::from_thrown(&thrown)
    }
}
