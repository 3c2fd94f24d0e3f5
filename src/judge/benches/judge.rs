//! What parse and judgement cost, for an answer as it comes and for the largest that is read.
#![allow(
    missing_docs,
    reason = "the macros of Criterion write undocumented functions"
)]

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use implicit_judge::{Attempt, MAX_ANSWER_LENGTH, Source, Verdict, judge};

const NOW: u64 = 1_700_000_000_000;
const STATE: &str = "Zk3vq1mJmV0q7Xb2cY8hWl5sT9dRe4uIoPaGfNxL6tE";
const OTHER: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

/// Ten attempts, as many as are ever kept, the one that counts last.
fn attempts() -> [Attempt<'static>; 10] {
    std::array::from_fn(|place| Attempt {
        state: if place == 9 { STATE } else { OTHER }.as_bytes(),
        started_at_ms: NOW - 30_000,
        used: false,
    })
}

fn typical() -> String {
    let token = "a1b2c3d4".repeat(8);
    format!(
        "access_token={token}&state={STATE}&token_type=bearer&expires_in=3600&scope=read%20profile"
    )
}

/// The same with an unknown parameter of escapes, filled to the last byte.
fn largest() -> String {
    let mut answer = typical() + "&padding=";
    while answer.len() + 3 <= MAX_ANSWER_LENGTH {
        answer.push_str("%41");
    }
    answer
}

fn measure(criterion: &mut Criterion) {
    let attempts = attempts();
    let mut group = criterion.benchmark_group("judge");
    for (name, answer) in [("typical", typical()), ("largest", largest())] {
        group.throughput(Throughput::Bytes(answer.len() as u64));
        group.bench_function(name, |bencher| {
            bencher.iter_batched_ref(
                || answer.clone().into_bytes(),
                |bytes| {
                    let judgement = judge(black_box(bytes), Source::Fragment, attempts, NOW);
                    assert!(matches!(judgement.verdict, Verdict::Granted(_)));
                },
                BatchSize::SmallInput,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, measure);
criterion_main!(benches);
