//! The WebAssembly modules beside the app's, each with its glue.

use std::fs;
use std::path::PathBuf;

use crate::build::linker;
use crate::build::squeeze::{self, Starter};
use crate::failure::Failure;
use crate::run::{built_file, run, run_online};
use crate::say;
use crate::tools::Toolbox;
use crate::workspace::{self, WASM};

/// A crate with a program of its name, and the name that the module is shipped under.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    package: &'static str,
    pub(crate) shipped: &'static str,
    starter: Starter,
}

/// All elements, and the session.
pub(crate) const ELEMENTS: Part = Part {
    package: "sell-panels",
    shipped: "sell-elements.wasm",
    starter: Starter::Script,
};

/// The session alone.
pub(super) const HEADLESS: Part = Part {
    package: "sell-headless",
    shipped: "sell-headless.wasm",
    starter: Starter::Script,
};

/// The page that shows the elements; it is of the app, not of the package.
pub(super) const SCREEN: Part = Part {
    package: "sell-embed-screen",
    shipped: "sell-embed.wasm",
    starter: Starter::Glue,
};

/// A module as it is shipped, and the script that belongs to it.
#[derive(Debug)]
pub(super) struct Compiled {
    pub(super) part: Part,
    pub(super) module: Vec<u8>,
    pub(super) glue: String,
}

/// Compiles a part and has wasm-bindgen write its glue; both are shortened.
pub(super) fn compiled(part: Part, tools: &Toolbox) -> Result<Compiled, Failure> {
    say::step(&format!(
        "Building {} (a minute or two the first time)",
        part.package
    ));
    let file = built(part)?;
    let folder = generated(part)?;
    let mut bindgen = tools.bindgen();
    bindgen
        .args([
            "--target",
            "web",
            "--no-typescript",
            "--omit-default-module-path",
        ])
        .args(["--out-name", part.package, "--out-dir"])
        .arg(&folder)
        .arg(&file);
    run(&mut bindgen, "wasm-bindgen")?;
    let module = folder.join(format!("{}_bg.wasm", part.package));
    let module = fs::read(&module).map_err(|error| Failure::file(&module, &error))?;
    let glue = workspace::read(&folder.join(format!("{}.js", part.package)))?;
    let (module, glue) = squeeze::shortened(&module, &glue, part.starter)?;
    Ok(Compiled { part, module, glue })
}

fn built(part: Part) -> Result<PathBuf, Failure> {
    let mut fetch = workspace::cargo();
    run_online(
        fetch.args(["fetch", "--quiet", "--locked"]),
        "fetching crates",
    )?;
    linker::forget_older_links()?;
    let mut cargo = workspace::cargo();
    cargo.args(["build", "--locked", "--release", "--target", WASM]);
    cargo.args(["-p", part.package, "--bin", part.package]);
    let cargo = linker::serve(workspace::for_release(&mut cargo))?;
    built_file(cargo, part.package)
}

/// An empty folder for what wasm-bindgen writes, which leaves its snippets beside newer output.
fn generated(part: Part) -> Result<PathBuf, Failure> {
    let folder = workspace::target().join("package").join(part.package);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    Ok(folder)
}
