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

/// The callback pages. The app's stands beside the app, so its folder is home; that of the package
/// may stand anywhere on somebody's site.
const CALLBACKS: [(&str, &str); 2] = [("callback.html", "./"), (CALLBACK_OF_PACKAGE, "/")];

/// The one of the package, among what is generated.
pub(crate) const CALLBACK_OF_PACKAGE: &str = "package/callback.html";

/// Makes all three in the generated folder.
pub(crate) fn assemble() -> Result<(), Failure> {
    say::step("Assembling capture.js, callback.html and app.css");
    let module = core_module()?;
    let bytes = fs::read(&module).map_err(|error| Failure::file(&module, &error))?;
    let elements = workspace::root().join("static").join("elements");
    let template = workspace::read(&elements.join("capture.js"))?;
    let capture = script::with_core(&template, &bytes)?;
    let template = workspace::read(&elements.join("callback.html"))?;
    let sheet = styles::bundle("app.css", &|name| {
        workspace::read(&workspace::root().join("static").join("styles").join(name))
    })?;
    let folder = workspace::generated();
    workspace::write(&folder.join("capture.js"), capture.as_bytes())?;
    for (place, home) in CALLBACKS {
        let page = script::inlined(&template, &capture, home)?;
        workspace::write(&folder.join(place), page.as_bytes())?;
    }
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
