//! The tools of the wasm build: the compiler target, Trunk and wasm-bindgen, each at the one
//! version this project is built with. What is there is used; what is missing is installed beside
//! cargo's own things, never over a version somebody else needs. Then what some commands need
//! beyond it: browsers, and files of npm packages.

pub(crate) mod browser;
mod debian;
pub(crate) mod engines;
mod find;
mod install;
pub(crate) mod npm;
mod version;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::run::output_of;
use crate::say;
use crate::workspace::{self, WASM};

pub(crate) use find::on_path;
use find::{executable, named_by, search_path};
pub(crate) use version::first_version;

/// The newest Trunk that this project's oldest compiler can build.
const TRUNK_VERSION: &str = "0.21.14";

/// A tool that cargo can install.
#[derive(Debug)]
struct Tool {
    package: &'static str,
    version: String,
    /// The first one is asked for its version.
    programs: &'static [&'static str],
    /// Whether to install with the versions its author tested.
    locked: bool,
    /// How long an installation takes on a small machine.
    takes: &'static str,
}

/// Trunk and wasm-bindgen, ready to be called.
#[derive(Debug)]
pub(crate) struct Toolbox {
    trunk: PathBuf,
    bindgen: PathBuf,
    path: OsString,
}

impl Toolbox {
    /// Finds or installs everything the wasm build needs.
    pub(crate) fn ready() -> Result<Self, Failure> {
        wasm_target()?;
        let lock = workspace::read(&workspace::root().join("Cargo.lock"))?;
        let bindgen = folder_of(&bindgen(&lock)?)?;
        let trunk = folder_of(&trunk())?;
        Ok(Self {
            trunk: executable(&trunk, "trunk"),
            bindgen: executable(&bindgen, "wasm-bindgen"),
            path: path_beginning_with(bindgen)?,
        })
    }

    /// Trunk, with the right wasm-bindgen first on its PATH.
    pub(crate) fn trunk(&self) -> Command {
        let mut command = Command::new(&self.trunk);
        // Looking for a newer Trunk would be the only use of the network in a build.
        command.env("TRUNK_SKIP_VERSION_CHECK", "true");
        self.equip(&mut command);
        command.current_dir(workspace::root());
        command
    }

    /// wasm-bindgen, in the version of the library.
    pub(crate) fn bindgen(&self) -> Command {
        let mut command = Command::new(&self.bindgen);
        command.current_dir(workspace::root());
        command
    }

    /// Gives a command the same PATH, for cargo's wasm test runner.
    pub(crate) fn equip<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env("PATH", &self.path)
    }
}

/// PATH with a folder before the rest.
fn path_beginning_with(folder: PathBuf) -> Result<OsString, Failure> {
    env::join_paths([folder].into_iter().chain(search_path())).map_err(|error| {
        Failure::new(
            format_args!("PATH cannot be extended: {error}"),
            "take the separator out of the folder's name",
        )
    })
}

fn trunk() -> Tool {
    Tool {
        package: "trunk",
        version: TRUNK_VERSION.to_owned(),
        programs: &["trunk"],
        locked: true,
        takes: "about seven minutes",
    }
}

/// The command line must be of the very version the library has, down to the patch.
fn bindgen(lock: &str) -> Result<Tool, Failure> {
    let version = version::locked(lock, "wasm-bindgen").ok_or_else(|| {
        Failure::new(
            "Cargo.lock names no wasm-bindgen",
            "restore Cargo.lock from the repository",
        )
    })?;
    Ok(Tool {
        package: "wasm-bindgen-cli",
        version: version.to_owned(),
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        // Its lock file names a crate version that was never published.
        locked: false,
        takes: "two to three minutes",
    })
}

/// The folder that holds the tool, after installing it there if need be.
fn folder_of(tool: &Tool) -> Result<PathBuf, Failure> {
    let cache = install::cache(tool)?;
    let places = search_path().into_iter().chain([cache.join("bin")]);
    if let Some(folder) = find::find(tool, places, reported_version) {
        return Ok(folder);
    }
    install::install(tool, &cache)?;
    find::find(tool, [cache.join("bin")], reported_version).ok_or_else(|| {
        Failure::new(
            format_args!(
                "{} {} was installed but does not run",
                tool.package, tool.version
            ),
            format_args!("remove {} and try again", cache.display()),
        )
    })
}

fn reported_version(program: &Path) -> Option<String> {
    let text = output_of(Command::new(program).arg("--version"))?;
    first_version(&text).map(str::to_owned)
}

/// Adds a part of the toolchain (`rustfmt`, `clippy`) that a minimal installation lacks.
pub(crate) fn component(name: &'static str) -> Result<(), Failure> {
    let program = if name == "clippy" {
        "clippy-driver"
    } else {
        name
    };
    if output_of(Command::new(program).arg("--version")).is_some() {
        return Ok(());
    }
    rustup(
        &["component", "add", name],
        &format!("adding {name} to the toolchain"),
    )
}

/// Adds the browser's target to the compiler, unless it is there.
fn wasm_target() -> Result<(), Failure> {
    if has_wasm_target() {
        return Ok(());
    }
    rustup(
        &["target", "add", WASM],
        "adding the compiler's WebAssembly target",
    )
}

/// Has rustup add something, or says how to do without it.
fn rustup(arguments: &[&str], what: &str) -> Result<(), Failure> {
    say::step(&format!("rustup {} (a few seconds)", arguments.join(" ")));
    if on_path("rustup").is_none() {
        return Err(Failure::new(
            format_args!("{what} needs rustup, which is not on PATH"),
            "install it the way this compiler was installed, or use rustup's compiler",
        ));
    }
    let mut rustup = Command::new("rustup");
    rustup.args(arguments).current_dir(workspace::root());
    crate::run::run_online(&mut rustup, what).map_err(|failure| {
        Failure::new(
            failure,
            format_args!("or do it by hand: rustup {}", arguments.join(" ")),
        )
    })
}

fn has_wasm_target() -> bool {
    let mut rustc = Command::new("rustc");
    rustc
        .args(["--print", "target-libdir", "--target", WASM])
        .current_dir(workspace::root());
    output_of(&mut rustc).is_some_and(|folder| Path::new(folder.trim()).is_dir())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_bindgen_is_wanted_in_the_version_of_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        let tool = bindgen(lock).unwrap();
        assert_eq!(tool.version, "0.2.130");
        assert!(!tool.locked);
    }

    #[test]
    fn a_lock_file_without_wasm_bindgen_is_an_error() {
        assert!(bindgen("[[package]]\nname = \"yew\"\nversion = \"0.23.0\"\n").is_err());
    }

    #[test]
    fn a_named_folder_comes_before_the_rest_of_the_path() {
        let path = path_beginning_with(PathBuf::from("/first")).unwrap();
        assert_eq!(
            env::split_paths(&path).next(),
            Some(PathBuf::from("/first"))
        );
    }
}
