//! Yew's view of a runtime: short hooks over a private context.

mod use_call;
mod use_clipboard;
mod use_now;
mod use_session;

pub use use_call::{CallState, use_calls};
pub use use_clipboard::{Clipboard, use_clipboard};
pub use use_now::use_now;
pub use use_session::{SessionHandle, SessionProvider, SessionProviderProps, use_session};
