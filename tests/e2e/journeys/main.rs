//! Whole journeys in a real browser against the sandbox. Each ends with a sweep for tokens.

mod cross_origin;
mod demo;
mod denied;
mod elements;
mod embed_screen;
mod expiry;
mod faults;
mod forged;
mod framed;
mod grant;
mod keyboard;
mod loops;
mod oversized;
mod paste;
mod policy;
mod prerendered;
mod refused_call;
mod replayed;
mod revoke;
mod scopes;
mod speed;
mod storage;
mod substituted;
mod sweep;
mod tabs;
mod way_back;
