//! Sleep and clock jumps, with a clock that the test moves.

use sell_elements::browser::wake::Wake;
use sell_elements::protocol::{ApiPath, Now};
use sell_elements::session::{Lookup, Problem, Status, View};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{
    OURS, START, calls_made, pretend, record, restore_fetch, start, tab_with, until,
};

const HOUR: u64 = 3_600_000;

fn is_known(view: &View) -> bool {
    matches!(
        view.passport.as_ref().map(|passport| &passport.lookup),
        Some(Lookup::Known(_))
    )
}

#[wasm_bindgen_test]
fn a_machine_that_slept_past_the_end_wakes_signed_out() {
    for wake in [Wake::Tick, Wake::Restored, Wake::Online] {
        tab_with(Some(&record()));
        pretend(0, "");
        let (runtime, now) = start();
        // Asleep, the wall clock went on and the monotonic one stood still.
        now.set(Now {
            wall: START.wall + 2 * HOUR,
            mono: START.mono,
        });
        runtime.wake(wake);
        assert_eq!(runtime.view().status, Status::Expired, "{wake:?}");
    }
    restore_fetch();
}

#[wasm_bindgen_test]
fn a_clock_set_back_does_not_lengthen_a_life() {
    tab_with(Some(&record()));
    pretend(0, "");
    let (runtime, now) = start();
    now.set(Now {
        wall: START.wall - 10 * HOUR,
        mono: START.mono + HOUR,
    });
    runtime.wake(Wake::Tick);
    assert_eq!(runtime.view().status, Status::Expired);
    restore_fetch();
}

#[wasm_bindgen_test]
async fn a_clock_that_jumps_is_said_and_the_token_is_checked_again() {
    tab_with(Some(&record()));
    pretend(200, OURS);
    let (runtime, now) = start();
    until(&runtime, is_known).await;
    pretend(200, OURS);
    now.set(Now {
        wall: START.wall - HOUR,
        mono: START.mono + 1_000,
    });
    runtime.wake(Wake::Tick);
    assert_eq!(runtime.view().problem, Some(Problem::ClockMoved));
    let view = until(&runtime, is_known).await;
    assert_eq!(calls_made(), "GET https://api.example/oauth2/token/info");
    assert_eq!(view.status, Status::Active);
    restore_fetch();
}

#[wasm_bindgen_test]
async fn nothing_is_sent_after_the_deadline_even_before_a_tick_saw_it() {
    tab_with(Some(&record()));
    pretend(200, OURS);
    let (runtime, now) = start();
    until(&runtime, is_known).await;
    pretend(200, "{}");
    now.set(Now {
        wall: START.wall + HOUR,
        mono: START.mono + HOUR,
    });
    let outcome = runtime
        .call(&ApiPath::parse("/v2/deals").unwrap(), |_| true)
        .await;
    assert_eq!(outcome, None);
    assert_eq!(calls_made(), "");
    assert_eq!(runtime.reveal(), None);
    restore_fetch();
}

#[wasm_bindgen_test]
fn five_minutes_before_the_end_the_session_is_expiring() {
    tab_with(Some(&record()));
    pretend(0, "");
    let (runtime, now) = start();
    let later = 3_600_000 - 30_000 - 299_000;
    now.set(Now {
        wall: START.wall + later,
        mono: START.mono + later,
    });
    runtime.wake(Wake::Tick);
    assert_eq!(runtime.view().status, Status::Expiring);
    restore_fetch();
}
