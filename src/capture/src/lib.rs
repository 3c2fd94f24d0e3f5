//! The judge of [`implicit_judge`] as a raw WebAssembly module: no imports, no allocator, about
//! two kilobytes, carried as text by `static/elements/capture.js` and instantiated at once.
//!
//! The script and the module meet at a [desk](desk::Desk): the script lays an attempt and the
//! answer on it, calls `judge`, and reads the report. Nothing else passes between them.
//!
//! On other targets only the tests are compiled.

#![cfg_attr(all(target_arch = "wasm32", not(test)), no_std)]

#[cfg(any(target_arch = "wasm32", test))]
mod desk;
#[cfg(all(target_arch = "wasm32", not(test)))]
mod exports;
