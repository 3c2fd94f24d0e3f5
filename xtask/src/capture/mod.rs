//! The files that are made before Trunk runs: the capture script with the judge inside, the
//! callback page with the script inside, and the one stylesheet.

mod script;
pub(crate) mod sheet;
pub(crate) mod styles;

use std::fs;
use std::path::PathBuf;

use crate::failure::Failure;
use crate::run::built_file;
use crate::say;
use crate::workspace::{self, WASM};

/// The crate that is compiled to the raw module, and its file's name.
const CORE: (&str, &str) = ("implicit-capture", "implicit_capture");

/// Makes all three in the generated folder.
pub(crate) fn assemble() -> Result<(), Failure> {
    say::step("Assembling capture.js, callback.html and app.css");
    let module = core_module()?;
    let bytes = fs::read(&module).map_err(|error| Failure::file(&module, &error))?;
    let elements = workspace::root().join("static").join("elements");
    let template = workspace::read(&elements.join("capture.js"))?;
    let capture = script::with_core(&template, &bytes)?;
    let page = script::inlined(&workspace::read(&elements.join("callback.html"))?, &capture)?;
    let sheet = styles::bundle("app.css", &|name| {
        workspace::read(&workspace::root().join("static").join("styles").join(name))
    })?;
    let folder = workspace::generated();
    workspace::write(&folder.join("capture.js"), capture.as_bytes())?;
    workspace::write(&folder.join("callback.html"), page.as_bytes())?;
    let sheet = sheet::squeezed(&sheet);
    workspace::write(&folder.join("app.css"), sheet.as_bytes())
}

/// Compiles the judge to a module of about two kilobytes.
fn core_module() -> Result<PathBuf, Failure> {
    let mut cargo = workspace::cargo();
    cargo.args([
        "build",
        "--quiet",
        "--locked",
        "--release",
        "--target",
        WASM,
        "-p",
        CORE.0,
    ]);
    built_file(workspace::without_machine_paths(&mut cargo), CORE.1)
}
