//! A small module for the tests: two imports, three functions of which two are the same, a table,
//! and memory with a path and the records that point to it.

use super::Module;
use super::writer::{sized, unsigned};

/// Where the memory begins; a path of ten bytes and two of padding stand there.
pub(crate) const MEMORY: u32 = 1_048_576;
/// Where the two records of panics stand.
pub(crate) const RECORDS: [u32; 2] = [MEMORY + 12, MEMORY + 28];
/// `i32.const RECORDS[1]`.
const SECOND: &[u8] = &[0x41, 0x9c, 0x80, 0xc0, 0];

pub(crate) fn module() -> Module {
    Module::read(&bytes()).unwrap()
}

pub(crate) fn bytes() -> Vec<u8> {
    let calls_first: &[u8] = &[0, 0x10, 0, 0x0b];
    let panics = [
        &[0][..],
        SECOND,
        &[0x1a, 0x41, 0, 0x28, 2, 0, 0x1a],
        SECOND,
        &[0x10, 2, 0x00, 0x0b],
    ]
    .concat();
    let glue = "./app_bg.js";
    let mut imports = vec![2];
    for name in ["__wbg_b_00ff00ff00ff00ff", "__wbg_a_11ee11ee11ee11ee"] {
        sized(glue.as_bytes(), &mut imports).unwrap();
        sized(name.as_bytes(), &mut imports).unwrap();
        imports.extend([0, 0]);
    }
    let mut exports = vec![3];
    let offered = [
        ("__wbindgen_export", 0, 3),
        ("memory", 2, 0),
        ("unused", 0, 2),
    ];
    for (name, kind, index) in offered {
        sized(name.as_bytes(), &mut exports).unwrap();
        exports.extend([kind, index]);
    }
    let mut out = b"\0asm\x01\0\0\0".to_vec();
    let sections: [(u8, Vec<u8>); 9] = [
        (1, vec![1, 0x60, 0, 0]),
        (2, imports),
        (3, vec![3, 0, 0, 0]),
        (4, vec![1, 0x70, 0, 3]),
        (5, vec![1, 0, 17]),
        (7, exports),
        (9, vec![1, 0, 0x41, 1, 0x0b, 2, 2, 4]),
        (10, list(&[calls_first, &panics, calls_first])),
        (11, data()),
    ];
    for (kind, bytes) in sections {
        out.push(kind);
        sized(&bytes, &mut out).unwrap();
    }
    out
}

fn list(entries: &[&[u8]]) -> Vec<u8> {
    let mut out = vec![3];
    for entry in entries {
        sized(entry, &mut out).unwrap();
    }
    out
}

fn data() -> Vec<u8> {
    let mut bytes = b"src/app.rs\0\0".to_vec();
    // Two records, and what looks like one but covers another text.
    for words in [[MEMORY, 10, 7, 9], [MEMORY, 10, 12, 1], [MEMORY, 9, 1, 1]] {
        bytes.extend(words.iter().flat_map(|word| word.to_le_bytes()));
    }
    let mut out = Vec::new();
    unsigned(1, &mut out);
    out.extend([0, 0x41, 0x80, 0x80, 0xc0, 0, 0x0b]);
    sized(&bytes, &mut out).unwrap();
    out
}
