//! Sections of an object file that only the linker reads.

use std::ops::Range;

use super::instructions;
use super::reader::{Reader, unreadable};
use super::{Kind, Module, writer};
use crate::failure::Failure;

impl Module {
    /// What a custom section holds behind its name.
    pub(crate) fn custom(&self, name: &str) -> Result<Option<Vec<u8>>, Failure> {
        for (kind, bytes) in &self.sections {
            if *kind == Kind::Custom as u8 {
                let mut reader = Reader::new(bytes);
                if reader.name()? == name {
                    return Ok(Some(bytes[reader.at()..].to_vec()));
                }
            }
        }
        Ok(None)
    }

    /// Replaces what a custom section holds, where there is one of that name.
    pub(crate) fn set_custom(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        for (kind, old) in &mut self.sections {
            if *kind == Kind::Custom as u8 && Reader::new(old).name()? == name {
                let mut new = Vec::new();
                writer::sized(name.as_bytes(), &mut new)?;
                new.extend_from_slice(bytes);
                *old = new;
            }
        }
        Ok(())
    }

    /// Adds a custom section.
    pub(crate) fn add_custom(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let mut section = Vec::new();
        writer::sized(name.as_bytes(), &mut section)?;
        section.extend_from_slice(bytes);
        self.sections.push((Kind::Custom as u8, section));
        Ok(())
    }

    /// Removes custom sections of a name.
    pub(crate) fn remove_custom(&mut self, name: &str) -> Result<(), Failure> {
        let mut kept = Vec::new();
        for (kind, bytes) in std::mem::take(&mut self.sections) {
            if kind != Kind::Custom as u8 || Reader::new(&bytes).name()? != name {
                kept.push((kind, bytes));
            }
        }
        self.sections = kept;
        Ok(())
    }

    /// Where in the code section the body of each function is.
    pub(crate) fn code_ranges(&self) -> Result<Vec<Range<usize>>, Failure> {
        self.list(Kind::Code, |reader| {
            let length = reader.length()?;
            let start = reader.at();
            reader.take(length)?;
            Ok(start..start + length)
        })
    }

    /// Where in the data section the bytes of each segment are.
    pub(crate) fn data_ranges(&self) -> Result<Vec<Range<usize>>, Failure> {
        self.list(Kind::Data, |reader| {
            if reader.unsigned()? == 0 {
                instructions::one(reader)?;
                reader.byte()?;
            }
            let length = reader.length()?;
            let start = reader.at();
            reader.take(length)?;
            Ok(start..start + length)
        })
    }

    /// Replaces the code section as a whole.
    pub(crate) fn set_code(&mut self, bytes: &[u8]) {
        self.replace(Kind::Code, bytes);
    }

    /// The name and the kind of everything that is imported (0: function, 3: global variable).
    pub(crate) fn imported(&self) -> Result<Vec<(String, u8)>, Failure> {
        self.list(Kind::Imports, |reader| {
            reader.name()?;
            let (name, kind) = (reader.name()?, reader.byte()?);
            match kind {
                0 => drop(reader.unsigned()?),
                1 => {
                    reader.value_type()?;
                    limits(reader)?;
                }
                2 => limits(reader)?,
                3 => drop((reader.value_type()?, reader.byte()?)),
                4 => drop((reader.byte()?, reader.unsigned()?)),
                _ => return Err(unreadable("imports a thing of an unknown kind")),
            }
            Ok((name, kind))
        })
    }
}

fn limits(reader: &mut Reader<'_>) -> Result<(), Failure> {
    let flags = reader.unsigned()?;
    reader.unsigned()?;
    if flags & 1 == 1 {
        reader.unsigned()?;
    }
    Ok(())
}
