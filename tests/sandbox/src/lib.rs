//! A Zendesk Sell to test against: authorization server and REST API on loopback.
//!
//! ```text
//!  browser ──► web::journal ─ security_headers ─ request_id ─ host ─ limits ─ cors
//!                                                                            │
//!                              render_failure (errors become answers here) ◄─┤
//!                                                                            ▼
//!                       faults ─► web (login, front page,   control: a router of its own
//!                                      developer apps)                       │
//!                                 oauth (authorize, token, info, revoke)     │
//!                                 rest (a table of resources)                │
//!                                        └───────► state, store (SQLite) ◄───┘
//! ```
//!
//! It knows nothing of the crates it tests, on purpose: two independent readings of RFC 6749,
//! 6750 and 7009 catch what one would hide. Where Sell's behaviour is not documented there is a
//! switch, see [`Switches`].
//!
//! ```
//! # use sell_sandbox::{Config, Sandbox};
//! let sandbox = Sandbox::open(Config::default())?;
//! sandbox.set_switch("cors", "support-like")?;
//! let router = sandbox.router(); // call it without a port, or hand it to `serve`
//! # drop(router);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod authentication;
mod clock;
mod config;
mod control;
mod description;
mod error;
mod failure;
mod faults;
mod internal;
mod oauth;
mod other_origin;
mod password;
mod random;
mod rest;
mod routes;
mod sandbox;
mod secret;
mod serve;
mod state;
mod store;
pub mod switches;
mod throttle;
mod web;

pub use config::{AllowedOrigins, Config, Database, OTHER_CLIENT_ID};
pub use error::SandboxError;
pub use faults::{BadOrder, Fault};
pub use sandbox::Sandbox;
pub use serve::{Listen, Running, serve};
pub use switches::{SwitchError, Switches};
