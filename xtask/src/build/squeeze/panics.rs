//! Where a panic came from: the paths of source files in the module's memory, and the records
//! (`core::panic::Location`) of path, line and column that point to them.
//!
//! They are a kilobyte or two of every download, and mean nothing without this build's source. A
//! release says `panicked at ?:0:0` and the message; build with `trunk serve` to learn the place.
//!
//! Nothing is guessed. A record is four words in the memory of which the first two cover, exactly,
//! a text that has the form of a path and ends in `.rs`. Records stay where they are, so whoever
//! points to one reads one; and only where the next instructions are a call and the statement that
//! it never returns, does the code point to the first record instead of its own.

use std::collections::BTreeSet;

use super::module::instructions::{Instruction, Meaning};
use super::module::{Module, Segment, writer};
use crate::failure::Failure;

/// The bytes of a record: address and length of the path, line, column.
const RECORD: usize = 16;
/// No source file has more lines, and no line more columns.
const MOST: u32 = 100_000;
/// Paths are longer than `a.rs` and shorter than this.
const LONGEST: u32 = 300;

/// A record and the path it points to, by their places in the memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Record {
    address: u32,
    path: u32,
    length: u32,
}

/// Makes all places of panics the same unknown one.
pub(super) fn without_places(module: &mut Module) -> Result<(), Failure> {
    let mut segments = module.segments()?;
    let records: Vec<Record> = segments
        .iter()
        .flat_map(|segment| records_in(segment, &segments))
        .collect();
    let Some(first) = records.first().copied() else {
        return Ok(());
    };
    for record in &records {
        fill(&mut segments, record.path, &vec![0; width(record.length)]);
    }
    fill(&mut segments, first.path, b"?");
    for record in &records {
        let words = [first.path, 1, 0, 0].map(u32::to_le_bytes);
        fill(&mut segments, record.address, &words.concat());
    }
    module.set_segments(&segments)?;
    let addresses = records.iter().map(|record| record.address.cast_signed());
    point_to_one(module, &addresses.collect())
}

/// The records of a segment, which begin at addresses that four divides.
fn records_in(segment: &Segment, all: &[Segment]) -> Vec<Record> {
    let skipped = (4 - width(segment.address) % 4) % 4;
    let mut found = Vec::new();
    for at in (skipped..segment.bytes.len()).step_by(4) {
        let Some((words, _)) = segment.bytes[at..].split_first_chunk::<RECORD>() else {
            break;
        };
        let [path, length, line, column] = words_of(words);
        let address = segment.address + u32::try_from(at).unwrap_or(u32::MAX);
        let counts = (1..MOST).contains(&line) && (1..MOST).contains(&column);
        if counts && is_path(all, path, length) {
            found.push(Record {
                address,
                path,
                length,
            });
        }
    }
    found
}

fn words_of(bytes: &[u8; RECORD]) -> [u32; 4] {
    let word = |at: usize| [0, 1, 2, 3].map(|byte| bytes[4 * at + byte]);
    [0, 1, 2, 3].map(|at| u32::from_le_bytes(word(at)))
}

/// Whether a path to a source file, and nothing else, stands there.
fn is_path(segments: &[Segment], address: u32, length: u32) -> bool {
    let known = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-+~@".contains(byte);
    (4..LONGEST).contains(&length)
        && segments.iter().any(|segment| {
            place(segment, address)
                .and_then(|start| segment.bytes.get(start..start + width(length)))
                .is_some_and(|text| text.ends_with(b".rs") && text.iter().all(known))
        })
}

/// Where an address is in the bytes of a segment.
fn place(segment: &Segment, address: u32) -> Option<usize> {
    let start = width(address.checked_sub(segment.address)?);
    (start < segment.bytes.len()).then_some(start)
}

fn fill(segments: &mut [Segment], address: u32, bytes: &[u8]) {
    for segment in segments {
        if let Some(start) = place(segment, address) {
            segment.bytes[start..start + bytes.len()].copy_from_slice(bytes);
        }
    }
}

/// A number of 32 bits as a length; no machine that builds has fewer bits.
fn width(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Lets every call that never returns tell of the first record, which is like all others now.
fn point_to_one(module: &mut Module, records: &BTreeSet<i32>) -> Result<(), Failure> {
    let Some(first) = records.first().copied() else {
        return Ok(());
    };
    let mut functions = module.functions()?;
    for function in &mut functions {
        for steps in function.instructions()?.windows(3) {
            if let Some(address) = told_before_the_end(steps).filter(|told| records.contains(told))
            {
                let operand = steps[0].place.start + 1..steps[0].place.end;
                if writer::signed_width(first) <= operand.len() && address != first {
                    let bytes = writer::signed_in(first, operand.len());
                    function.body[operand].copy_from_slice(&bytes);
                }
            }
        }
    }
    module.set_functions(&functions)
}

/// The number given last to a function that never returns.
fn told_before_the_end(steps: &[Instruction]) -> Option<i32> {
    match steps {
        [told, call, end] => match (told.meaning, call.meaning, end.meaning) {
            (Meaning::Constant(told), Meaning::Call(_), Meaning::Unreachable) => Some(told),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::module::example::{self, MEMORY, RECORDS};
    use super::*;

    fn changed() -> (Segment, Vec<i32>) {
        let mut module = example::module();
        without_places(&mut module).unwrap();
        let function = module.functions().unwrap().swap_remove(1);
        let constants = function.instructions().unwrap().into_iter();
        let constants = constants.filter_map(|one| match one.meaning {
            Meaning::Constant(number) if number > 0 => Some(number),
            _ => None,
        });
        let segment = module.segments().unwrap().swap_remove(0);
        (segment, constants.collect())
    }

    #[test]
    fn every_record_tells_of_the_same_unknown_place() {
        let (segment, _) = changed();
        assert_eq!(&segment.bytes[..12], b"?\0\0\0\0\0\0\0\0\0\0\0");
        for address in RECORDS {
            let start = width(address - MEMORY);
            let words = segment.bytes[start..].first_chunk().unwrap();
            assert_eq!(words_of(words), [MEMORY, 1, 0, 0]);
        }
    }

    #[test]
    fn four_words_that_cover_another_text_are_no_record() {
        let (segment, _) = changed();
        let words = segment.bytes[44..].first_chunk().unwrap();
        assert_eq!(words_of(words), [MEMORY, 9, 1, 1]);
    }

    #[test]
    fn only_a_call_that_never_returns_is_pointed_elsewhere() {
        let (_, constants) = changed();
        assert_eq!(constants, [RECORDS[1], RECORDS[0]].map(u32::cast_signed));
    }

    #[test]
    fn a_text_is_a_path_only_as_a_whole() {
        let memory = |text: &str| {
            vec![Segment {
                address: 4,
                bytes: text.as_bytes().to_vec(),
            }]
        };
        assert!(is_path(&memory("src/a.rs"), 4, 8));
        assert!(!is_path(&memory("src/a.rs"), 4, 9));
        assert!(!is_path(&memory("see a.rs"), 4, 8));
        assert!(!is_path(&memory("src/a.rs"), 4, 7));
        assert!(!is_path(&memory("src/a.rs"), 0, 8));
    }
}
