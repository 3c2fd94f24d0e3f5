//! The release build: Trunk's output, renamed by content, with the Embed screen beside it, examined
//! and packed.

mod check;
pub(crate) mod headers;
pub(crate) mod linker;
mod names;
mod pages;
mod screen;
pub(crate) mod squeeze;
mod twins;

use std::fs;
use std::path::{Path, PathBuf};

use crate::capture;
use crate::failure::Failure;
use crate::run::{run, run_online};
use crate::say;
use crate::tools::Toolbox;
use crate::workspace;

/// Writes the release app to `dist/`.
pub(crate) fn release() -> Result<(), Failure> {
    let tools = Toolbox::ready()?;
    say::step("Fetching crates");
    let mut fetch = workspace::cargo();
    run_online(
        fetch.args(["fetch", "--quiet", "--locked"]),
        "fetching crates",
    )?;
    capture::assemble()?;
    say::step("Building the app (a minute or two the first time)");
    forget_old_glue();
    linker::forget_older_links()?;
    let mut trunk = tools.trunk();
    trunk.args(["build", "--release"]);
    run(
        linker::serve(workspace::for_release(&mut trunk))?,
        "building the app",
    )?;
    finish(&workspace::dist(), &tools)
}

/// wasm-bindgen leaves its snippets beside newer output, and Trunk would ship them all.
fn forget_old_glue() {
    let _ = fs::remove_dir_all(workspace::target().join("wasm-bindgen").join("release"));
}

fn finish(dist: &Path, tools: &Toolbox) -> Result<(), Failure> {
    squeeze::shorten(dist)?;
    names::by_content(dist)?;
    screen::add(dist, tools)?;
    pages::shorten(dist)?;
    check::examine(dist, &workspace::machine_paths())?;
    let policy = headers::write(dist)?;
    twins::write(dist)?;
    say::progress(&format!(
        "Content-Security-Policy of callback.html:\n  {policy}"
    ));
    say::progress("The app is in dist/; dist/headers.txt says what to send with it.");
    Ok(())
}

/// Every file under a folder, sorted, as it stands there.
pub(crate) fn files_under(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).map_err(|error| Failure::file(folder, &error))?;
    for entry in entries {
        let path = entry.map_err(|error| Failure::file(folder, &error))?.path();
        if path.is_dir() {
            found.extend(files_under(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// A path inside a folder as an address writes it.
pub(crate) fn address(folder: &Path, file: &Path) -> String {
    let inner = file.strip_prefix(folder).unwrap_or(file);
    let parts: Vec<_> = inner.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}
