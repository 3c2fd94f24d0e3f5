//! The numbers of local variables: the most used first.
//!
//! Which number a variable has means nothing as long as variables of one type stand together.
//! Counting them by use makes small numbers frequent, and functions that do the same look alike.
//! Parameters keep their places; variables that nothing uses go.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::module::instructions::{Instruction, Meaning};
use super::module::reader::{Reader, unreadable};
use super::module::{Function, Module, writer};
use crate::failure::Failure;

/// Renumbers the variables of every function.
pub(super) fn renumber(module: &mut Module) -> Result<(), Failure> {
    let parameters = module.parameter_counts()?;
    let mut functions = module.functions()?;
    for function in &mut functions {
        let signature = usize::try_from(function.signature).ok();
        let first = signature.and_then(|place| parameters.get(place));
        let first = first.ok_or_else(|| unreadable("has a function of no known type"))?;
        function.body = renumbered(function, *first)?;
    }
    module.set_functions(&functions)
}

fn renumbered(function: &Function, first: u32) -> Result<Vec<u8>, Failure> {
    let instructions = function.instructions()?;
    let order = by_use(&variables(function, first)?, &instructions);
    let numbers: HashMap<u32, u32> = order
        .iter()
        .map(|variable| variable.number)
        .zip(first..)
        .collect();
    let mut out = Vec::with_capacity(function.body.len());
    declare(&order, &mut out)?;
    for Instruction { meaning, place } in instructions {
        match meaning {
            Meaning::Local(old) => {
                out.push(function.body[place.start]);
                writer::unsigned(numbers.get(&old).copied().unwrap_or(old), &mut out);
            }
            _ => out.extend_from_slice(&function.body[place]),
        }
    }
    Ok(out)
}

/// A variable that is no parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Variable {
    number: u32,
    kind: u8,
}

/// The variables as they are declared: how many, and of which type, again and again.
fn variables(function: &Function, first: u32) -> Result<Vec<Variable>, Failure> {
    let mut reader = Reader::new(&function.body);
    let mut found = Vec::new();
    let mut number = first;
    for _ in 0..reader.length()? {
        let (count, kind) = (reader.unsigned()?, reader.value_type()?);
        let end = number.checked_add(count).filter(|end| end - first < 50_000);
        let end = end.ok_or_else(|| unreadable("has more variables than browsers allow"))?;
        found.extend((number..end).map(|number| Variable { number, kind }));
        number = end;
    }
    Ok(found)
}

/// The variables that are used, by type and then by use.
fn by_use(variables: &[Variable], instructions: &[Instruction]) -> Vec<Variable> {
    let mut uses: HashMap<u32, usize> = HashMap::new();
    for instruction in instructions {
        if let Meaning::Local(number) = instruction.meaning {
            *uses.entry(number).or_default() += 1;
        }
    }
    let mut kept: Vec<Variable> = variables
        .iter()
        .filter(|variable| uses.contains_key(&variable.number))
        .copied()
        .collect();
    kept.sort_by_key(|variable| {
        let count = uses.get(&variable.number).copied();
        (Reverse(variable.kind), Reverse(count), variable.number)
    });
    kept
}

/// Writes how many variables there are of each type.
fn declare(order: &[Variable], out: &mut Vec<u8>) -> Result<(), Failure> {
    let groups: Vec<&[Variable]> = order.chunk_by(|one, next| one.kind == next.kind).collect();
    writer::length(groups.len(), out)?;
    for group in groups {
        writer::length(group.len(), out)?;
        out.push(group[0].kind);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &[u8], expected: &[u8]) {
        let function = Function {
            signature: 0,
            body: body.to_vec(),
        };
        assert_eq!(renumbered(&function, 1).unwrap(), expected);
    }

    /// `i32` and `i64` as the types of variables.
    const I32: u8 = 0x7f;
    const I64: u8 = 0x7e;

    #[test]
    fn the_most_used_variable_comes_first() {
        // Variables 1 and 2 beside parameter 0: get 1, set 2, tee 2.
        check(
            &[1, 2, I32, 0x20, 1, 0x21, 2, 0x22, 2, 0x20, 0, 0x0b],
            &[1, 2, I32, 0x20, 2, 0x21, 1, 0x22, 1, 0x20, 0, 0x0b],
        );
    }

    #[test]
    fn types_stay_together_and_unused_variables_go() {
        check(
            &[3, 1, I64, 1, I32, 2, I64, 0x20, 1, 0x20, 2, 0x20, 4, 0x0b],
            &[2, 1, I32, 2, I64, 0x20, 2, 0x20, 1, 0x20, 3, 0x0b],
        );
    }

    #[test]
    fn a_function_without_variables_stays_as_it_is() {
        check(&[0, 0x20, 0, 0x10, 1, 0x0b], &[0, 0x20, 0, 0x10, 1, 0x0b]);
    }
}
