//! Taking bytes out of what wasm-bindgen wrote, without changing what it does.
//!
//! Each step reads the module or the glue properly and stops the build at whatever it does not
//! know; none of them guesses. How much each one saves, compressed, is printed.

mod glue;
mod hints;
mod integrity;
mod link;
mod locals;
pub(super) mod module;
mod order;
mod reach;

use std::fs;
use std::path::Path;

use super::names::{GLUE, MODULE, built_name};
use crate::compress::estimate;
use crate::failure::Failure;
use crate::say;
use crate::script::minify::{Loaded, minified};
use crate::workspace;
use glue::{Glue, Starter};
use module::Module;

/// What the module or the glue were after a step.
struct Stage {
    step: &'static str,
    bytes: Vec<u8>,
}

/// Something that shortens a module.
type Step = fn(&mut Module) -> Result<(), Failure>;

/// What is done to the module alone, in this order. Functions are compared last, when all that
/// tells equal ones apart for no reason is gone.
const STEPS: &[(&str, Step)] = &[
    ("module: hints of alignment", hints::without_alignment),
    ("module: numbers of local variables", locals::renumber),
    ("module: order of functions", order::alike_together),
];

/// Shortens both files in place, and renews what index.html says of them.
pub(super) fn shorten(dist: &Path) -> Result<(), Failure> {
    say::step("Squeezing");
    let index = dist.join("index.html");
    let (module_file, glue_file) = (
        dist.join(built_name(dist, MODULE)?),
        dist.join(built_name(dist, GLUE)?),
    );
    let module = fs::read(&module_file).map_err(|error| Failure::file(&module_file, &error))?;
    let glue = workspace::read(&glue_file)?;
    let (module_stages, glue_stages) = stages(&module, &glue, Starter::Glue)?;
    report(&module_stages)?;
    report(&glue_stages)?;
    let mut page = workspace::read(&index)?;
    for (file, stages) in [(&module_file, &module_stages), (&glue_file, &glue_stages)] {
        if let [first, .., last] = &stages[..] {
            page = integrity::renewed(&page, &first.bytes, &last.bytes)?;
            workspace::write(file, &last.bytes)?;
        }
    }
    workspace::write(&index, page.as_bytes())
}

/// The module and the glue of something else than the app, shortened in the same way, but for the
/// start: of that, only the parts are left.
pub(crate) fn shortened(module: &[u8], glue: &str) -> Result<(Vec<u8>, String), Failure> {
    let (mut modules, mut glues) = stages(module, glue, Starter::Script)?;
    let last = |stages: &mut Vec<Stage>| stages.pop().map(|stage| stage.bytes).unwrap_or_default();
    let glue = String::from_utf8_lossy(&last(&mut glues)).into_owned();
    Ok((last(&mut modules), glue))
}

/// The module and the glue, step by step, beginning with what they were.
fn stages(
    module: &[u8],
    script: &str,
    starter: Starter,
) -> Result<(Vec<Stage>, Vec<Stage>), Failure> {
    let before = |bytes: &[u8]| Stage {
        step: "before",
        bytes: bytes.to_vec(),
    };
    let (mut modules, mut glues) = (vec![before(module)], vec![before(script.as_bytes())]);
    let (mut module, mut glue) = (Module::read(module)?, Glue::read(script)?);
    let after = |step, module: &Module| module.write().map(|bytes| Stage { step, bytes });
    let said = |step, glue: &Glue<'_>| Stage {
        step,
        bytes: glue.write().into_bytes(),
    };
    glue.without_starts_but(starter)?;
    glues.push(said("glue: comments, spaces, other starts", &glue));
    reach::only(&mut module)?;
    modules.push(after("module: what nobody reaches", &module)?);
    module.without_custom_sections();
    modules.push(after("module: names for tools", &module)?);
    link::shorter(&mut module, &mut glue)?;
    modules.push(after("module: names shared with the glue", &module)?);
    glues.push(said("glue: names shared with the module", &glue));
    if starter == Starter::Glue {
        // That of the package is shortened with the scripts around it.
        let bytes = minified(&glue.write(), Loaded::AsModule, "the glue")?.into_bytes();
        glues.push(Stage {
            step: "glue: by the minifier",
            bytes,
        });
    }
    for (step, take) in STEPS {
        take(&mut module)?;
        modules.push(after(*step, &module)?);
    }
    Ok((modules, glues))
}

/// Prints what each step saved, about.
fn report(stages: &[Stage]) -> Result<(), Failure> {
    let packing = |error| Failure::new(format_args!("packing failed: {error}"), "build again");
    let sizes = stages.iter().map(|stage| estimate(&stage.bytes));
    let sizes = sizes.collect::<Result<Vec<usize>, _>>().map_err(packing)?;
    for (stage, pair) in stages.iter().skip(1).zip(sizes.windows(2)) {
        let saved = pair[0].cast_signed() - pair[1].cast_signed();
        say::progress(&format!("  {:<44} about {saved:>6} bytes", stage.step));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_that_is_squeezed_is_one_that_can_be_read_and_no_longer() {
        let (modules, glues) =
            stages(&module::example::bytes(), glue::EXAMPLE, Starter::Glue).unwrap();
        for module in &modules {
            wasmparser::validate(&module.bytes).unwrap();
        }
        let last = modules.last().unwrap();
        assert!(last.bytes.len() < modules[0].bytes.len());
        assert!(
            Module::read(&last.bytes)
                .unwrap()
                .functions()
                .unwrap()
                .len()
                == 2
        );
        assert!(glues.last().unwrap().bytes.len() < glues[0].bytes.len());
    }
}
