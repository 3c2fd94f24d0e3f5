//! How long the shipped judge takes in a page.

use std::path::Path;

use sell_journeys::{Outcome, Plan, journey};
use serde_json::json;

/// Microseconds that one answer may take, from text to ruling.
const LIMIT: f64 = 3.0;

/// Lays an answer down and has it judged, two thousand times a round, and tells the fastest of
/// forty rounds in microseconds: what else the machine does can only slow a round down.
const LOOP: &str = r"
const [bytes, state] = arguments[0];
const core = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(bytes))).exports;
const text = 'access_token=' + '5b'.repeat(32) + '&token_type=bearer&expires_in=3600&scope=read+profile&state=' + state;
const desk = new Uint8Array(core.memory.buffer, core.desk());
const encoder = new TextEncoder();
const once = () => {
  encoder.encodeInto(state + text, desk);
  return new Uint32Array(core.memory.buffer, core.judge(1000, false, text.length, 2000, false), 8)[0];
};
const rounds = Array.from({ length: 40 }, () => {
  const start = performance.now();
  for (let n = 0; n < 2000; n++) once();
  return (performance.now() - start) / 2;
});
return [once(), Math.min(...rounds)];
";

#[test]
fn the_judge_takes_microseconds_in_the_page() -> Outcome {
    journey(Plan::default(), async |journey| {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let core = workspace.join("target/wasm32-unknown-unknown/release/implicit_capture.wasm");
        let core = std::fs::read(core)?;
        journey.open("/").await?;
        let arguments = json!([core, "s".repeat(43)]);
        let (ruling, microseconds): (u32, f64) = journey.browser().script(LOOP, arguments).await?;
        assert_eq!(ruling, 15, "granted");
        eprintln!("parse and judge in the page: {microseconds:.2} µs");
        assert!(microseconds <= LIMIT, "{microseconds} µs");
        Ok(())
    })
}
