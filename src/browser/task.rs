//! Futures that run beside everything else.

use std::pin::Pin;

use js_sys::Promise;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Runs a future to its end, beginning in a turn of its own.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    boxed(Box::pin(future));
}

/// Starting is the same for all of them, so that it is compiled once and not for each.
fn boxed(future: Pin<Box<dyn Future<Output = ()>>>) {
    spawn_local(future);
}

/// Waits so many milliseconds. Not by the future that comes with the timers, whose channel weighs
/// a kilobyte.
pub async fn sleep(milliseconds: u32) {
    let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
    let over = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    // It has no other end.
    let _ = JsFuture::from(over).await;
}
