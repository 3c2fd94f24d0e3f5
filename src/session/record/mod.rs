//! What is kept in session storage: versioned mirrors, written and read as JSON, read strictly.
//!
//! The capture script writes grants and outcomes and reads attempts, so these shapes are a
//! contract between it and this folder. A record that does not fit to the letter is dropped: the
//! storage of a page can be written by anything that runs in it.

mod attempts;
mod grant;
mod outcome;

pub use attempts::Attempts;
pub use grant::{grant_key, read_grant, stamp, write_grant};
pub use outcome::read_outcome;

/// The version of every record.
const VERSION: u64 = 1;

/// The key of the list of attempts.
pub const ATTEMPTS_KEY: &str = "sell-elements:attempts";

/// The key of the last outcome.
pub const OUTCOME_KEY: &str = "sell-elements:outcome";

/// What the keys of grants begin with; client id and session follow.
pub const GRANT_PREFIX: &str = "sell-elements:grant:";

#[cfg(test)]
mod tests;
