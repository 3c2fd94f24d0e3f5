//! Linker settings of the WebAssembly module, which no manifest can hold.

use std::env;

/// The judge calls a handful of small functions deep and keeps no arrays: 8 KiB is plenty, and
/// together with the desk fits one page of memory where the default stack alone takes sixteen.
const STACK_BYTES: u32 = 8 * 1024;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        println!("cargo::rustc-link-arg-cdylib=-zstack-size={STACK_BYTES}");
    }
}
