//! The Embed screen: a page of its own beside the app, with one real element from the published
//! package, a knob for each of its attributes, and the code that a page would hold.
//!
//! ```text
//!  contract.json ── build.rs ── contract ─┬─ values ─┬─ snippet (text for four frameworks)
//!                                         │          ├─ link    (the address, and back)
//!                                         └──────────┴─ view    (knobs, stage, code, events, checks)
//! ```
//!
//! Everything but `view`, `host` and `screen` is pure.

// The macro writes a public unit struct for each component, and it has nothing to show.
#![allow(missing_debug_implementations, reason = "component structs are empty")]

mod contract;
mod desk;
mod held;
mod host;
mod link;
mod screen;
mod settings;
mod snippet;
mod state;
mod values;
mod view;

use sell_elements::browser::{http, page};
use settings::Start;

/// A small allocator; the page is one thread and holds little.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The deployer's settings, beside the page.
const SETTINGS_FILE: &str = "config.json";

fn main() {
    wasm_bindgen_futures::spawn_local(async {
        let json = http::fetch_json(SETTINGS_FILE).await;
        let start = Start::read(json.as_ref(), page::address());
        if let Some(root) = page::root() {
            let props = screen::ScreenProps { start };
            yew::Renderer::<screen::Screen>::with_root_and_props(root, props).render();
        }
    });
}
