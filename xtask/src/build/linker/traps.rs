//! Panics as traps.
//!
//! In the browser a panic ends in a trap, after a message has been made, offered to a hook that
//! nobody set, and written to an output that does not exist. Here it is the trap alone. Then every
//! function that does nothing but come to that end is one as well, and so on; what is left only
//! loses what it did to prepare them.

use std::collections::HashSet;

use super::object::{Edit, Object};
use super::operation::Operation;
use super::steps::{Step, steps};
use super::tail::{self, Frame};
use crate::build::squeeze::module::reader::unreadable;
use crate::failure::Failure;

/// No local variables, `unreachable`, `end`.
const TRAP: [u8; 3] = [0, 0x00, 0x0b];

/// How the names end of the standard library's functions that tell of a panic, of memory that ran
/// out, and of text that was cut inside a letter. None of them returns.
const TELLERS: [&str; 4] = [
    "17rust_begin_unwind",
    "15panic_with_hook",
    "8rust_oom",
    "16slice_error_fail",
];
/// How the name of the function ends that lets somebody hear of panics.
const HOOK: &str = "9panicking8set_hook";

/// Makes every panic a trap, and drops what only prepares one.
pub(super) fn instead_of_panics(object: &mut Object) -> Result<(), Failure> {
    let mut traps = tellers(object)?;
    loop {
        let before = traps.len();
        for place in 0..object.functions.len() {
            let number = object.number(place)?;
            if !traps.contains(&number) && shortened(object, place, &traps)? {
                traps.insert(number);
            }
        }
        if traps.len() == before {
            break;
        }
    }
    for number in traps {
        if let Some(place) = object.place(number) {
            let code = &mut object.functions[place];
            code.edit(&[(0..code.body.len(), TRAP.to_vec())]);
        }
    }
    Ok(())
}

fn tellers(object: &Object) -> Result<HashSet<u32>, Failure> {
    let ends = |end: &str| {
        let names = object.symbols.names.iter();
        let ending = names.filter(move |(_, name)| name.ends_with(end));
        ending.map(|(number, _)| *number).collect::<Vec<_>>()
    };
    if !ends(HOOK).is_empty() {
        return Err(Failure::new(
            "the app sets a panic hook, which a release would never call",
            "remove it, or teach xtask/src/build/linker to keep panics",
        ));
    }
    let found: HashSet<u32> = TELLERS.into_iter().flat_map(ends).collect();
    if ends(TELLERS[0]).is_empty() {
        return Err(unreadable("calls the panic handler by another name"));
    }
    Ok(found)
}

/// Shortens a function; whether it only traps now.
fn shortened(object: &mut Object, place: usize, traps: &HashSet<u32>) -> Result<bool, Failure> {
    let code = &object.functions[place];
    let (parameters, stack) = (object.parameters(code)?.len(), object.stack);
    let before = steps(&code.body)?;
    let edits = early_ends(&before, &Frame::of(&before, stack, parameters), traps);
    let code = &mut object.functions[place];
    code.edit(&edits);
    let after = steps(&code.body)?;
    Ok(only_traps(&after, &Frame::of(&after, stack, parameters)))
}

/// Ends every straight line to a trap as early as nobody notices.
fn early_ends(steps: &[Step], frame: &Frame, traps: &HashSet<u32>) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(step) = steps.get(at) {
        let is_end = match step.operation {
            Operation::Trap => true,
            Operation::Call(number) => traps.contains(&number),
            _ => false,
        };
        if is_end {
            let begin = tail::begin(steps, at, frame);
            at = end_of_block(steps, at + 1);
            let line = steps[begin].place.start..steps[at].place.start;
            edits.push((line, vec![0x00]));
        } else {
            at += 1;
        }
    }
    edits
}

/// The `end` or `else` of the block that a step is in; what is before it is never reached.
fn end_of_block(steps: &[Step], from: usize) -> usize {
    let mut depth = 0_usize;
    for (at, step) in steps.iter().enumerate().skip(from) {
        match step.operation {
            Operation::Begin { .. } => depth += 1,
            Operation::End | Operation::Else if depth == 0 => return at,
            Operation::End => depth -= 1,
            _ => {}
        }
    }
    steps.len() - 1
}

/// Whether every way through the function comes to a trap, and nobody notices it before. A function
/// with anything but blocks and branches out of them is not looked into.
fn only_traps(steps: &[Step], frame: &Frame) -> bool {
    let is_quiet = |(at, step): (usize, &Step)| match step.operation {
        Operation::Begin { is_block } => is_block,
        Operation::Branch { .. } | Operation::End | Operation::Trap => true,
        _ => step.operation.goes_on() && tail::begin(steps, at + 1, frame) <= at,
    };
    steps.iter().enumerate().all(is_quiet) && !comes_to_its_end(steps)
}

/// Whether a way through a function of blocks leads past its last instruction.
fn comes_to_its_end(steps: &[Step]) -> bool {
    // Whether the end of each block that is open can be reached by a branch; the function's first.
    let mut reached = vec![false];
    let mut is_live = true;
    for step in steps {
        match step.operation {
            Operation::Begin { .. } => reached.push(false),
            Operation::Branch { depth, always } => {
                let depth = usize::try_from(depth).unwrap_or(usize::MAX);
                if let Some(end) = reached.iter_mut().rev().nth(depth) {
                    *end |= is_live;
                }
                is_live &= !always;
            }
            Operation::Trap => is_live = false,
            Operation::End => is_live |= reached.pop().unwrap_or(true),
            _ => {}
        }
    }
    is_live
}

#[cfg(test)]
mod tests {
    use super::super::example::{Given, IMPORTS, object, valid};
    use super::*;

    /// The number of the first function of an example.
    const FIRST: u8 = IMPORTS;
    const HANDLER: Given<'_> = Given {
        name: "_R17rust_begin_unwind",
        body: &[0, 0x10, 0, 0x00, 0x0b],
        ..Given::NONE
    };

    fn check(body: &[u8], expected: &[u8]) {
        let tested = Given {
            name: "tested",
            body,
            ..Given::NONE
        };
        let bytes = valid(object(&[HANDLER, tested]));
        let mut object = Object::read(&bytes).unwrap();
        instead_of_panics(&mut object).unwrap();
        assert_eq!(object.functions[0].body, TRAP);
        assert_eq!(object.functions[1].body, expected);
        valid(object.write().unwrap());
    }

    #[test]
    fn a_function_that_only_panics_is_a_trap() {
        // i32.const 5, drop, call the handler
        check(&[0, 0x41, 5, 0x1a, 0x10, FIRST, 0x00, 0x0b], &TRAP);
    }

    #[test]
    fn a_function_that_traps_on_every_way_is_a_trap() {
        // block, i32.const 1, br_if 0, call the handler, end, call the handler
        let body = [
            &[0, 0x02, 0x40, 0x41, 1, 0x0d, 0, 0x10, FIRST, 0x0b][..],
            &[0x10, FIRST, 0x0b],
        ];
        check(&body.concat(), &TRAP);
    }

    #[test]
    fn a_function_that_panics_on_one_way_keeps_the_others() {
        // block, i32.const 1, br_if 0, i32.const 7, drop, call the handler, i32.const 8, drop, end
        let (start, end) = ([0, 0x02, 0x40, 0x41, 1, 0x0d, 0], [0x0b, 0x0b]);
        let panic = [0x41, 7, 0x1a, 0x10, FIRST, 0x41, 8, 0x1a];
        check(
            &[&start[..], &panic, &end].concat(),
            &[&start[..], &[0x00], &end].concat(),
        );
    }

    #[test]
    fn what_others_notice_before_a_panic_stays() {
        // call an import, i32.const 7, drop, call the handler
        check(
            &[0, 0x10, 0, 0x41, 7, 0x1a, 0x10, FIRST, 0x0b],
            &[0, 0x10, 0, 0x00, 0x0b],
        );
    }

    #[test]
    fn a_loop_and_a_return_are_no_traps() {
        for body in [
            &[0, 0x03, 0x40, 0x0c, 0, 0x0b, 0x00, 0x0b][..],
            &[0, 0x41, 1, 0x04, 0x40, 0x0f, 0x0b, 0x00, 0x0b],
        ] {
            check(body, body);
        }
    }

    #[test]
    fn callers_of_callers_become_traps() {
        let calls = |name, number: &'static [u8]| Given {
            name,
            body: number,
            ..Given::NONE
        };
        let chain = [
            calls("a", &[0, 0x10, FIRST + 1, 0x0b]),
            calls("b", &[0, 0x10, FIRST + 2, 0x0b]),
            HANDLER,
        ];
        let mut object = Object::read(&object(&chain)).unwrap();
        instead_of_panics(&mut object).unwrap();
        assert!(object.functions.iter().all(|code| code.body == TRAP));
    }

    #[test]
    fn a_panic_hook_or_an_unknown_handler_stops_the_build() {
        let hook = Given {
            name: "_R3std9panicking8set_hook",
            body: &TRAP,
            ..Given::NONE
        };
        for given in [&[HANDLER, hook][..], &[]] {
            let mut object = Object::read(&object(given)).unwrap();
            assert!(instead_of_panics(&mut object).is_err());
        }
    }
}
