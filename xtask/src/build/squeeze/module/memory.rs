//! What the memory holds when the module starts.

use super::instructions::{self, Meaning};
use super::reader::unreadable;
use super::{Kind, Module, writer};
use crate::failure::Failure;

/// Bytes and the address they are put at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) address: u32,
    pub(crate) bytes: Vec<u8>,
}

/// The end of an expression.
const END: u8 = 0x0b;
/// The number that says: into the first memory, at an address that an expression gives.
const ACTIVE: u32 = 0;

impl Module {
    pub(crate) fn segments(&self) -> Result<Vec<Segment>, Failure> {
        self.list(Kind::Data, |reader| {
            let mode = reader.unsigned()?;
            let at = instructions::one(reader)?;
            match (mode, at, reader.byte()?) {
                (ACTIVE, Meaning::Constant(address), END) => Ok(Segment {
                    address: address.cast_unsigned(),
                    bytes: reader.sized()?.to_vec(),
                }),
                _ => Err(unreadable("fills its memory in a way of its own")),
            }
        })
    }

    pub(crate) fn set_segments(&mut self, segments: &[Segment]) -> Result<(), Failure> {
        self.write_list(Kind::Data, segments, |segment, out| {
            let address = segment.address.cast_signed();
            writer::unsigned(ACTIVE, out);
            out.push(0x41);
            out.extend(writer::signed_in(address, writer::signed_width(address)));
            out.push(END);
            writer::sized(&segment.bytes, out)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::example;

    #[test]
    fn segments_that_are_written_back_are_the_same_bytes() {
        let mut module = example::module();
        let segments = module.segments().unwrap();
        assert_eq!(segments[0].address, 1_048_576);
        module.set_segments(&segments).unwrap();
        assert_eq!(module, example::module());
    }
}
