//! The module behind the elements: the session for scripts, and the panels.
//!
//! A custom element cannot be written in Rust, so each is a thin class in JavaScript. It owns the
//! attributes, the events and the shadow root; the panel drawn into that root is this module's.

mod calls;
mod language;
mod options;
mod panel;
mod root;

pub use calls::built_in_calls;
pub use panel::Panel;
use sell_headless as _;

fn main() {}
