//! Linking the release app.
//!
//! The release build names this program as the linker of the browser's target. It is called with
//! one object file that holds the whole app, takes out of it what only prepares panics, and has the
//! compiler's own linker do the rest: drop all that nothing mentions any more, text, tables of
//! methods and places in the source included. An object file still says who mentions whom, which a
//! linked module does not; that is why this is done here and not with the rest of the squeezing.

mod arguments;
mod described;
mod object;
mod operation;
mod places;
mod steps;
mod symbols;
mod tail;
mod traps;
mod unread;

#[cfg(test)]
mod example;

use std::collections::HashSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use super::squeeze::module::Module;
use crate::failure::Failure;
use crate::run::run;
use crate::workspace::{self, LINKER_OF_WASM, WASM};
use arguments::Arguments;
use object::Object;

/// The linker that comes with the compiler, which puts it on PATH when it calls one.
const REAL: &str = "rust-lld";

/// Makes this program the linker of what a command compiles for the browser.
pub(crate) fn serve(command: &mut Command) -> Result<&mut Command, Failure> {
    Ok(command.env(LINKER_OF_WASM, own_file()?))
}

/// Removes what an older version of this program linked: cargo does not know that it would be
/// linked otherwise today.
pub(crate) fn forget_older_links() -> Result<(), Failure> {
    let written = |file: &Path| file.metadata().and_then(|data| data.modified()).ok();
    let own: Option<SystemTime> = written(&own_file()?);
    let folder = workspace::target().join(WASM).join("release").join("deps");
    for file in fs::read_dir(folder).into_iter().flatten().flatten() {
        let file = file.path();
        if workspace::is_of_kind(&file, &["wasm"]) && written(&file) < own {
            fs::remove_file(&file).map_err(|error| Failure::file(&file, &error))?;
        }
    }
    Ok(())
}

fn own_file() -> Result<PathBuf, Failure> {
    env::current_exe().map_err(|error| {
        Failure::new(
            format_args!("this program does not find itself: {error}"),
            "run it by `cargo xtask`",
        )
    })
}

/// What the compiler asks of its linker, if it is the compiler who calls.
pub(crate) fn asked(given: &[String]) -> Option<Result<Arguments, Failure>> {
    Arguments::is_call(given).then(|| Arguments::read(given))
}

/// Links as the compiler asks for, without what only prepares panics.
pub(crate) fn link(mut arguments: Arguments) -> Result<(), Failure> {
    let file = arguments.object()?;
    let bytes = fs::read(&file).map_err(|error| Failure::file(&file, &error))?;
    let mut object = Object::read(&bytes)?;
    traps::instead_of_panics(&mut object)?;
    unread::parameters(&mut object)?;
    let lost = described::only(&object)?;
    workspace::write(&file, &object.write()?)?;
    arguments.keep_names();
    call(&arguments)?;
    note(&arguments.output()?, &lost)
}

fn call(arguments: &Arguments) -> Result<(), Failure> {
    let mut linker = Command::new(REAL);
    run(linker.args(arguments.passed_on()?), "linking the app")
}

/// Writes into the module which places of its table will be lost, in the place of all names.
fn note(file: &Path, lost: &HashSet<String>) -> Result<(), Failure> {
    let bytes = fs::read(file).map_err(|error| Failure::file(file, &error))?;
    let mut module = Module::read(&bytes)?;
    module.note_lost(lost)?;
    workspace::write(file, &module.write()?)
}
