//! What is only done to prepare a trap.
//!
//! A panic writes its message and the arguments of it to the stack in memory. When it is a trap
//! instead, nobody reads them, and the straight line to it can end earlier: behind the last
//! instruction that anybody else could notice. Nobody can notice what happens to operands and local
//! variables, nor what is written to the function's own frame, which ends with it, nor where the
//! frame ends. What is read from memory may be out of its bounds; that would be a trap as well.

use std::collections::{HashMap, HashSet};

use super::operation::Operation;
use super::steps::Step;

/// What is known of a function's frame on the stack in memory.
#[derive(Debug, Default)]
pub(super) struct Frame {
    /// The global variable that holds the top of the stack.
    stack: Option<u32>,
    /// Local variables that hold addresses in the frame whenever they are set.
    locals: HashSet<u32>,
}

impl Frame {
    /// Finds the local variables that are only ever set to the top of the stack less a number.
    pub(super) fn of(steps: &[Step], stack: Option<u32>, parameters: usize) -> Self {
        let mut locals = HashSet::new();
        let mut others = HashSet::new();
        for (at, step) in steps.iter().enumerate() {
            if let Operation::Set(local) | Operation::Keep(local) = step.operation {
                let is_parameter = usize::try_from(local).is_ok_and(|local| local < parameters);
                if is_frame(&steps[..at], stack) && !is_parameter {
                    locals.insert(local);
                } else {
                    others.insert(local);
                }
            }
        }
        locals.retain(|local| !others.contains(local));
        Self { stack, locals }
    }
}

/// Whether the last of the steps give the top of the stack less a number.
fn is_frame(steps: &[Step], stack: Option<u32>) -> bool {
    let Some([top, number, less]) = steps.last_chunk() else {
        return false;
    };
    matches!(top.operation, Operation::GlobalGet(global) if Some(global) == stack)
        && number.operation == Operation::Constant
        && less.operation == Operation::Subtract
}

/// The first of the steps from which on nothing matters, if the one at `end` stops the program.
pub(super) fn begin(steps: &[Step], end: usize, frame: &Frame) -> usize {
    let before = steps[..end].iter().rev();
    let straight = before.take_while(|step| step.operation.goes_on());
    let start = end - straight.count();
    let mut line = Line::new(frame);
    let mut begin = start;
    for (at, step) in steps.iter().enumerate().take(end).skip(start) {
        if line.is_noticed(step.operation) {
            begin = at + 1;
        }
    }
    begin
}

/// What is known of an operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operand {
    /// An address in the frame.
    Frame,
    Constant,
    Unknown,
}

/// A straight line of instructions, as far as it was followed.
struct Line<'a> {
    frame: &'a Frame,
    operands: Vec<Operand>,
    locals: HashMap<u32, Operand>,
}

impl<'a> Line<'a> {
    fn new(frame: &'a Frame) -> Self {
        Self {
            frame,
            operands: Vec::new(),
            locals: HashMap::new(),
        }
    }

    /// The last operand; one that was there before the line began is unknown.
    fn pop(&mut self) -> Operand {
        self.operands.pop().unwrap_or(Operand::Unknown)
    }

    /// Follows an instruction; whether anybody else could notice it.
    fn is_noticed(&mut self, operation: Operation) -> bool {
        match operation {
            Operation::Pure { takes, gives } => {
                self.take(takes);
                let given = std::iter::repeat_n(Operand::Unknown, gives);
                self.operands.extend(given);
            }
            Operation::Constant => self.operands.push(Operand::Constant),
            Operation::Add | Operation::Subtract => {
                let sum = match (self.pop(), self.pop()) {
                    (Operand::Constant, Operand::Frame) => Operand::Frame,
                    _ => Operand::Unknown,
                };
                self.operands.push(sum);
            }
            Operation::Get(local) => {
                let value = self.value(local);
                self.operands.push(value);
            }
            Operation::Set(local) => {
                let value = self.pop();
                self.locals.insert(local, value);
            }
            Operation::Keep(local) => {
                let value = self.pop();
                self.locals.insert(local, value);
                self.operands.push(value);
            }
            Operation::GlobalGet(global) => self.operands.push(self.value_of_global(global)),
            Operation::GlobalSet(global) => {
                self.pop();
                return Some(global) != self.frame.stack;
            }
            Operation::Write { takes } => return self.take(takes) != Operand::Frame,
            _ => return true,
        }
        false
    }

    /// Takes several operands; the first of them.
    fn take(&mut self, count: usize) -> Operand {
        let taken = (0..count).map(|_| self.pop());
        taken.last().unwrap_or(Operand::Unknown)
    }

    fn value(&self, local: u32) -> Operand {
        match self.locals.get(&local) {
            Some(value) => *value,
            None if self.frame.locals.contains(&local) => Operand::Frame,
            None => Operand::Unknown,
        }
    }

    fn value_of_global(&self, global: u32) -> Operand {
        if Some(global) == self.frame.stack {
            Operand::Frame
        } else {
            Operand::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::steps::steps;
    use super::*;

    /// The stack is global variable 0, and there is one parameter.
    fn check(body: &[u8], expected: usize) {
        let steps = steps(&[&[0], body, &[0x00, 0x0b]].concat()).unwrap();
        let frame = Frame::of(&steps, Some(0), 1);
        assert_eq!(begin(&steps, steps.len() - 2, &frame), expected);
    }

    /// `global.get 0, i32.const 16, i32.sub, local.set 1`
    const ENTER: [u8; 7] = [0x23, 0, 0x41, 16, 0x6b, 0x21, 1];

    #[test]
    fn operands_and_local_variables_do_not_matter() {
        // local.get 0, i32.load, local.tee 2, i32.eqz, drop
        check(&[0x20, 0, 0x28, 2, 0, 0x22, 2, 0x45, 0x1a], 0);
    }

    #[test]
    fn what_is_written_to_the_own_frame_does_not_matter() {
        // local.get 1, i32.const 5, i32.store; local.get 1, i32.const 8, i32.add, i64.const 0,
        // i64.store
        let write = [0x20, 1, 0x41, 5, 0x36, 2, 0];
        let behind = [0x20, 1, 0x41, 8, 0x6a, 0x42, 0, 0x37, 3, 0];
        check(&[&ENTER[..], &write, &behind].concat(), 0);
    }

    #[test]
    fn what_is_written_elsewhere_is_kept_with_all_before_it() {
        // local.get 0, i32.const 5, i32.store, i32.const 7, drop
        check(&[0x20, 0, 0x41, 5, 0x36, 2, 0, 0x41, 7, 0x1a], 3);
        // The sum of the frame and something unknown may be anywhere.
        let anywhere = [0x20, 1, 0x20, 0, 0x6a, 0x41, 5, 0x36, 2, 0];
        check(&[&ENTER[..], &anywhere].concat(), 9);
    }

    #[test]
    fn an_address_that_was_overwritten_is_none_of_the_frame() {
        // local.get 0, local.set 1 makes 1 unknown wherever it is set.
        let write = [0x20, 0, 0x21, 1, 0x20, 1, 0x41, 5, 0x36, 2, 0];
        check(&[&ENTER[..], &write].concat(), 9);
    }

    #[test]
    fn the_line_begins_behind_a_call_and_behind_the_end_of_a_block() {
        // i32.const 1, call 3, drop
        check(&[0x41, 1, 0x10, 3, 0x1a], 2);
        // block, end, nop
        check(&[0x02, 0x40, 0x0b, 0x01], 2);
    }

    #[test]
    fn another_global_variable_is_noticed() {
        // i32.const 1, global.set 0; i32.const 1, global.set 1
        check(&[0x41, 1, 0x24, 0], 0);
        check(&[0x41, 1, 0x24, 1], 2);
    }
}
