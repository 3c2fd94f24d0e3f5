//! A sign-in that is under way.

use super::expiry::Now;
use super::grant::Grant;
use crate::protocol::Scopes;

/// What was asked, and what is held meanwhile.
#[derive(Debug)]
pub struct Attempt {
    /// The scopes that were asked for.
    pub scopes: Scopes,
    /// When.
    pub started: Now,
    /// The live session that was there before: an attempt that fails gives it back.
    pub before: Option<Box<Grant>>,
}
