//! What the module and its glue call each other.
//!
//! wasm-bindgen names imports by their function and sixteen digits of a hash, in both files; what
//! is random cannot be packed. Here the glue gives a list instead of an object, and the module asks
//! for places in it; exports become letters, and those the glue does not use are dropped.

use std::collections::HashMap;

use super::glue::{Given, Glue};
use super::module::reader::unreadable;
use super::module::{Export, Import, Module};
use crate::failure::Failure;

/// What the module's file calls the glue.
const GLUE: &str = "w";
/// Names for exports; the glue uses fewer than this.
const LETTERS: [&str; 52] = [
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s",
    "t", "u", "v", "w", "x", "y", "z", "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L",
    "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z",
];

/// Renames all that only these two use.
pub(super) fn shorter(module: &mut Module, glue: &mut Glue<'_>) -> Result<(), Failure> {
    imports(module, glue)?;
    exports(module, glue)
}

/// An import, what the glue gives for it, and the number that the import had.
type Wanted<'a, 'b> = (u32, String, &'b Given<'a>, usize);

fn imports(module: &mut Module, glue: &mut Glue<'_>) -> Result<(), Failure> {
    let (from, given) = glue.given()?;
    let imports = module.imports()?;
    let mut wanted = imports
        .iter()
        .enumerate()
        .map(|(number, import)| wanted(number, import, &from, &given))
        .collect::<Result<Vec<_>, _>>()?;
    // Alike functions side by side pack better, in either file.
    wanted.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
    reorder(module, &wanted)?;
    let renamed = wanted.iter().enumerate().map(|(place, wanted)| Import {
        module: GLUE.to_owned(),
        name: place.to_string(),
        signature: wanted.0,
    });
    module.set_imports(&renamed.collect::<Vec<_>>())?;
    let list: Vec<&Given<'_>> = wanted.iter().map(|wanted| wanted.2).collect();
    glue.give(&list, GLUE)
}

fn wanted<'a, 'b>(
    number: usize,
    import: &Import,
    from: &str,
    given: &'b [Given<'a>],
) -> Result<Wanted<'a, 'b>, Failure> {
    let found = given.iter().find(|given| given.name == import.name);
    match found {
        Some(found) if import.module == from => Ok((import.signature, found.text(), found, number)),
        _ => Err(unreadable(format_args!(
            "imports {} from {}, which the glue does not define",
            import.name, import.module
        ))),
    }
}

/// Gives the imported functions the numbers of their new places.
fn reorder(module: &mut Module, wanted: &[Wanted<'_, '_>]) -> Result<(), Failure> {
    let functions = module.functions()?;
    let all = u32::try_from(wanted.len() + functions.len());
    let mut numbers: Vec<u32> = (0..all.map_err(|_| unreadable("holds more than fits"))?).collect();
    for (place, (.., old)) in (0..).zip(wanted) {
        numbers[*old] = place;
    }
    module.renumber(functions, &numbers)
}

fn exports(module: &mut Module, glue: &mut Glue<'_>) -> Result<(), Failure> {
    let used = glue.used_exports()?;
    let exports = module.exports()?;
    if let Some(missing) = used.iter().find(|name| {
        let mut offered = exports.iter().map(|export| &export.name);
        !offered.any(|offered| offered == *name)
    }) {
        return Err(unreadable(format_args!(
            "does not export {missing}, which the glue uses"
        )));
    }
    let kept = exports
        .into_iter()
        .filter(|export| used.contains(export.name.as_str()));
    let renamed: Vec<(String, Export)> = kept
        .zip(LETTERS)
        .map(|(export, letter)| (export.name.clone(), named(export, letter)))
        .collect();
    if renamed.len() < used.len() {
        return Err(unreadable("exports more than there are letters"));
    }
    let names = renamed.iter().map(|(old, _)| old.clone()).zip(LETTERS);
    glue.rename_exports(&names.collect::<HashMap<_, _>>());
    let renamed: Vec<Export> = renamed.into_iter().map(|(_, export)| export).collect();
    module.set_exports(&renamed)
}

fn named(mut export: Export, name: &str) -> Export {
    name.clone_into(&mut export.name);
    export
}

#[cfg(test)]
mod tests {
    use super::super::glue::EXAMPLE;
    use super::super::module::example;
    use super::super::module::instructions::Meaning;
    use super::*;

    fn linked() -> (Module, String) {
        let (mut module, mut glue) = (example::module(), Glue::read(EXAMPLE).unwrap());
        shorter(&mut module, &mut glue).unwrap();
        (module, glue.write())
    }

    #[test]
    fn imports_are_places_in_the_list_of_the_glue() {
        let (module, script) = linked();
        let imports = module.imports().unwrap();
        let names: Vec<_> = imports
            .iter()
            .map(|import| (&*import.module, &*import.name))
            .collect();
        assert_eq!(names, [("w", "0"), ("w", "1")]);
        assert!(
            script.contains("=[function(){return handleError("),
            "{script}"
        );
        assert!(
            !script.contains("__wbg_a") && !script.contains("unused"),
            "{script}"
        );
    }

    #[test]
    fn calls_follow_the_import_to_its_new_place() {
        let (module, _) = linked();
        // It called the first import, whose text sorts behind that of the second.
        let function = module.functions().unwrap().swap_remove(0);
        let calls = function.instructions().unwrap().swap_remove(0).meaning;
        assert_eq!(calls, Meaning::Call(1));
    }

    #[test]
    fn exports_become_letters_and_unused_ones_go() {
        let without_memory = EXAMPLE.replace("wasm.memory.buffer", "0");
        let (mut module, mut glue) = (example::module(), Glue::read(&without_memory).unwrap());
        shorter(&mut module, &mut glue).unwrap();
        let exports = module.exports().unwrap();
        let names: Vec<_> = exports.iter().map(|export| &*export.name).collect();
        assert_eq!(names, ["a"]);
        assert!(glue.write().contains("wasm.a(e)"));
    }

    #[test]
    fn an_import_that_the_glue_does_not_define_stops_the_build() {
        let other = EXAMPLE.replace("__wbg_a_11ee11ee11ee11ee", "__wbg_a_33cc33cc33cc33cc");
        let (mut module, mut glue) = (example::module(), Glue::read(&other).unwrap());
        let failure = shorter(&mut module, &mut glue).unwrap_err().to_string();
        assert!(
            failure.contains("imports __wbg_a_11ee11ee11ee11ee"),
            "{failure}"
        );
    }
}
