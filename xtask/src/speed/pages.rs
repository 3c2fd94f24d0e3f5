//! The pages ours is compared with, laid out to be served as ours is: packed at the highest
//! settings, under the same headers.

use std::fs;
use std::path::{Path, PathBuf};

use crate::compress::{brotli, gzip};
use crate::failure::Failure;
use crate::say;
use crate::tools::npm::{self, Package};
use crate::workspace;

/// The largest library that still does the job, in the release that was last measured.
const AUTH0: Package = Package {
    name: "auth0-js",
    version: "10.2.1",
    file: "dist/auth0.min.js",
};

/// Writes the hand-written page, and gives its folder.
pub(super) fn floor() -> Result<PathBuf, Failure> {
    let folder = folder("floor");
    lay(&folder, "callback.html", include_bytes!("pages/floor.html"))?;
    lay(&folder, "floor.js", include_bytes!("pages/floor.js"))?;
    Ok(folder)
}

/// Writes the page of auth0-js, and gives its folder; nothing where it cannot be had.
pub(super) fn auth0() -> Result<Option<PathBuf>, Failure> {
    let Some(library) = npm::file_of(AUTH0)? else {
        say::progress("auth0-js is left out: it is installed by npm, which is not on PATH");
        return Ok(None);
    };
    let library = fs::read(&library).map_err(|error| Failure::file(&library, &error))?;
    let folder = folder("auth0-js");
    lay(&folder, "callback.html", include_bytes!("pages/auth0.html"))?;
    lay(&folder, "auth0.min.js", &library)?;
    Ok(Some(folder))
}

fn folder(name: &str) -> PathBuf {
    workspace::target().join("speed").join(name)
}

fn lay(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    let place = folder.join(name);
    let failed = |error| Failure::file(&place, &error);
    // A stage serves apps, and an app has a first page.
    workspace::write(
        &folder.join("index.html"),
        b"<!doctype html><title>App</title>",
    )?;
    workspace::write(&place, bytes)?;
    let twin = |kind: &str| folder.join(format!("{name}.{kind}"));
    workspace::write(&twin("br"), &brotli(bytes).map_err(failed)?)?;
    workspace::write(&twin("gz"), &gzip(bytes).map_err(failed)?)
}
