//! Yew's view of a runtime.

mod use_session;

pub use use_session::{SessionHandle, use_session};
