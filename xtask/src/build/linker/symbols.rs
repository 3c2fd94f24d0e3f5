//! The names in an object file (the tool conventions' `Linking.md`, "Symbol Table Subsection").

use std::collections::HashMap;

use crate::build::squeeze::module::Module;
use crate::build::squeeze::module::reader::{Reader, unreadable};
use crate::failure::Failure;

/// The section that holds them.
const LINKING: &str = "linking";
/// The part of the section that lists them.
const LIST: u8 = 8;
/// The one version of the section that there is.
const VERSION: u32 = 2;

/// Flags of a symbol: whether only this object may speak of it, whether it is defined elsewhere,
/// and whether it has a name all the same.
const BINDING: u32 = 3;
const LOCAL: u32 = 2;
const UNDEFINED: u32 = 0x10;
const NAMED: u32 = 0x40;

/// What a symbol is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum What {
    Function(u32),
    /// A part of the memory.
    Memory(u32),
    Other,
}

/// All symbols of an object.
#[derive(Debug, Default)]
pub(super) struct Symbols {
    /// What they are, in their order.
    pub(super) list: Vec<What>,
    /// The names of the functions that the object defines.
    pub(super) names: HashMap<u32, String>,
    /// What others may speak of.
    pub(super) offered: Vec<What>,
}

impl Symbols {
    pub(super) fn of(module: &Module) -> Result<Self, Failure> {
        let mut symbols = Self::default();
        let Some(bytes) = module.custom(LINKING)? else {
            return Err(unreadable("names nothing, so it is no object file"));
        };
        let mut reader = Reader::new(&bytes);
        if reader.unsigned()? != VERSION {
            return Err(unreadable("is to be linked in a way of its own"));
        }
        while !reader.is_done() {
            let (kind, part) = (reader.byte()?, reader.sized()?);
            if kind == LIST {
                let mut reader = Reader::new(part);
                for _ in 0..reader.length()? {
                    symbols.read_one(&mut reader)?;
                }
            }
        }
        Ok(symbols)
    }

    fn read_one(&mut self, reader: &mut Reader<'_>) -> Result<(), Failure> {
        let (kind, flags) = (reader.byte()?, reader.unsigned()?);
        let is_defined = flags & UNDEFINED == 0;
        let is_named = is_defined || flags & NAMED != 0;
        let what = match kind {
            // Functions; then global variables, tags and tables, which nothing here asks for.
            0 => {
                let number = reader.unsigned()?;
                let name = is_named.then(|| reader.name()).transpose()?;
                self.names
                    .extend(name.filter(|_| is_defined).map(|name| (number, name)));
                What::Function(number)
            }
            2 | 4 | 5 => {
                reader.unsigned()?;
                is_named.then(|| reader.name()).transpose()?;
                What::Other
            }
            1 => {
                reader.name()?;
                if is_defined {
                    let part = reader.unsigned()?;
                    (0..2).try_for_each(|_| reader.unsigned().map(drop))?;
                    What::Memory(part)
                } else {
                    What::Other
                }
            }
            3 => reader.unsigned().map(|_| What::Other)?,
            _ => return Err(unreadable(format_args!("has a symbol of kind {kind}"))),
        };
        self.list.push(what);
        if is_defined && flags & BINDING != LOCAL {
            self.offered.push(what);
        }
        Ok(())
    }

    /// What is behind a number in the list.
    pub(super) fn get(&self, number: u32) -> What {
        let found = usize::try_from(number)
            .ok()
            .and_then(|place| self.list.get(place));
        found.copied().unwrap_or(What::Other)
    }
}
