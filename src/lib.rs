//! The OAuth 2.0 **implicit grant** of Zendesk Sell as a careful browser component.
//!
//! ```text
//!  protocol ◄─ sell ◄─┬─ session ◄─┐
//!  (values)   (data)  │  (machine) ├─ runtime ◄─ hooks ◄─ app ─► components, words
//!                     └─ browser ◄─┘  (loop)
//! ```
//!
//! The way of a token: [`runtime`] keeps an attempt and leaves for the authorization server;
//! the answer comes back in the fragment, where the capture script (`static/elements`) strips it,
//! has it judged by [`implicit_judge`] and stores the grant before anything else runs;
//! [`runtime`] finds the grant, asks the server what the token is worth, and [`session`] decides
//! what that means. Only a live [`session::Grant`] can sign a request.

pub mod advice;
#[cfg(feature = "ui")]
pub mod app;
pub mod browser;
#[cfg(feature = "ui")]
pub mod components;
pub mod door;
#[cfg(feature = "ui")]
pub mod hooks;
pub mod protocol;
pub mod runtime;
pub mod sell;
pub mod session;
pub mod words;
#[cfg(feature = "ui")]
pub mod yew;
