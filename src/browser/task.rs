//! Futures that run beside everything else.

use std::pin::Pin;

use wasm_bindgen_futures::spawn_local;

/// Runs a future to its end, beginning in a turn of its own.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    boxed(Box::pin(future));
}

/// Starting is the same for all of them, so that it is compiled once and not for each.
fn boxed(future: Pin<Box<dyn Future<Output = ()>>>) {
    spawn_local(future);
}
