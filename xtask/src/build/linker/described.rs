//! Functions that only descriptions point to.
//!
//! wasm-bindgen learns the types of closures from functions that describe them, which it runs and
//! then drops. Those point to a function that calls the closure, for closures of every type that
//! any crate might make, and the table would keep these functions for ever. They are found here,
//! where it can still be told who points to whom.
//!
//! A description ends in a function that is replaced, or belongs to an export that goes. If one can
//! be reached in any other way, the build stops.

use std::collections::HashSet;

use super::object::Object;
use super::places::Mention;
use super::symbols::What;
use crate::build::squeeze::module::reader::unreadable;
use crate::failure::Failure;

/// Says one thing about a type. The exports that describe begin like this, too.
const DESCRIBES: &str = "__wbindgen_describe";
/// Ends a description in the function that is to be replaced.
pub(super) const ENDS: &str = "__wbindgen_describe_generic_import";

/// The names of functions that are pointed to, but not by what is left after wasm-bindgen.
pub(super) fn only(object: &Object) -> Result<HashSet<String>, Failure> {
    let code = object.functions.iter().map(|code| object.mentions(code));
    let code = code.collect::<Result<Vec<_>, _>>()?;
    let kept = pointed_to(object, &code)?;
    let all = code.iter().chain(&object.memory).flatten();
    let lost = all
        .filter_map(pointed)
        .filter(|number| !kept.contains(number));
    let name = |number: &u32| object.symbols.names.get(number).cloned();
    let lost: HashSet<String> = lost.filter_map(|number| name(&number)).collect();
    // A name may be that of several functions.
    let kept: HashSet<String> = kept.iter().filter_map(name).collect();
    Ok(lost.difference(&kept).cloned().collect())
}

fn pointed(mention: &Mention) -> Option<u32> {
    match mention.what {
        What::Function(number) if mention.is_pointer => Some(number),
        _ => None,
    }
}

/// Functions that something points to which can be reached from what the object offers.
fn pointed_to(object: &Object, code: &[Vec<Mention>]) -> Result<HashSet<u32>, Failure> {
    let is = |what: What, import: &str| match what {
        What::Function(number) => object.import(import) == Some(number),
        _ => false,
    };
    let is_replaced = |own: &&Vec<Mention>| own.iter().any(|mention| is(mention.what, ENDS));
    let mut pointers = HashSet::new();
    let mut reached = HashSet::new();
    let mut next = offered(object);
    while let Some(what) = next.pop() {
        if is(what, DESCRIBES) {
            return Err(unreadable("describes types in a place that stays"));
        }
        if !reached.insert(what) {
            continue;
        }
        let mentions = match what {
            What::Function(number) => {
                let own = object.place(number).and_then(|place| code.get(place));
                own.filter(|own| !is_replaced(own))
            }
            What::Memory(part) => usize::try_from(part)
                .ok()
                .and_then(|part| object.memory.get(part)),
            What::Other => None,
        };
        let mentions = mentions.map_or(&[][..], Vec::as_slice);
        next.extend(mentions.iter().map(|mention| mention.what));
        pointers.extend(mentions.iter().filter_map(pointed));
    }
    Ok(pointers)
}

/// What others may speak of, but for the exports that describe.
fn offered(object: &Object) -> Vec<What> {
    let symbols = &object.symbols;
    let describes = |what: &What| match what {
        What::Function(number) => {
            let name = symbols.names.get(number);
            name.is_some_and(|name| name.starts_with(DESCRIBES))
        }
        _ => false,
    };
    let offered = symbols.offered.iter().filter(|what| !describes(what));
    offered.copied().collect()
}

#[cfg(test)]
mod tests {
    use super::super::example::{Given, IMPORTS, POINTER, object};
    use super::*;

    const CALLED: Given<'_> = Given {
        name: "calls a closure",
        is_local: true,
        ..Given::NONE
    };

    fn check(given: &[Given<'_>]) -> Result<Vec<String>, Failure> {
        let object = Object::read(&object(given)).unwrap();
        let mut found: Vec<String> = only(&object)?.into_iter().collect();
        found.sort();
        Ok(found)
    }

    /// A function that points to the first one, and mentions an import.
    fn points(name: &'static str, places: &'static [(u8, u8, u8)]) -> Given<'static> {
        Given {
            name,
            body: &[0, 0x41, 0, 0x1a, 0x10, 0, 0x0b],
            places,
            ..Given::NONE
        }
    }

    const TO_FIRST: (u8, u8, u8) = (2, POINTER, IMPORTS);
    const DESCRIBING: &[(u8, u8, u8)] = &[TO_FIRST, (5, 0, 1)];
    const REPLACED: &[(u8, u8, u8)] = &[TO_FIRST, (5, 0, 2)];

    #[test]
    fn a_function_that_only_descriptions_point_to_is_found() {
        let describes = points("__wbindgen_describe_x", DESCRIBING);
        let replaced = points("cast", REPLACED);
        assert_eq!(
            check(&[CALLED, describes, replaced]),
            Ok(vec![CALLED.name.to_owned()])
        );
    }

    #[test]
    fn a_function_that_others_point_to_as_well_is_not() {
        let describes = points("__wbindgen_describe_x", DESCRIBING);
        let uses = points("main", &[TO_FIRST]);
        assert_eq!(check(&[CALLED, describes, uses]), Ok(vec![]));
    }

    #[test]
    fn a_function_that_memory_points_to_is_not() {
        let memory = Given {
            in_memory: true,
            ..CALLED
        };
        let describes = points("__wbindgen_describe_x", DESCRIBING);
        assert_eq!(check(&[memory, describes]), Ok(vec![]));
    }

    #[test]
    fn a_description_in_a_place_that_stays_stops_the_build() {
        assert!(check(&[CALLED, points("main", DESCRIBING)]).is_err());
    }
}
