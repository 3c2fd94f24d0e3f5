//! Tests in a real browser: adapters, the runtime over a pretended network, components.

#![cfg(target_arch = "wasm32")]
// Clippy's leave for `unwrap` in tests does not see tests of this kind.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    unreachable_pub
)]

use wasm_bindgen_test::wasm_bindgen_test_configure;

mod adapters;
mod clocks;
mod components;
mod echoed;
mod leaving;
mod named;
mod page;
mod restored;
mod spoken;

wasm_bindgen_test_configure!(run_in_browser);
