//! What functions are told and never look at.
//!
//! Most functions that may panic are told where they were called from. Once the panic is a trap
//! nobody reads it; callers say zero instead, and the linker drops the places in the source.

use super::object::{Edit, Object};
use super::operation::Operation;
use super::steps::{Step, steps};
use crate::failure::Failure;

/// `i32.const 0`.
const NOTHING: [u8; 2] = [0x41, 0];
/// The type of numbers of 32 bits, addresses among them.
const I32: u8 = 0x7f;
/// Whoever calls this is replaced by wasm-bindgen with something that does read.
const REPLACED: &str = super::described::ENDS;

/// Lets callers give nothing for what is not read, until all is read that is given.
pub(super) fn parameters(object: &mut Object) -> Result<(), Failure> {
    loop {
        let unread = unread(object)?;
        let mut edited = false;
        for place in 0..object.functions.len() {
            let edits = silences(object, place, &unread)?;
            edited |= !edits.is_empty();
            object.functions[place].edit(&edits);
        }
        if !edited {
            return Ok(());
        }
    }
}

/// For each function, which of its parameters are numbers that it does not read.
fn unread(object: &Object) -> Result<Vec<Vec<bool>>, Failure> {
    let replaced = object.import(REPLACED);
    let mut all = Vec::new();
    for code in &object.functions {
        let types = object.parameters(code)?.iter();
        let mut unread: Vec<bool> = types.map(|kind| *kind == I32).collect();
        for step in steps(&code.body)? {
            match step.operation {
                Operation::Get(local) => {
                    let read = usize::try_from(local)
                        .ok()
                        .and_then(|at| unread.get_mut(at));
                    if let Some(unread) = read {
                        *unread = false;
                    }
                }
                Operation::Call(number) if Some(number) == replaced => unread.fill(false),
                _ => {}
            }
        }
        all.push(unread);
    }
    Ok(all)
}

/// What to write in a function for operands that are not read.
fn silences(object: &Object, place: usize, unread: &[Vec<bool>]) -> Result<Vec<Edit>, Failure> {
    let body = &object.functions[place].body;
    let steps = steps(body)?;
    let mut edits = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let Operation::Call(number) = step.operation else {
            continue;
        };
        let own = object.place(number).and_then(|place| unread.get(place));
        let ranges = operands(&steps, at, own.map_or(&[][..], Vec::as_slice));
        let told = ranges.filter(|range| body[range.clone()] != NOTHING);
        edits.extend(told.map(|range| (range, NOTHING.to_vec())));
    }
    edits.sort_by_key(|(range, _)| range.start);
    Ok(edits)
}

/// The bytes of the operands of a call that are not read, as far as they can be told apart.
fn operands(
    steps: &[Step],
    call: usize,
    unread: &[bool],
) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut end = call;
    let last_first = unread.iter().rev().map_while(move |unread| {
        let begin = begin_of_operand(steps, end)?;
        let range = steps[begin].place.start..steps[end].place.start;
        end = begin;
        Some((*unread, range))
    });
    last_first
        .filter(|(unread, _)| *unread)
        .map(|(_, range)| range)
}

/// Where the operand begins that is complete before a step, if nothing else happens in it.
fn begin_of_operand(steps: &[Step], end: usize) -> Option<usize> {
    let mut missing = 1;
    for at in (0..end).rev() {
        missing += match steps[at].operation {
            Operation::Pure { takes, gives: 1 } => takes,
            Operation::Add | Operation::Subtract => 2,
            Operation::Constant | Operation::Get(_) | Operation::GlobalGet(_) => 0,
            _ => return None,
        };
        missing -= 1;
        if missing == 0 {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::example::{Given, IMPORTS, object, valid};
    use super::*;

    const FIRST: u8 = IMPORTS;
    /// Takes two numbers and reads the first.
    const READS_ONE: Given<'_> = Given {
        name: "reads one",
        takes_two: true,
        body: &[0, 0x20, 0, 0x1a, 0x0b],
        ..Given::NONE
    };

    fn check(called: Given<'_>, body: &[u8], expected: &[u8]) {
        let tested = Given {
            name: "tested",
            body,
            ..Given::NONE
        };
        let bytes = valid(object(&[called, tested]));
        let mut object = Object::read(&bytes).unwrap();
        parameters(&mut object).unwrap();
        assert_eq!(object.functions[1].body, expected);
        valid(object.write().unwrap());
    }

    #[test]
    fn callers_say_nothing_for_what_is_not_read() {
        // i32.const 5, i32.const 6, call
        check(
            READS_ONE,
            &[0, 0x41, 5, 0x41, 6, 0x10, FIRST, 0x0b],
            &[0, 0x41, 5, 0x41, 0, 0x10, FIRST, 0x0b],
        );
    }

    #[test]
    fn an_operand_is_replaced_as_a_whole() {
        // i32.const 0, i32.load, i32.const 6, i32.add
        let sum = [0x41, 0, 0x28, 2, 0, 0x41, 6, 0x6a];
        check(
            READS_ONE,
            &[&[0, 0x41, 5][..], &sum, &[0x10, FIRST, 0x0b]].concat(),
            &[0, 0x41, 5, 0x41, 0, 0x10, FIRST, 0x0b],
        );
    }

    #[test]
    fn an_operand_in_which_something_happens_stays() {
        // One local variable; i32.const 5, i32.const 6, local.tee 0, call
        let body = [1, 1, 0x7f, 0x41, 5, 0x41, 6, 0x22, 0, 0x10, FIRST, 0x0b];
        check(READS_ONE, &body, &body);
    }

    #[test]
    fn what_wasm_bindgen_replaces_is_told_everything() {
        let cast = Given {
            takes_two: true,
            body: &[0, 0x10, 2, 0x0b],
            ..Given::NONE
        };
        let body = [0, 0x41, 5, 0x41, 6, 0x10, FIRST, 0x0b];
        check(cast, &body, &body);
    }
}
