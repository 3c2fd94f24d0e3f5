//! The alignment that each access to memory hopes for.
//!
//! It is a hint without meaning (WebAssembly core specification, §4.4.7: "alignment does not affect
//! execution"), and browsers do not use it. With the same hint everywhere, accesses that differed
//! in nothing else become the same bytes, which is worth over one percent of the download.

use super::module::Module;
use super::module::instructions::Meaning;
use crate::failure::Failure;

/// Hopes for nothing.
const NONE: u8 = 0;

/// Writes the same hint everywhere.
pub(super) fn without_alignment(module: &mut Module) -> Result<(), Failure> {
    let mut functions = module.functions()?;
    for function in &mut functions {
        for instruction in function.instructions()? {
            if instruction.meaning == Meaning::Memory {
                function.body[instruction.place.start + 1] = NONE;
            }
        }
    }
    module.set_functions(&functions)
}

#[cfg(test)]
mod tests {
    use super::super::module::example;
    use super::*;

    #[test]
    fn only_the_hint_of_an_access_changes() {
        let mut module = example::module();
        without_alignment(&mut module).unwrap();
        let (before, after) = (example::bytes(), module.write().unwrap());
        let changed: Vec<_> = before
            .iter()
            .zip(&after)
            .filter(|(old, new)| old != new)
            .collect();
        assert_eq!(changed, [(&2, &NONE)]);
        assert_eq!(before.len(), after.len());
    }
}
