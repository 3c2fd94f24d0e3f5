//! Small object files for the tests.

use crate::build::squeeze::module::writer::{sized, unsigned};

/// How many functions an example imports: one of the outside world, and the two by which
/// wasm-bindgen learns of types. The first function of its own has this number, in symbols too.
pub(super) const IMPORTS: u8 = 3;
/// The kind of a place for a pointer to a function.
pub(super) const POINTER: u8 = 1;

/// A function of an example.
#[derive(Debug, Clone, Copy)]
pub(super) struct Given<'a> {
    pub(super) name: &'a str,
    pub(super) is_local: bool,
    /// Whether it takes two numbers; otherwise it takes none.
    pub(super) takes_two: bool,
    /// Whether the memory, which others may speak of, points to it.
    pub(super) in_memory: bool,
    pub(super) body: &'a [u8],
    /// Where in the body the linker fills in which kind of thing for which symbol.
    pub(super) places: &'a [(u8, u8, u8)],
}

impl Given<'_> {
    /// Does nothing.
    pub(super) const NONE: Self = Given {
        name: "",
        is_local: false,
        takes_two: false,
        in_memory: false,
        body: &[0, 0x0b],
        places: &[],
    };
}

/// The bytes of an object, which must be a module by the rules of WebAssembly.
pub(super) fn valid(bytes: Vec<u8>) -> Vec<u8> {
    wasmparser::validate(&bytes).unwrap();
    bytes
}

/// An object with these functions, the stack as global variable 0, and eight bytes of memory.
pub(super) fn object(functions: &[Given<'_>]) -> Vec<u8> {
    let count = small(functions.len());
    let (mut bodies, mut in_code) = (vec![count], Vec::new());
    for given in functions {
        unsigned(small(given.body.len()).into(), &mut bodies);
        for (at, kind, symbol) in given.places {
            in_code.push([*kind, small(bodies.len()) + at, *symbol]);
        }
        bodies.extend_from_slice(given.body);
    }
    let pointers = (IMPORTS..)
        .zip(functions)
        .filter(|(_, given)| given.in_memory);
    let in_memory: Vec<_> = pointers.map(|(symbol, _)| [2, 6, symbol]).collect();
    let types = functions.iter().map(|given| u8::from(given.takes_two));
    let memory = [1, 0, 0x41, 0, 0x0b, 8, 0, 0, 0, 0, 0, 0, 0, 0];
    let mut out = b"\0asm\x01\0\0\0".to_vec();
    let mut section = |kind: u8, bytes: &[u8]| {
        out.push(kind);
        sized(bytes, &mut out).unwrap();
    };
    section(1, &[2, 0x60, 0, 0, 0x60, 2, 0x7f, 0x7f, 0]);
    section(2, &imports());
    section(3, &[count].into_iter().chain(types).collect::<Vec<_>>());
    section(10, &bodies);
    section(11, &memory);
    section(0, &linking(functions));
    section(0, &named("reloc.CODE", &places(3, &in_code)));
    section(0, &named("reloc.DATA", &places(4, &in_memory)));
    out
}

fn imports() -> Vec<u8> {
    let mut out = vec![IMPORTS + 2];
    let names = [
        "outside",
        "__wbindgen_describe",
        "__wbindgen_describe_generic_import",
    ];
    for name in names {
        out.extend(named("env", &named(name, &[0, 0])));
    }
    out.extend(named("env", &named("__linear_memory", &[2, 0, 1])));
    out.extend(named("env", &named("__stack_pointer", &[3, 0x7f, 1])));
    out
}

/// One symbol for each function, imported ones first, and one for the memory.
fn linking(functions: &[Given<'_>]) -> Vec<u8> {
    let mut list = vec![IMPORTS + small(functions.len()) + 1];
    for number in 0..IMPORTS {
        list.extend([0, 0x10, number]);
    }
    for (number, given) in (IMPORTS..).zip(functions) {
        list.extend([0, if given.is_local { 2 } else { 0 }, number]);
        sized(given.name.as_bytes(), &mut list).unwrap();
    }
    list.extend([1, 0]);
    list.extend(named("memory", &[0, 0, 8]));
    let mut part = vec![2, 8];
    sized(&list, &mut part).unwrap();
    named("linking", &part)
}

fn places(section: u8, entries: &[[u8; 3]]) -> Vec<u8> {
    let count = small(entries.len());
    [&[section, count][..], entries.as_flattened()].concat()
}

fn named(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    sized(name.as_bytes(), &mut out).unwrap();
    out.extend_from_slice(bytes);
    out
}

fn small(count: usize) -> u8 {
    u8::try_from(count).unwrap()
}
