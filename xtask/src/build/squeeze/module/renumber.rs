//! Giving functions other numbers, everywhere they are called, listed or offered.

use super::instructions::{self, Meaning};
use super::reader::unreadable;
use super::{Function, Kind, Module, writer};
use crate::failure::Failure;

impl Module {
    /// Replaces the functions of the module; `numbers` holds the new number of each old one, the
    /// imported ones first, and the functions given here still speak of the old ones.
    pub(crate) fn renumber(
        &mut self,
        mut functions: Vec<Function>,
        numbers: &[u32],
    ) -> Result<(), Failure> {
        self.refuse_other_mentions()?;
        for function in &mut functions {
            function.body = renumbered_body(function, numbers)?;
        }
        self.set_functions(&functions)?;
        let mut exports = self.exports()?;
        for export in exports.iter_mut().filter(|export| export.kind == 0) {
            export.index = number(numbers, export.index)?;
        }
        self.set_exports(&exports)?;
        self.renumber_table(numbers)
    }

    /// The table keeps its order: pointers to functions are places in it.
    fn renumber_table(&mut self, numbers: &[u32]) -> Result<(), Failure> {
        let mut rows = self.table()?;
        for function in rows.iter_mut().flat_map(|row| &mut row.functions) {
            *function = number(numbers, *function)?;
        }
        self.set_table(&rows)
    }

    /// Functions are mentioned nowhere else, or the build stops.
    fn refuse_other_mentions(&self) -> Result<(), Failure> {
        if !self.section(Kind::Start).is_empty() {
            return Err(unreadable("starts without being asked to"));
        }
        self.list(Kind::Globals, |reader| {
            reader.take(2)?;
            let value = instructions::one(reader)?;
            if matches!(value, Meaning::Reference(_)) || reader.byte()? != 0x0b {
                return Err(unreadable("has a global that is no plain number"));
            }
            Ok(())
        })?;
        Ok(())
    }
}

fn renumbered_body(function: &Function, numbers: &[u32]) -> Result<Vec<u8>, Failure> {
    let mut out = Vec::with_capacity(function.body.len());
    let mut copied = 0;
    for instruction in function.instructions()? {
        if let Meaning::Call(old) | Meaning::Reference(old) = instruction.meaning {
            let operand = instruction.place.start + 1;
            out.extend_from_slice(&function.body[copied..operand]);
            writer::unsigned(number(numbers, old)?, &mut out);
            copied = instruction.place.end;
        }
    }
    out.extend_from_slice(&function.body[copied..]);
    Ok(out)
}

fn number(numbers: &[u32], old: u32) -> Result<u32, Failure> {
    let place = usize::try_from(old).ok();
    place
        .and_then(|place| numbers.get(place).copied())
        .ok_or_else(|| unreadable(format_args!("calls function {old}, which it does not have")))
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;

    #[test]
    fn the_same_numbers_change_nothing() {
        let mut module = example::module();
        let functions = module.functions().unwrap();
        module.renumber(functions, &[0, 1, 2, 3, 4]).unwrap();
        assert_eq!(module, example::module());
    }

    #[test]
    fn calls_the_table_and_the_offers_follow_their_function() {
        let mut module = example::module();
        let mut functions = module.functions().unwrap();
        functions.swap(0, 2);
        module.renumber(functions, &[1, 0, 4, 3, 2]).unwrap();
        let calls = |function: &Function| {
            let all = function.instructions().unwrap();
            all.into_iter().find_map(|one| match one.meaning {
                Meaning::Call(number) => Some(number),
                _ => None,
            })
        };
        let functions = module.functions().unwrap();
        let found: Vec<_> = functions.iter().map(calls).collect();
        assert_eq!(found, [Some(1), Some(4), Some(1)]);
        assert_eq!(module.exports().unwrap()[0].index, 3);
        assert_eq!(
            module.section(Kind::Elements),
            [1, 0, 0x41, 1, 0x0b, 2, 4, 2]
        );
    }

    #[test]
    fn a_call_of_nothing_is_refused() {
        let mut module = example::module();
        let functions = module.functions().unwrap();
        assert!(module.renumber(functions, &[0, 1]).is_err());
    }
}
