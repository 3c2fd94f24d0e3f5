//! The ways to start a module that the glue has: which of them are left depends on who starts it.

use super::{Glue, unreadable};
use crate::failure::Failure;
use crate::script::tokens;

/// What the package starts a module with, under names that its own scripts know: what is given to
/// the module, and what is done with an instance and its module.
const PARTS: &str = "export{__wbg_get_imports as imports,__wbg_finalize_init as begin}";

/// Who starts the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Starter {
    /// The glue, asked by its default export: so the app does.
    Glue,
    /// The scripts of the package, which fetch and compile the module themselves, to start it again
    /// without the network.
    Script,
}

impl Glue<'_> {
    /// Drops the ways to start that this starter does not take.
    pub(in super::super) fn without_starts_but(&mut self, starter: Starter) -> Result<(), Failure> {
        self.drop_function("initSync")?;
        let named = self.find(&["export", "{", "initSync", ","])?;
        self.tokens.drain(named + 2..named + 4);
        match starter {
            Starter::Glue => Ok(()),
            Starter::Script => self.leave_parts(),
        }
    }

    fn leave_parts(&mut self) -> Result<(), Failure> {
        for name in ["__wbg_load", "__wbg_init", "__wbg_init_once"] {
            self.drop_function(name)?;
        }
        let kept = self.find(&["let", "__wbg_init_promise", ";"])?;
        self.tokens.drain(kept..kept + 3);
        let written = ["export", "{", "__wbg_init", "as", "default", "}"];
        let export = self.find(&written)?;
        let parts = tokens::read(PARTS).map_err(unreadable)?;
        self.tokens.splice(export..export + written.len(), parts);
        Ok(())
    }

    fn drop_function(&mut self, name: &str) -> Result<(), Failure> {
        let named = self.find(&["function", name, "("])?;
        let waits = named > 0 && self.text(named - 1) == "async";
        let body = self.partner(named + 2).map(|end| end + 1);
        let end = body.and_then(|body| self.partner(body));
        let end = end.ok_or_else(|| unreadable(format_args!("does not end {name}")))?;
        self.tokens.drain(named - usize::from(waits)..=end);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::EXAMPLE;
    use super::*;

    #[test]
    fn the_second_start_goes_with_its_export() {
        let mut glue = Glue::read(EXAMPLE).unwrap();
        glue.without_starts_but(Starter::Glue).unwrap();
        let script = glue.write();
        assert!(!script.contains("initSync"), "{script}");
        assert!(
            script.contains("async function __wbg_load(module"),
            "{script}"
        );
        assert!(
            script.ends_with("export{__wbg_init as default};"),
            "{script}"
        );
        assert!(glue.without_starts_but(Starter::Glue).is_err());
    }

    #[test]
    fn without_any_start_the_parts_of_one_are_left() {
        let mut glue = Glue::read(EXAMPLE).unwrap();
        glue.without_starts_but(Starter::Script).unwrap();
        let script = glue.write();
        for gone in ["initSync", "__wbg_load", "__wbg_init", "async", "fetch"] {
            assert!(!script.contains(gone), "{gone}: {script}");
        }
        assert!(
            script.contains("function __wbg_finalize_init(instance,module){"),
            "{script}"
        );
        assert!(script.ends_with(&format!("{PARTS};")), "{script}");
    }

    #[test]
    fn a_start_in_another_form_stops_the_build() {
        for (from, to) in [
            ("async function __wbg_load", "const __wbg_load = function"),
            ("let __wbg_init_promise;", ""),
            ("__wbg_init as default", "__wbg_init, __wbg_init as default"),
        ] {
            let other = EXAMPLE.replace(from, to);
            assert_ne!(other, EXAMPLE, "{from}");
            assert!(
                Glue::read(&other)
                    .unwrap()
                    .without_starts_but(Starter::Script)
                    .is_err(),
                "{from}"
            );
        }
    }
}
