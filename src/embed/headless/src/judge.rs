//! What the answers mean that an element got for a call.

use sell_elements::browser::json;
use sell_elements::door::written_call;
use sell_elements::protocol::{Reply, RetryAfter, TransportError};
use wasm_bindgen::prelude::*;

use crate::Session;

#[wasm_bindgen]
impl Session {
    /// Says what an answer to [`request`](Self::request) means, without the token that is held now:
    /// its status and its text, or 0 and why there is none; the seconds of its `Retry-After`, or
    /// after which it was given up, 0 where nobody knows; and how long it took.
    #[must_use]
    pub fn judge(&self, status: u16, text: &str, seconds: u32, milliseconds: u32) -> JsValue {
        let outcome = match (status, text) {
            (0, "offline") => Err(TransportError::Offline),
            (0, "timeout") => Err(TransportError::Timeout(seconds)),
            (0, _) => Err(TransportError::Unreadable),
            _ => Ok(Reply {
                status,
                json: json::parse(text),
                text: text.to_owned(),
                retry_after: (seconds > 0).then_some(RetryAfter::Seconds(seconds)),
            }),
        };
        let result = self.runtime.judge(outcome);
        let result = result.map(|reply| (reply.status, reply.text));
        json::value(&written_call(milliseconds.into(), &result))
    }
}
