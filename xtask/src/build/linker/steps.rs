//! The instructions of a function, one after the other, by what they do.

use std::ops::Range;

use super::operation::Operation;
use crate::build::squeeze::module::instructions_of;
use crate::failure::Failure;

/// An instruction and where it is.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) operation: Operation,
    pub(super) place: Range<usize>,
}

/// The instructions of a function's body.
pub(super) fn steps(body: &[u8]) -> Result<Vec<Step>, Failure> {
    let instructions = instructions_of(body)?.into_iter();
    let read = instructions.map(|one| {
        Ok(Step {
            operation: Operation::of(&body[one.place.clone()])?,
            place: one.place,
        })
    });
    read.collect()
}
