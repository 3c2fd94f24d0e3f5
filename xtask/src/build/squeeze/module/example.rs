//! A small module for the tests: two imports, three functions of which two are the same, a table,
//! and memory.

use super::Module;
use super::writer::sized;

pub(crate) fn module() -> Module {
    Module::read(&bytes()).unwrap()
}

pub(crate) fn bytes() -> Vec<u8> {
    let calls_first: &[u8] = &[0, 0x10, 0, 0x0b];
    // i32.const 0, i32.load, drop, call 2
    let reads: &[u8] = &[0, 0x41, 0, 0x28, 2, 0, 0x1a, 0x10, 2, 0x0b];
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
        (10, list(&[calls_first, reads, calls_first])),
        (11, vec![1, 0, 0x41, 8, 0x0b, 2, b'o', b'k']),
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
