//! Judges any bytes: nothing panics, and what is accepted had our state and a token that fits.
//!
//! `cargo +nightly fuzz run --fuzz-dir tests/fuzz judge`
#![no_main]

use implicit_judge::{Attempt, Source, Verdict, is_bearer_token, judge, strip_route};
use libfuzzer_sys::fuzz_target;

const NOW: u64 = 1_700_000_000_000;
/// Short, so that the fuzzer finds it soon.
const STATE: &[u8] = b"s";
const USED: &[u8] = b"u";
const OLD: &[u8] = b"o";

fuzz_target!(|bytes: &[u8]| {
    for source in [Source::Fragment, Source::Query] {
        check(bytes, source);
    }
});

fn check(bytes: &[u8], source: Source) {
    let mut place = bytes.to_vec();
    let shape = strip_route(&place);
    assert!(shape.route_len <= shape.answer_start && shape.answer_start <= place.len());

    let judgement = judge(&mut place[shape.answer_start..], source, attempts(), NOW);
    match judgement.verdict {
        Verdict::Granted(granted) => {
            assert_eq!(judgement.attempt, Some(0));
            assert_eq!(source, Source::Fragment);
            assert!(is_bearer_token(granted.access_token));
            assert_ne!(granted.scope, Some(""));
        }
        Verdict::Denied(denied) => {
            assert_eq!(judgement.attempt, Some(0));
            assert!(!denied.error.is_empty());
        }
        Verdict::Refused(_) => {}
    }
}

/// One that waits, and two that an answer must not be accepted for.
fn attempts() -> [Attempt<'static>; 3] {
    [(STATE, NOW, false), (USED, NOW, true), (OLD, 0, false)].map(|(state, started_at_ms, used)| {
        Attempt {
            state,
            started_at_ms,
            used,
        }
    })
}
