//! What can still be reached.
//!
//! The linker noted which places of the table nobody points to once wasm-bindgen has read and
//! dropped the descriptions of closures. They get the function of their neighbour; then all goes
//! that nobody calls, points to or takes from outside, imports too.

use std::collections::HashSet;

use super::module::instructions::Meaning;
use super::module::reader::unreadable;
use super::module::{Function, Import, Module, Row};
use crate::failure::Failure;

/// Drops what cannot be reached.
pub(super) fn only(module: &mut Module) -> Result<(), Failure> {
    let lost = module.lost_places()?;
    let mut rows = module.table()?;
    for row in &mut rows {
        fill(row, &lost);
    }
    module.set_table(&rows)?;
    keep(module, &reached(module)?)
}

/// Puts the function before it into each place that is lost; into the first ones, the first that
/// is not.
fn fill(row: &mut Row, lost: &HashSet<u32>) {
    let is_lost = |place: &usize| {
        let place = u32::try_from(*place).map(|place| row.place.saturating_add(place));
        place.is_ok_and(|place| lost.contains(&place))
    };
    let places: Vec<usize> = (0..row.functions.len()).filter(is_lost).collect();
    let mut kept = (0..row.functions.len()).filter(|place| !places.contains(place));
    let Some(first) = kept.next().map(|place| row.functions[place]) else {
        return;
    };
    for place in places {
        row.functions[place] = match place.checked_sub(1) {
            Some(before) => row.functions[before],
            None => first,
        };
    }
}

/// The numbers of all functions that can be reached.
fn reached(module: &Module) -> Result<HashSet<u32>, Failure> {
    let imported = module.imports()?.len();
    let functions = module.functions()?;
    let offered = module
        .exports()?
        .into_iter()
        .filter(|export| export.kind == 0);
    let mut next: Vec<u32> = offered.map(|export| export.index).collect();
    next.extend(module.table()?.iter().flat_map(|row| &row.functions));
    let mut reached = HashSet::new();
    while let Some(number) = next.pop() {
        let place = usize::try_from(number)
            .ok()
            .and_then(|number| number.checked_sub(imported));
        if reached.insert(number)
            && let Some(function) = place.and_then(|place| functions.get(place))
        {
            for instruction in function.instructions()? {
                if let Meaning::Call(called) | Meaning::Reference(called) = instruction.meaning {
                    next.push(called);
                }
            }
        }
    }
    Ok(reached)
}

/// Keeps the functions and the imports of these numbers.
fn keep(module: &mut Module, reached: &HashSet<u32>) -> Result<(), Failure> {
    let (imports, functions) = (module.imports()?, module.functions()?);
    let all = u32::try_from(imports.len() + functions.len());
    let all = all.map_err(|_| unreadable("holds more than fits"))?;
    let (mut numbers, mut next) = (Vec::new(), 0);
    for number in 0..all {
        numbers.push(next);
        next += u32::from(reached.contains(&number));
    }
    let mut old = 0..all;
    let mut is_kept = || old.next().is_some_and(|number| reached.contains(&number));
    let imports: Vec<Import> = imports.into_iter().filter(|_| is_kept()).collect();
    let functions: Vec<Function> = functions.into_iter().filter(|_| is_kept()).collect();
    module.renumber(functions, &numbers)?;
    module.set_imports(&imports)
}

#[cfg(test)]
mod tests {
    use super::super::module::example;
    use super::*;

    fn filled(functions: &[u32], lost: &[u32]) -> Vec<u32> {
        let mut row = Row {
            place: 1,
            functions: functions.to_vec(),
        };
        fill(&mut row, &lost.iter().copied().collect());
        row.functions
    }

    #[test]
    fn a_lost_place_gets_the_function_of_its_neighbour() {
        assert_eq!(filled(&[5, 6, 7, 8], &[2, 3]), [5, 5, 5, 8]);
        assert_eq!(filled(&[5, 6, 7], &[1]), [6, 6, 7]);
        assert_eq!(filled(&[5, 6], &[1, 2]), [5, 6]);
    }

    #[test]
    fn what_nobody_reaches_goes_and_calls_follow() {
        let mut module = example::module();
        let mut exports = module.exports().unwrap();
        // Left are a function of the table that calls the first import, and its twin.
        exports.retain(|export| export.kind != 0);
        module.set_exports(&exports).unwrap();
        only(&mut module).unwrap();
        let imports = module.imports().unwrap();
        assert_eq!(imports.len(), 1);
        assert_eq!(imports[0].name, "__wbg_b_00ff00ff00ff00ff");
        let functions = module.functions().unwrap();
        assert_eq!(functions.len(), 2);
        for function in functions {
            assert_eq!(
                function.instructions().unwrap()[0].meaning,
                Meaning::Call(0)
            );
        }
        assert_eq!(module.table().unwrap()[0].functions, [1, 2]);
    }
}
