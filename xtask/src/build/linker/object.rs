//! What the compiler hands to the linker: a module with names for what is in it, and lists of the
//! places that the linker fills in.

use std::ops::Range;

use super::places::{Mention, Place, Places};
use super::symbols::Symbols;
use crate::build::squeeze::module::reader::unreadable;
use crate::build::squeeze::module::{Module, writer};
use crate::failure::Failure;

/// The lists of places in the code and in the memory.
const IN_CODE: &str = "reloc.CODE";
const IN_MEMORY: &str = "reloc.DATA";
/// The pointer to the top of the stack that compiled code keeps in memory.
const STACK: &str = "__stack_pointer";
/// Kinds of imports.
const FUNCTION: u8 = 0;
const GLOBAL: u8 = 3;

/// A module that is not linked yet.
#[derive(Debug)]
pub(super) struct Object {
    module: Module,
    places: Places,
    pub(super) symbols: Symbols,
    /// The names of the functions that it takes from elsewhere; their numbers come first.
    imports: Vec<String>,
    /// The number of the global variable that holds the top of the stack.
    pub(super) stack: Option<u32>,
    /// Its own functions.
    pub(super) functions: Vec<Code>,
    /// What each part of its memory speaks of.
    pub(super) memory: Vec<Vec<Mention>>,
    /// The types of the parameters of functions of each type.
    parameters: Vec<Vec<u8>>,
}

/// A function with the places that the linker fills in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Code {
    signature: u32,
    /// Its local variables and its instructions.
    pub(super) body: Vec<u8>,
    places: Vec<Place>,
}

/// Some bytes of a function, and what shall stand there.
pub(super) type Edit = (Range<usize>, Vec<u8>);

impl Code {
    /// Makes edits, which are in order and do not overlap. What the linker had to fill in there is
    /// forgotten.
    pub(super) fn edit(&mut self, edits: &[Edit]) {
        let mut body = Vec::with_capacity(self.body.len());
        let mut places = Vec::with_capacity(self.places.len());
        let mut from = 0;
        let end = (self.body.len()..self.body.len(), Vec::new());
        for (gone, new) in edits.iter().chain([&end]) {
            let kept = from..gone.start;
            let moved = self.places.iter().filter(|place| kept.contains(&place.at));
            places.extend(moved.map(|place| place.moved_to(place.at - from + body.len())));
            body.extend_from_slice(&self.body[kept]);
            body.extend_from_slice(new);
            from = gone.end;
        }
        (self.body, self.places) = (body, places);
    }
}

impl Object {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Failure> {
        let module = Module::read(bytes)?;
        let imported = module.imported()?;
        let of_kind = |kind| imported.iter().filter(move |(_, other)| *other == kind);
        let imports: Vec<String> = of_kind(FUNCTION).map(|(name, _)| name.clone()).collect();
        let stack = of_kind(GLOBAL).position(|(name, _)| name == STACK);
        let symbols = Symbols::of(&module)?;
        let mut places = Places::of(&module, IN_CODE)?;
        let mut functions = Vec::new();
        for (function, range) in module.functions()?.into_iter().zip(module.code_ranges()?) {
            functions.push(Code {
                signature: function.signature,
                body: function.body,
                places: places.within(&range)?,
            });
        }
        let mut places_in_memory = Places::of(&module, IN_MEMORY)?;
        let mut memory = Vec::new();
        for range in module.data_ranges()? {
            memory.push(mentions(&places_in_memory.within(&range)?, &symbols)?);
        }
        Ok(Self {
            stack: stack.map(|place| number(place, 0)).transpose()?,
            parameters: module.parameters()?,
            module,
            places,
            symbols,
            imports,
            functions,
            memory,
        })
    }

    pub(super) fn write(mut self) -> Result<Vec<u8>, Failure> {
        let mut code = Vec::new();
        writer::length(self.functions.len(), &mut code)?;
        let mut moved = Vec::new();
        for function in &self.functions {
            writer::length(function.body.len(), &mut code)?;
            moved.extend(function.places.iter().map(|place| (place, code.len())));
            code.extend_from_slice(&function.body);
        }
        let list = self.places.list(moved.into_iter())?;
        self.module.set_code(&code);
        self.module.set_custom(IN_CODE, &list)?;
        self.module.write()
    }

    /// The number of the function at a place among its own.
    pub(super) fn number(&self, place: usize) -> Result<u32, Failure> {
        number(place, self.imports.len())
    }

    /// The place of a function among its own, unless it is imported.
    pub(super) fn place(&self, number: u32) -> Option<usize> {
        let number = usize::try_from(number).ok()?;
        number.checked_sub(self.imports.len())
    }

    /// The number of an imported function.
    pub(super) fn import(&self, name: &str) -> Option<u32> {
        let place = self.imports.iter().position(|import| import == name)?;
        u32::try_from(place).ok()
    }

    /// The types of a function's parameters.
    pub(super) fn parameters(&self, code: &Code) -> Result<&[u8], Failure> {
        let place = usize::try_from(code.signature).ok();
        let types = place.and_then(|place| self.parameters.get(place));
        types
            .map(Vec::as_slice)
            .ok_or_else(|| unreadable("has a function of no known type"))
    }

    /// What a function speaks of.
    pub(super) fn mentions(&self, code: &Code) -> Result<Vec<Mention>, Failure> {
        mentions(&code.places, &self.symbols)
    }
}

fn mentions(places: &[Place], symbols: &Symbols) -> Result<Vec<Mention>, Failure> {
    let mentions = places
        .iter()
        .map(|place| place.mention(symbols).transpose());
    mentions.flatten().collect()
}

fn number(place: usize, imported: usize) -> Result<u32, Failure> {
    u32::try_from(imported + place).map_err(|_| unreadable("holds more than fits"))
}

#[cfg(test)]
mod tests {
    use super::super::example::{Given, IMPORTS, POINTER, object, valid};
    use super::super::symbols::What;
    use super::*;

    /// `i32.const` the first function, drop; a call of the second one.
    const POINTS: Given<'_> = Given {
        name: "points",
        body: &[0, 0x41, 0, 0x1a, 0x10, IMPORTS + 1, 0x0b],
        places: &[(2, POINTER, IMPORTS), (5, 0, IMPORTS + 1)],
        ..Given::NONE
    };
    const OTHER: Given<'_> = Given {
        name: "other",
        in_memory: true,
        ..Given::NONE
    };

    #[test]
    fn an_untouched_object_keeps_every_byte() {
        let bytes = valid(object(&[POINTS, OTHER]));
        assert_eq!(Object::read(&bytes).unwrap().write().unwrap(), bytes);
    }

    #[test]
    fn places_behind_an_edit_move_and_those_within_go() {
        let mut read = Object::read(&object(&[POINTS, OTHER])).unwrap();
        read.functions[0].edit(&[(1..4, vec![0x01])]);
        let written = valid(read.write().unwrap());
        let edited = Given {
            body: &[0, 0x01, 0x10, IMPORTS + 1, 0x0b],
            places: &[(3, 0, IMPORTS + 1)],
            ..POINTS
        };
        assert_eq!(written, object(&[edited, OTHER]));
    }

    #[test]
    fn what_code_and_memory_speak_of_is_known() {
        let object = Object::read(&object(&[POINTS, OTHER])).unwrap();
        let mention = |number: u8, is_pointer| Mention {
            what: What::Function(number.into()),
            is_pointer,
        };
        let spoken = object.mentions(&object.functions[0]).unwrap();
        assert_eq!(
            spoken,
            [mention(IMPORTS, true), mention(IMPORTS + 1, false)]
        );
        assert_eq!(object.memory, [[mention(IMPORTS + 1, true)]]);
        assert_eq!(object.symbols.names[&u32::from(IMPORTS)], "points");
        assert_eq!(object.stack, Some(0));
    }
}
