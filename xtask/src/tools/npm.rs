//! Files of npm packages that are measured or asked, and never shipped: each at one version, in a
//! folder of its own below `target/`. Whoever has no npm does without.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::on_path;
use crate::failure::Failure;
use crate::run::run_online;
use crate::say;
use crate::workspace;

/// A file of one version of a package.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Package {
    pub(crate) name: &'static str,
    pub(crate) version: &'static str,
    /// As its author built it, by its path inside of the package.
    pub(crate) file: &'static str,
}

/// Where the file is, after installing the package if need be; nothing where there is no npm.
pub(crate) fn file_of(package: Package) -> Result<Option<PathBuf>, Failure> {
    let Package {
        name,
        version,
        file,
    } = package;
    let folder = workspace::target()
        .join("npm")
        .join(format!("{name}-{version}"));
    let place = folder.join("node_modules").join(name).join(file);
    if place.is_file() {
        return Ok(Some(place));
    }
    let Some(npm) = on_path("npm") else {
        return Ok(None);
    };
    say::step(&format!("Installing {name} {version} below target/"));
    fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    let mut install = Command::new(npm);
    // The prefix keeps npm from looking for a project in the folders above.
    install
        .current_dir(&folder)
        .args(["install", "--no-save", "--ignore-scripts", "--no-audit"])
        .args(["--no-fund", "--prefix", "."])
        .arg(format!("{name}@{version}"));
    run_online(&mut install, &format!("installing {name}"))?;
    if place.is_file() {
        return Ok(Some(place));
    }
    Err(Failure::new(
        format_args!("{name} {version} holds no {file}"),
        format_args!("remove {} and run the command again", folder.display()),
    ))
}
