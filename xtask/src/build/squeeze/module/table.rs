//! The table of functions that pointers are places in.

use std::collections::{HashMap, HashSet};

use super::instructions::{self, Meaning};
use super::reader::{Reader, unreadable};
use super::{Kind, Module, writer};
use crate::failure::Failure;

/// The section that says which places of the table will be lost.
const LOST: &str = "lost-places";
/// The section with names for tools, and its part with the names of functions.
const NAMES: &str = "name";
const OF_FUNCTIONS: u8 = 1;

/// The number that says: into the table that calls by pointer go through, at a place that an
/// expression gives.
const ACTIVE: u32 = 0;
/// `i32.const`, and the end of an expression.
const CONSTANT: u8 = 0x41;
const END: u8 = 0x0b;

/// Functions that stand side by side in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// The place of the first.
    pub(crate) place: u32,
    pub(crate) functions: Vec<u32>,
}

impl Module {
    /// What the table holds when the module starts.
    pub(crate) fn table(&self) -> Result<Vec<Row>, Failure> {
        self.list(Kind::Elements, |reader| {
            if reader.unsigned()? != ACTIVE {
                return Err(unreadable("fills its tables in a way of its own"));
            }
            let Meaning::Constant(place) = instructions::one(reader)? else {
                return Err(unreadable("fills a table at a place that is no number"));
            };
            if reader.byte()? != END {
                return Err(unreadable("fills a table at a place that is computed"));
            }
            let count = reader.length()?;
            Ok(Row {
                place: place.cast_unsigned(),
                functions: (0..count)
                    .map(|_| reader.unsigned())
                    .collect::<Result<_, _>>()?,
            })
        })
    }

    pub(crate) fn set_table(&mut self, rows: &[Row]) -> Result<(), Failure> {
        self.write_list(Kind::Elements, rows, |row, out| {
            writer::unsigned(ACTIVE, out);
            out.push(CONSTANT);
            writer::signed(row.place.cast_signed(), out);
            out.push(END);
            writer::length(row.functions.len(), out)?;
            for function in &row.functions {
                writer::unsigned(*function, out);
            }
            Ok(())
        })
    }

    /// Notes in which places of the table there are functions of these names, and drops all names.
    pub(crate) fn note_lost(&mut self, lost: &HashSet<String>) -> Result<(), Failure> {
        let names = self.function_names()?;
        let mut places = Vec::new();
        for row in self.table()? {
            for (place, function) in (row.place..).zip(&row.functions) {
                if names.get(function).is_some_and(|name| lost.contains(name)) {
                    places.push(place);
                }
            }
        }
        let mut note = Vec::new();
        writer::length(places.len(), &mut note)?;
        for place in places {
            writer::unsigned(place, &mut note);
        }
        self.remove_custom(NAMES)?;
        self.add_custom(LOST, &note)
    }

    /// The places of the table that were noted.
    pub(crate) fn lost_places(&self) -> Result<HashSet<u32>, Failure> {
        let Some(note) = self.custom(LOST)? else {
            return Ok(HashSet::new());
        };
        let mut reader = Reader::new(&note);
        (0..reader.length()?).map(|_| reader.unsigned()).collect()
    }

    fn function_names(&self) -> Result<HashMap<u32, String>, Failure> {
        let bytes = self.custom(NAMES)?.unwrap_or_default();
        let mut reader = Reader::new(&bytes);
        let mut names = HashMap::new();
        while !reader.is_done() {
            let (kind, part) = (reader.byte()?, reader.sized()?);
            if kind == OF_FUNCTIONS {
                let mut reader = Reader::new(part);
                for _ in 0..reader.length()? {
                    names.insert(reader.unsigned()?, reader.name()?);
                }
            }
        }
        Ok(names)
    }
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;

    fn named() -> Module {
        let mut module = example::module();
        // The table holds functions 2 and 4 from place 1 on.
        let names = [1, 9, 2, 2, 2, b'k', b't', 4, 2, b'g', b'o'];
        module.add_custom(NAMES, &names).unwrap();
        module
    }

    #[test]
    fn a_table_that_is_written_back_is_the_same_bytes() {
        let mut module = example::module();
        let rows = module.table().unwrap();
        let functions = vec![2, 4];
        assert_eq!(
            rows,
            [Row {
                place: 1,
                functions
            }]
        );
        module.set_table(&rows).unwrap();
        assert_eq!(module, example::module());
    }

    #[test]
    fn places_of_names_are_noted_and_the_names_go() {
        let mut module = named();
        module.note_lost(&HashSet::from(["go".to_owned()])).unwrap();
        assert_eq!(module.lost_places().unwrap(), HashSet::from([2]));
        assert_eq!(module.custom(NAMES), Ok(None));
    }

    #[test]
    fn a_module_without_a_note_loses_nothing() {
        assert!(named().lost_places().unwrap().is_empty());
    }
}
