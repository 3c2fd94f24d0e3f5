//! The places of an object file that the linker fills in (the tool conventions' `Linking.md`,
//! "Relocation Sections").

use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

use super::symbols::{Symbols, What};
use crate::build::squeeze::module::reader::{Reader, unreadable};
use crate::build::squeeze::module::{Module, writer};
use crate::failure::Failure;

/// The kind of place that is for a type, and has no symbol.
const TYPE: u8 = 6;

/// A place that the linker fills in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// Where it is in what holds it: a function, a part of the memory, or a section.
    pub(super) at: usize,
    kind: u8,
    /// The rest of the entry, as it was.
    rest: Vec<u8>,
}

/// Something that code or memory speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) what: What,
    /// Whether it is a function that is pointed to, not called.
    pub(super) is_pointer: bool,
}

impl Place {
    /// The same, elsewhere.
    pub(super) fn moved_to(&self, at: usize) -> Self {
        Self { at, ..self.clone() }
    }

    /// What is to be filled in, unless it is a type.
    pub(super) fn mention(&self, symbols: &Symbols) -> Result<Option<Mention>, Failure> {
        if self.kind == TYPE {
            return Ok(None);
        }
        Ok(Some(Mention {
            what: symbols.get(Reader::new(&self.rest).unsigned()?),
            is_pointer: matches!(self.kind, 1 | 2 | 12 | 18 | 19 | 24),
        }))
    }
}

/// The places in one section of a module.
#[derive(Debug)]
pub(super) struct Places {
    /// The number of that section.
    section: u32,
    list: Peekable<IntoIter<Place>>,
}

impl Places {
    /// Those that a section such as `reloc.CODE` lists.
    pub(super) fn of(module: &Module, name: &str) -> Result<Self, Failure> {
        let bytes = module.custom(name)?.unwrap_or_else(|| vec![0, 0]);
        let mut reader = Reader::new(&bytes);
        let section = reader.unsigned()?;
        let mut list = Vec::new();
        for _ in 0..reader.length()? {
            let (kind, at) = (reader.byte()?, reader.length()?);
            let start = reader.at();
            reader.unsigned()?;
            match kind {
                0..=2 | TYPE | 7 | 10 | 12 | 13 | 18..=20 | 24 | 26 => {}
                // With a number to add.
                3..=5 | 8 | 9 | 11 | 14..=17 | 21..=23 | 25 => drop(reader.signed()?),
                _ => {
                    return Err(unreadable(format_args!(
                        "has a place of kind {kind} to fill"
                    )));
                }
            }
            let rest = bytes[start..reader.at()].to_vec();
            list.push(Place { at, kind, rest });
        }
        list.sort_by_key(|place| place.at);
        let list = list.into_iter().peekable();
        Ok(Self { section, list })
    }

    /// Takes those up to the end of a range, counted from its beginning.
    pub(super) fn within(&mut self, range: &Range<usize>) -> Result<Vec<Place>, Failure> {
        let mut found = Vec::new();
        while let Some(mut place) = self.list.next_if(|place| place.at < range.end) {
            let at = place.at.checked_sub(range.start);
            place.at = at.ok_or_else(|| unreadable("is to be filled in between its parts"))?;
            found.push(place);
        }
        Ok(found)
    }

    /// The list for places that are elsewhere now: pairs of one and what it is counted from.
    pub(super) fn list<'a>(
        &self,
        places: impl Iterator<Item = (&'a Place, usize)>,
    ) -> Result<Vec<u8>, Failure> {
        let (mut count, mut entries) = (0, Vec::new());
        for (place, start) in places {
            entries.push(place.kind);
            writer::length(start + place.at, &mut entries)?;
            entries.extend_from_slice(&place.rest);
            count += 1;
        }
        let mut out = Vec::new();
        writer::unsigned(self.section, &mut out);
        writer::length(count, &mut out)?;
        out.extend_from_slice(&entries);
        Ok(out)
    }
}
