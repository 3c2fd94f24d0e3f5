//! The sandbox's routers, called without a port.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop where it stands"
)]

mod authorize;
mod authorize_switches;
mod consent;
mod control;
mod cors;
mod developer_apps;
mod developer_guards;
mod developer_tokens;
mod faults;
mod front;
mod guards;
mod login;
mod readme;
mod resources;
mod rest;
mod rest_limits;
mod rest_writing;
mod revoke;
mod storage;
mod support;
mod token;
mod token_code;
mod token_info;
mod token_password;
mod token_refresh;
mod token_support;
