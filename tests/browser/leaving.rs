//! Leaving for the server, in a page that stays: whatever holds it back, and the way back to it.

use sell_elements::browser::wake::Wake;
use sell_elements::protocol::Scopes;
use sell_elements::runtime::Runtime;
use sell_elements::session::{Event, Obstacle, Problem, Status};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{pretend, restore_fetch, start, tab_with};

#[wasm_bindgen(inline_js = r#"
const real = { set: window.setTimeout, clear: window.clearTimeout, open: window.open };
const refuse = (event) => event.preventDefault();
let passed = 0;
let timers = [];
export function hold() {
  passed = 0;
  timers = [];
  navigation.addEventListener("navigate", refuse);
  window.setTimeout = (call, delay) => timers.push({ call, due: passed + delay });
  window.open = () => window;
  window.clearTimeout = (handle) => { delete timers[handle - 1]; };
}
export async function pass(milliseconds) {
  passed += milliseconds;
  for (const handle of timers.keys()) {
    const timer = timers[handle];
    if (!timer || timer.due > passed) continue;
    delete timers[handle];
    timer.call();
  }
  await new Promise((resolve) => real.set.call(window, resolve, 0));
}
export function let_go() {
  navigation.removeEventListener("navigate", refuse);
  window.setTimeout = real.set;
  window.clearTimeout = real.clear;
  window.open = real.open;
}
"#)]
extern "C" {
    /// From now on the page stays wherever it is sent, no timer goes off by itself, and whoever opens a
    /// window gets this one.
    fn hold();
    /// Lets so much time pass for the timers, and whatever they set going.
    async fn pass(milliseconds: u32);
    fn let_go();
}

/// A page of nobody who is signed in, held.
fn held() -> Runtime {
    tab_with(None);
    pretend(0, "");
    let (runtime, _) = start();
    hold();
    runtime
}

fn release(runtime: &Runtime) {
    runtime.close();
    let_go();
    restore_fetch();
}

async fn leave(runtime: &Runtime) {
    let scopes = Scopes::parse("read").unwrap();
    runtime.dispatch(Event::SignInAsked(scopes));
    pass(0).await;
    assert_eq!(runtime.view().status, Status::SigningIn);
}

#[wasm_bindgen_test]
async fn a_page_that_stays_for_ten_seconds_was_not_let_go() {
    let runtime = held();
    leave(&runtime).await;
    pass(9_999).await;
    let before = runtime.view();
    pass(1).await;
    let after = runtime.view();
    release(&runtime);
    assert_eq!(before.status, Status::SigningIn);
    assert_eq!(after.status, Status::Failed);
    assert_eq!(after.problem, Some(Problem::Browser(Obstacle::Stalled)));
}

#[wasm_bindgen_test]
async fn a_departure_that_was_come_back_from_ends_no_later_sign_in() {
    let runtime = held();
    leave(&runtime).await;
    pass(6_000).await;
    runtime.wake(Wake::Restored);
    let restored = runtime.view();
    leave(&runtime).await;
    pass(6_000).await;
    let again = runtime.view();
    pass(4_000).await;
    let stalled = runtime.view();
    release(&runtime);
    assert_eq!(restored.status, Status::SignedOut);
    assert_eq!(restored.problem, None);
    assert_eq!(again.status, Status::SigningIn, "{:?}", again.problem);
    assert_eq!(stalled.problem, Some(Problem::Browser(Obstacle::Stalled)));
}

#[wasm_bindgen_test]
async fn a_window_that_takes_the_place_of_a_departure_is_not_ended_by_it() {
    let runtime = held();
    leave(&runtime).await;
    let is_open = runtime.sign_in_by_popup(&Scopes::parse("read").unwrap());
    pass(10_000).await;
    let view = runtime.view();
    release(&runtime);
    assert!(is_open);
    assert_eq!(view.status, Status::SigningIn, "{:?}", view.problem);
}
