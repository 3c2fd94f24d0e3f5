//! A sign-in that is under way.

use super::grant::Grant;

/// What is held meanwhile. What was asked is in the attempt's record, by which the answer is judged.
#[derive(Debug)]
pub struct Attempt {
    /// The live session that was there before: an attempt that fails gives it back.
    pub before: Option<Box<Grant>>,
}
