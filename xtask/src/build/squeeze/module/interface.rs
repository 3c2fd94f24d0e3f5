//! What a module wants from the glue, and what it offers to it.

use super::reader::unreadable;
use super::{Kind, Module, writer};
use crate::failure::Failure;

/// A function the glue must provide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Import {
    pub(crate) module: String,
    pub(crate) name: String,
    /// The place of its type among the types.
    pub(crate) signature: u32,
}

/// Something the glue may use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Export {
    pub(crate) name: String,
    /// 0 for a function.
    pub(crate) kind: u8,
    pub(crate) index: u32,
}

impl Module {
    pub(crate) fn imports(&self) -> Result<Vec<Import>, Failure> {
        self.list(Kind::Imports, |reader| {
            let (module, name) = (reader.name()?, reader.name()?);
            match reader.byte()? {
                0 => Ok(Import {
                    module,
                    name,
                    signature: reader.unsigned()?,
                }),
                _ => Err(unreadable(format_args!(
                    "imports {name}, which is no function"
                ))),
            }
        })
    }

    pub(crate) fn set_imports(&mut self, imports: &[Import]) -> Result<(), Failure> {
        self.write_list(Kind::Imports, imports, |import, out| {
            writer::sized(import.module.as_bytes(), out)?;
            writer::sized(import.name.as_bytes(), out)?;
            out.push(0);
            writer::unsigned(import.signature, out);
            Ok(())
        })
    }

    pub(crate) fn exports(&self) -> Result<Vec<Export>, Failure> {
        self.list(Kind::Exports, |reader| {
            Ok(Export {
                name: reader.name()?,
                kind: reader.byte()?,
                index: reader.unsigned()?,
            })
        })
    }

    pub(crate) fn set_exports(&mut self, exports: &[Export]) -> Result<(), Failure> {
        self.write_list(Kind::Exports, exports, |export, out| {
            writer::sized(export.name.as_bytes(), out)?;
            out.push(export.kind);
            writer::unsigned(export.index, out);
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::example;

    #[test]
    fn imports_and_exports_that_are_written_back_are_the_same_bytes() {
        let mut module = example::module();
        let (imports, exports) = (module.imports().unwrap(), module.exports().unwrap());
        assert_eq!(imports[0].name, "__wbg_b_00ff00ff00ff00ff");
        assert_eq!(exports[0].name, "__wbindgen_export");
        module.set_imports(&imports).unwrap();
        module.set_exports(&exports).unwrap();
        assert_eq!(module, example::module());
    }
}
