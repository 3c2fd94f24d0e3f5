//! The session for scripts: the class that JavaScript holds, and nothing to look at.
//!
//! Everything that is decided is decided in `sell_elements`; this crate reads what a script hands
//! over, and writes what it gets back. No method panics on any argument, and each fails with an
//! `ErrorRecord` (`SellError` of the public contract) and nothing else.

mod convert;
#[cfg(feature = "notices")]
mod judge;
#[cfg(feature = "notices")]
mod notices;
mod request;
mod session;
mod told;

pub use session::Session;

/// A small allocator; the page is one thread and holds little.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
