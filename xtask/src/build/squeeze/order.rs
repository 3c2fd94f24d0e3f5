//! The order of the functions.
//!
//! A packer finds what it has seen before more easily when it was just before, so functions that
//! take the same and begin the same stand together. Functions that are the same in every byte
//! become one; pointers to them stay different, because a pointer is a place in a table.

use super::module::reader::unreadable;
use super::module::{Function, Module};
use crate::failure::Failure;

/// Puts alike functions side by side, and merges equal ones until none are left: two that differed
/// only in which of two equal functions they call are equal in the next round.
pub(super) fn alike_together(module: &mut Module) -> Result<(), Failure> {
    let imports = module.imports()?.len();
    loop {
        let functions = module.functions()?;
        let before = functions.len();
        let (kept, numbers) = arranged(functions, imports)?;
        let after = kept.len();
        module.renumber(kept, &numbers)?;
        if after == before {
            return Ok(());
        }
    }
}

/// The functions in their new order, and the new number of every old one.
fn arranged(
    functions: Vec<Function>,
    imports: usize,
) -> Result<(Vec<Function>, Vec<u32>), Failure> {
    let number = |at: usize| u32::try_from(at).map_err(|_| unreadable("holds more than fits"));
    let mut numbers: Vec<u32> = (0..imports).map(number).collect::<Result<_, _>>()?;
    numbers.resize(imports + functions.len(), 0);
    let mut sorted: Vec<(Function, usize)> = functions.into_iter().zip(imports..).collect();
    sorted.sort();
    let mut kept: Vec<Function> = Vec::with_capacity(sorted.len());
    for (function, old) in sorted {
        if kept.last() != Some(&function) {
            kept.push(function);
        }
        numbers[old] = number(imports + kept.len() - 1)?;
    }
    Ok((kept, numbers))
}

#[cfg(test)]
mod tests {
    use super::super::module::example;
    use super::*;

    fn function(signature: u32, body: &[u8]) -> Function {
        Function {
            signature,
            body: body.to_vec(),
        }
    }

    #[test]
    fn alike_functions_stand_together_and_equal_ones_become_one() {
        let functions = [(1, 5), (0, 7), (1, 3), (0, 7)].map(|(kind, one)| function(kind, &[one]));
        let (kept, numbers) = arranged(functions.to_vec(), 2).unwrap();
        let expected = [(0, 7), (1, 3), (1, 5)].map(|(kind, one)| function(kind, &[one]));
        assert_eq!(kept, expected);
        assert_eq!(numbers, [0, 1, 4, 2, 3, 2]);
    }

    #[test]
    fn merging_goes_on_until_nothing_is_equal() {
        let mut module = example::module();
        let mut functions = module.functions().unwrap();
        // Calls the second of the two equal functions; its twin calls the first.
        for callee in [2, 4] {
            functions.push(function(0, &[0, 0x10, callee, 0x0b]));
        }
        module.set_functions(&functions).unwrap();
        alike_together(&mut module).unwrap();
        assert_eq!(module.functions().unwrap().len(), 3);
    }
}
