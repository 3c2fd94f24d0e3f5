//! What instructions do to the stack of operands, as far as one that has no effect elsewhere does.

use crate::build::squeeze::module::reader::Reader;
use crate::failure::Failure;

/// An instruction, by what it does to the operands and to the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operation {
    /// Takes so many operands and gives so many; nothing else can be noticed of it.
    Pure {
        takes: usize,
        gives: usize,
    },
    /// Gives a number.
    Constant,
    /// Adds two numbers of 32 bits.
    Add,
    /// Takes the second number of 32 bits from the first.
    Subtract,
    /// Gives a local variable.
    Get(u32),
    /// Sets a local variable; `Keep` gives it too.
    Set(u32),
    Keep(u32),
    /// Gives or sets a global variable.
    GlobalGet(u32),
    GlobalSet(u32),
    /// Writes to memory: takes so many operands, the address first.
    Write {
        takes: usize,
    },
    /// Begins a block that a branch leaves, or another one (`loop`, `if`).
    Begin {
        is_block: bool,
    },
    /// Ends the first half of an `if`.
    Else,
    End,
    /// Goes on behind the end of the block at this depth, always or only if told so.
    Branch {
        depth: u32,
        always: bool,
    },
    /// Leaves the function, or one of several blocks.
    Leave,
    Call(u32),
    /// Stops the program.
    Trap,
    Other,
}

impl Operation {
    /// Reads the operation that an instruction's bytes hold.
    pub(super) fn of(bytes: &[u8]) -> Result<Self, Failure> {
        let mut reader = Reader::new(bytes);
        let opcode = reader.byte()?;
        Ok(match opcode {
            0x00 => Self::Trap,
            0x01 => pure(0, 0),
            0x02..=0x04 => Self::Begin {
                is_block: opcode == 0x02,
            },
            0x05 => Self::Else,
            0x0b => Self::End,
            0x0c | 0x0d => Self::Branch {
                depth: reader.unsigned()?,
                always: opcode == 0x0c,
            },
            0x0e | 0x0f => Self::Leave,
            0x10 => Self::Call(reader.unsigned()?),
            0x1a => pure(1, 0),
            0x1b => pure(3, 1),
            0x20 => Self::Get(reader.unsigned()?),
            0x21 => Self::Set(reader.unsigned()?),
            0x22 => Self::Keep(reader.unsigned()?),
            0x23 => Self::GlobalGet(reader.unsigned()?),
            0x24 => Self::GlobalSet(reader.unsigned()?),
            0x36..=0x3e => Self::Write { takes: 2 },
            0x41..=0x44 => Self::Constant,
            0x6a => Self::Add,
            0x6b => Self::Subtract,
            0x3f => pure(0, 1),
            0x28..=0x35 => pure(1, 1),
            0x45..=0xc4 if is_of_one(opcode) => pure(1, 1),
            0x45..=0xc4 => pure(2, 1),
            0xfc => match reader.unsigned()? {
                0..=7 => pure(1, 1),
                10 | 11 => Self::Write { takes: 3 },
                _ => Self::Other,
            },
            _ => Self::Other,
        })
    }

    /// Whether the next instruction is always the one behind it and has no other before it, and no
    /// other function takes part.
    pub(super) fn goes_on(self) -> bool {
        !matches!(
            self,
            Self::Begin { .. }
                | Self::Else
                | Self::End
                | Self::Branch { .. }
                | Self::Leave
                | Self::Call(_)
                | Self::Trap
                | Self::Other
        )
    }
}

const fn pure(takes: usize, gives: usize) -> Operation {
    Operation::Pure { takes, gives }
}

/// Whether a numeric instruction takes one operand: tests for zero, counts of bits, roots and
/// roundings, conversions.
fn is_of_one(opcode: u8) -> bool {
    matches!(
        opcode,
        0x45 | 0x50 | 0x67..=0x69 | 0x79..=0x7b | 0x8b..=0x91 | 0x99..=0x9f | 0xa7..=0xc4
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operands_are_counted_as_the_specification_says() {
        for (bytes, takes, gives) in [
            (&[0x1b][..], 3, 1),
            (&[0x28, 2, 0], 1, 1),
            (&[0x45], 1, 1),
            (&[0x46], 2, 1),
            (&[0x7c], 2, 1),
            (&[0x79], 1, 1),
            (&[0x99], 1, 1),
            (&[0xa0], 2, 1),
            (&[0xac], 1, 1),
            (&[0xfc, 2], 1, 1),
            (&[0x3f, 0], 0, 1),
        ] {
            assert_eq!(Operation::of(bytes), Ok(pure(takes, gives)), "{bytes:02x?}");
        }
    }

    #[test]
    fn writing_takes_the_address_first() {
        assert_eq!(
            Operation::of(&[0x36, 2, 0]),
            Ok(Operation::Write { takes: 2 })
        );
        let copy = Operation::of(&[0xfc, 10, 0, 0]);
        assert_eq!(copy, Ok(Operation::Write { takes: 3 }));
    }

    #[test]
    fn what_reaches_out_of_the_function_is_not_taken_for_quiet() {
        // memory.grow, call_indirect, table.get, table.grow, memory.init
        for bytes in [
            &[0x40, 0][..],
            &[0x11, 0, 0],
            &[0x25, 0],
            &[0xfc, 15, 0],
            &[0xfc, 8, 0, 0],
        ] {
            assert_eq!(Operation::of(bytes), Ok(Operation::Other), "{bytes:02x?}");
        }
    }
}
