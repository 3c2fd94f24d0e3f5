//! The functions of a module: what they take and give, and what they do.

use super::instructions::{self, Instruction};
use super::reader::Reader;
use super::{Kind, Module, writer};
use crate::failure::Failure;

/// How the type of a function begins.
const FUNCTION: u8 = 0x60;

/// A function that the module defines.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Function {
    /// The place of its type among the types.
    pub(crate) signature: u32,
    /// Its local variables and its instructions.
    pub(crate) body: Vec<u8>,
}

impl Function {
    /// What it does, in order.
    pub(crate) fn instructions(&self) -> Result<Vec<Instruction>, Failure> {
        instructions_of(&self.body)
    }
}

/// The instructions of a function's body, which begins with its local variables.
pub(crate) fn instructions_of(body: &[u8]) -> Result<Vec<Instruction>, Failure> {
    let mut reader = Reader::new(body);
    for _ in 0..reader.length()? {
        reader.unsigned()?;
        reader.value_type()?;
    }
    instructions::read(body, reader.at())
}

impl Module {
    pub(crate) fn functions(&self) -> Result<Vec<Function>, Failure> {
        let signatures = self.list(Kind::Functions, |reader| {
            let signature = reader.unsigned()?;
            Ok(signature)
        })?;
        let bodies = self.list(Kind::Code, |reader| Ok(reader.sized()?.to_vec()))?;
        if signatures.len() != bodies.len() {
            return Err(super::unreadable("has functions without a body"));
        }
        let pairs = signatures.into_iter().zip(bodies);
        Ok(pairs
            .map(|(signature, body)| Function { signature, body })
            .collect())
    }

    /// How many parameters functions of each type take.
    pub(crate) fn parameter_counts(&self) -> Result<Vec<u32>, Failure> {
        let counts = self
            .parameters()?
            .into_iter()
            .map(|types| u32::try_from(types.len()));
        counts
            .collect::<Result<_, _>>()
            .map_err(|_| super::unreadable("has a function of too many parameters"))
    }

    /// The types of the parameters of functions of each type.
    pub(crate) fn parameters(&self) -> Result<Vec<Vec<u8>>, Failure> {
        self.list(Kind::Types, |reader| {
            if reader.byte()? != FUNCTION {
                return Err(super::unreadable("has a type that is no function's"));
            }
            let count = reader.length()?;
            let types = (0..count)
                .map(|_| reader.value_type())
                .collect::<Result<_, _>>()?;
            for _ in 0..reader.length()? {
                reader.value_type()?;
            }
            Ok(types)
        })
    }

    pub(crate) fn set_functions(&mut self, functions: &[Function]) -> Result<(), Failure> {
        self.write_list(Kind::Functions, functions, |function, out| {
            writer::unsigned(function.signature, out);
            Ok(())
        })?;
        self.write_list(Kind::Code, functions, |function, out| {
            writer::sized(&function.body, out)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::super::instructions::Meaning;
    use super::*;

    #[test]
    fn functions_that_are_written_back_are_the_same_bytes() {
        let mut module = example::module();
        let functions = module.functions().unwrap();
        module.set_functions(&functions).unwrap();
        assert_eq!(module, example::module());
    }

    #[test]
    fn local_variables_are_no_instructions() {
        let function = Function {
            signature: 0,
            body: vec![1, 0x10, 0x7f, 0x10, 7, 0x0b],
        };
        let found = function.instructions().unwrap();
        assert_eq!(found[0].meaning, Meaning::Call(7));
        assert_eq!(found.len(), 2);
    }
}
