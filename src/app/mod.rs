//! Containers: one thin one per screen, and the pure mappings from a session to what the
//! components show.

// The macro writes a public unit struct for each component, and it has nothing to show.
#![allow(missing_debug_implementations, reason = "component structs are empty")]

mod advice;
mod announce;
mod calls;
mod frame;
mod inspect;
mod moment;
mod notices;
mod passport_rows;
mod root;
mod secret;
mod setup;
mod start;
mod status_mark;
mod token;
mod verdict;
mod view;

pub use root::{App, AppProps};
