//! A WebAssembly module, as far as it must be understood to be written shorter (WebAssembly core
//! specification, §5.5). What is not touched keeps its bytes.

mod custom;
mod functions;
pub(crate) mod instructions;
mod interface;
pub(crate) mod reader;
mod renumber;
mod table;
pub(crate) mod writer;

#[cfg(test)]
pub(crate) mod example;

pub(crate) use functions::{Function, instructions_of};
pub(crate) use interface::{Export, Import};
pub(crate) use table::Row;

use crate::failure::Failure;
use reader::{Reader, unreadable};

/// The magic number and the version every module begins with.
const PREAMBLE: &[u8] = b"\0asm\x01\0\0\0";

/// What a section holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Custom = 0,
    Types = 1,
    Imports = 2,
    Functions = 3,
    Globals = 6,
    Exports = 7,
    Start = 8,
    Elements = 9,
    Code = 10,
    Data = 11,
}

/// A module, section by section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Module {
    sections: Vec<(u8, Vec<u8>)>,
}

impl Module {
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Failure> {
        if !bytes.starts_with(PREAMBLE) {
            return Err(unreadable("is no WebAssembly of version 1"));
        }
        let mut reader = Reader::from(bytes, PREAMBLE.len());
        let mut sections = Vec::new();
        while !reader.is_done() {
            sections.push((reader.byte()?, reader.sized()?.to_vec()));
        }
        Ok(Self { sections })
    }

    pub(crate) fn write(&self) -> Result<Vec<u8>, Failure> {
        let mut out = PREAMBLE.to_vec();
        for (kind, bytes) in &self.sections {
            out.push(*kind);
            writer::sized(bytes, &mut out)?;
        }
        Ok(out)
    }

    /// Drops what is only for tools: names of functions, and who made the module with what.
    pub(crate) fn without_custom_sections(&mut self) {
        self.sections.retain(|(id, _)| *id != Kind::Custom as u8);
    }

    /// The bytes of a section; none, when the module does without it.
    fn section(&self, kind: Kind) -> &[u8] {
        let found = self.sections.iter().find(|(id, _)| *id == kind as u8);
        found.map_or(&[], |(_, bytes)| bytes)
    }

    /// Replaces the bytes of a section that is there.
    fn replace(&mut self, kind: Kind, bytes: &[u8]) {
        for (id, old) in &mut self.sections {
            if *id == kind as u8 {
                *old = bytes.to_vec();
            }
        }
    }

    /// What a section lists behind the number of its entries.
    fn list<T>(
        &self,
        kind: Kind,
        entry: impl Fn(&mut Reader<'_>) -> Result<T, Failure>,
    ) -> Result<Vec<T>, Failure> {
        let bytes = self.section(kind);
        let mut reader = Reader::new(bytes);
        if bytes.is_empty() {
            return Ok(Vec::new());
        }
        let count = reader.length()?;
        let entries: Result<Vec<T>, Failure> = (0..count).map(|_| entry(&mut reader)).collect();
        if !reader.is_done() {
            return Err(unreadable("says more in a section than its entries"));
        }
        entries
    }

    /// Writes a section anew, entry by entry.
    fn write_list<T>(
        &mut self,
        kind: Kind,
        entries: &[T],
        write: impl Fn(&T, &mut Vec<u8>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let mut out = Vec::new();
        writer::length(entries.len(), &mut out)?;
        for entry in entries {
            write(entry, &mut out)?;
        }
        self.replace(kind, &out);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::example;
    use super::*;

    #[test]
    fn an_untouched_module_keeps_every_byte() {
        let bytes = example::bytes();
        assert_eq!(Module::read(&bytes).unwrap().write().unwrap(), bytes);
    }

    #[test]
    fn names_for_tools_go_and_nothing_else_does() {
        let mut named = example::bytes();
        named.extend_from_slice(b"\0\x06\x04name!");
        let mut module = Module::read(&named).unwrap();
        module.without_custom_sections();
        assert_eq!(module.write().unwrap(), example::bytes());
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(Module::read(b"\0asm\x0d\0\x01\0").is_err());
        assert!(Module::read(b"\0asm\x01\0\0\0\x01\x05\0").is_err());
    }
}
