//! Where each instruction of a function begins and ends, and what it refers to.
//!
//! Every instruction that rustc writes for browsers is listed with what follows it (WebAssembly
//! core specification, §5.4). One that is not listed stops the build: skipping it by a wrong
//! length would turn the rest of the function into nonsense.

use std::ops::Range;

use super::reader::{Reader, unreadable};
use crate::failure::Failure;

/// What the rest of the squeezing wants to know of an instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// Calls the function, or takes a reference to it (`ref.func`).
    Call(u32),
    Reference(u32),
    /// Reads or writes a local variable.
    Local(u32),
    /// Reads or writes memory; the byte behind the opcode is the alignment to hope for.
    Memory,
    /// A number of 32 bits, perhaps an address.
    Constant(i32),
    Other,
}

/// One instruction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Instruction {
    pub(crate) meaning: Meaning,
    /// Its bytes in the function; the first is the opcode, and the rest what belongs to it.
    pub(crate) place: Range<usize>,
}

/// The instructions from the given place to the end.
pub(crate) fn read(body: &[u8], start: usize) -> Result<Vec<Instruction>, Failure> {
    let mut reader = Reader::from(body, start);
    let mut found = Vec::new();
    while !reader.is_done() {
        let start = reader.at();
        let meaning = one(&mut reader)?;
        let place = start..reader.at();
        found.push(Instruction { meaning, place });
    }
    Ok(found)
}

/// Reads one instruction.
pub(crate) fn one(reader: &mut Reader<'_>) -> Result<Meaning, Failure> {
    let opcode = reader.byte()?;
    match opcode {
        0x10 => return Ok(Meaning::Call(reader.unsigned()?)),
        0xd2 => return Ok(Meaning::Reference(reader.unsigned()?)),
        0x20..=0x22 => return Ok(Meaning::Local(reader.unsigned()?)),
        0x28..=0x3e => {
            let alignment = reader.byte()?;
            reader.unsigned()?;
            // A larger byte would name one of several memories.
            return match alignment {
                0..=4 => Ok(Meaning::Memory),
                _ => Err(unreadable("uses more than one memory")),
            };
        }
        0x41 => return constant(reader.signed()?),
        // Nothing follows: control, parametric, and numeric instructions.
        0x00 | 0x01 | 0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0xd1 | 0x45..=0xc4 => {}
        0x02..=0x04 | 0x42 => drop(reader.signed()?),
        0x0c | 0x0d | 0x23..=0x26 => drop(reader.unsigned()?),
        0x11 => drop((reader.unsigned()?, reader.unsigned()?)),
        0x0e => (0..=reader.length()?).try_for_each(|_| reader.unsigned().map(drop))?,
        0x1c => (0..reader.length()?).try_for_each(|_| reader.value_type().map(drop))?,
        0x3f | 0x40 | 0xd0 => drop(reader.byte()?),
        0x43 => drop(reader.take(4)?),
        0x44 => drop(reader.take(8)?),
        0xfc => prefixed(reader)?,
        _ => {
            return Err(unreadable(format_args!(
                "holds the instruction {opcode:#04x}"
            )));
        }
    }
    Ok(Meaning::Other)
}

fn constant(value: i64) -> Result<Meaning, Failure> {
    i32::try_from(value)
        .map(Meaning::Constant)
        .map_err(|_| unreadable("holds a number of more than 32 bits"))
}

/// Conversions that saturate, and operations on whole ranges of memory and tables.
fn prefixed(reader: &mut Reader<'_>) -> Result<(), Failure> {
    let operands = match reader.unsigned()? {
        0..=7 => 0,
        9 | 11 | 13 | 15..=17 => 1,
        8 | 10 | 12 | 14 => 2,
        code => {
            return Err(unreadable(format_args!(
                "holds the instruction 0xfc {code}"
            )));
        }
    };
    (0..operands).try_for_each(|_| reader.unsigned().map(drop))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meanings(body: &[u8]) -> Vec<Meaning> {
        let found = read(body, 0).unwrap();
        let mut end = 0;
        for instruction in &found {
            assert_eq!(instruction.place.start, end);
            end = instruction.place.end;
        }
        assert_eq!(end, body.len());
        found.into_iter().map(|one| one.meaning).collect()
    }

    #[test]
    fn what_belongs_to_an_instruction_is_no_instruction() {
        // br_table with three targets, f64.const, memory.copy, call, unreachable, end
        let body = [
            &[0x0e, 2, 0x10, 0x10, 0x10][..],
            &[0x44, 0x10, 0, 0, 0, 0, 0, 0, 0x10],
            &[0xfc, 10, 0, 0, 0x10, 0x80, 1, 0x00, 0x0b],
        ]
        .concat();
        let other = Meaning::Other;
        let expected = [other, other, other, Meaning::Call(128), other, other];
        assert_eq!(meanings(&body), expected);
    }

    #[test]
    fn addresses_and_alignments_are_told_apart() {
        let body = [0x41, 0x80, 0x80, 0xc0, 0x00, 0x28, 2, 0x80, 1];
        assert_eq!(
            meanings(&body),
            [Meaning::Constant(1_048_576), Meaning::Memory]
        );
    }

    #[test]
    fn an_instruction_that_is_not_known_stops_the_build() {
        for body in [
            &[0xfd, 0][..],
            &[0x06, 0x40],
            &[0xfc, 99],
            &[0x28, 0x42, 0, 0],
        ] {
            assert!(read(body, 0).is_err(), "{body:?}");
        }
    }
}
