//! The examples, each built as its reader would build it, and the types as a compiler reads them.
//!
//! Everything happens in `target/samples`, so that nothing of it stays in the tree. What needs Node
//! is left out where Node is absent, and says so.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::steps::journeys_in;
use crate::build::{address, files_under};
use crate::failure::Failure;
use crate::run::{output_of, run, run_online};
use crate::say;
use crate::tools::browser::Browser;
use crate::tools::{Toolbox, on_path};
use crate::workspace;

/// An example that Vite builds from the packed package.
struct WithNode {
    name: &'static str,
    /// Its folder below `examples`.
    folder: &'static str,
    /// Whether the framework checks itself, as while a page is being written: React's strict mode
    /// then mounts everything twice.
    is_checked: bool,
}

/// The script of an example that draws it on a server.
const RENDER: &str = "render.js";

const WITH_NODE: [WithNode; 4] = [
    WithNode {
        name: "react",
        folder: "react",
        is_checked: false,
    },
    WithNode {
        name: "react-18",
        folder: "react-18",
        is_checked: false,
    },
    WithNode {
        name: "react-18-strict",
        folder: "react-18",
        is_checked: true,
    },
    WithNode {
        name: "vue",
        folder: "vue",
        is_checked: false,
    },
];

/// Why neither types nor frameworks can be tried.
const WITHOUT_NODE: &str = "Node 20 or newer, with npm, is not on PATH";

/// Why the types cannot be compiled on this machine.
pub(super) fn lacking() -> Option<String> {
    let there = on_path("npm").is_some() && on_path("node").is_some();
    (!there).then(|| WITHOUT_NODE.to_owned())
}

/// Compiles a consumer of the types in which every wrong line is marked as one.
pub(super) fn types() -> Result<(), Failure> {
    let npm = Npm::found()?.ok_or_else(|| Failure::new(WITHOUT_NODE, "install Node"))?;
    let folder = scratch("types");
    copy(&workspace::root().join("tests/types"), &folder)?;
    npm.install(&folder)?;
    let mut compiler = Command::new(&npm.node);
    compiler.current_dir(&folder);
    run(
        compiler.args(["node_modules/typescript/bin/tsc", "--project", "."]),
        "compiling a consumer of the types",
    )
}

/// Builds every example that can be built here, and takes one journey through each.
pub(super) fn journeys() -> Result<(), Failure> {
    let mut built = vec![plain()?, with_trunk()?];
    if let Some(npm) = Npm::found()? {
        for example in &WITH_NODE {
            built.push(with_vite(&npm, example)?);
        }
    } else {
        let names = WITH_NODE.map(|example| example.name).join(", ");
        say::progress(&format!("left out, because {WITHOUT_NODE}: {names}"));
    }
    let browser = Browser::ready()?;
    let mut cargo = journeys_in("samples");
    cargo
        .env("SELL_SAMPLES", scratch(""))
        .env("SELL_SAMPLES_BUILT", built.join(","));
    run_online(
        browser.equip(&mut cargo),
        "the journeys through the samples",
    )
}

/// Plain HTML is ready as it is, with the package beside it.
fn plain() -> Result<&'static str, Failure> {
    let site = fresh("html")?.join("dist");
    copy(&workspace::root().join("examples/html"), &site)?;
    copy(&workspace::package(), &site.join("sell-elements"))?;
    add_callback(&site)?;
    Ok("html")
}

/// Its dependencies are those of the workspace, so it shares the folder of what is compiled.
fn with_trunk() -> Result<&'static str, Failure> {
    say::step("Building the example for yew (a minute or two the first time)");
    let site = fresh("yew")?.join("dist");
    let folder = workspace::root().join("examples/yew");
    let mut fetch = workspace::cargo();
    fetch
        .current_dir(&folder)
        .args(["fetch", "--quiet", "--locked"]);
    run_online(&mut fetch, "fetching crates")?;
    let mut trunk = Toolbox::ready()?.trunk();
    trunk
        .current_dir(&folder)
        .args(["build", "--release", "--dist"])
        .arg(&site)
        .env("CARGO_TARGET_DIR", workspace::target());
    run(&mut trunk, "building the example for yew")?;
    add_callback(&site)?;
    Ok("yew")
}

fn with_vite(npm: &Npm, example: &WithNode) -> Result<&'static str, Failure> {
    let name = example.name;
    say::step(&format!("Building the example for {name}"));
    let folder = scratch(name);
    let source = workspace::root().join("examples").join(example.folder);
    copy(&source, &folder)?;
    npm.install(&folder)?;
    if folder.join(RENDER).is_file() {
        render(&npm.node, &folder)?;
    }
    npm.run_checked(&folder, &["run", "build"], example.is_checked)?;
    add_callback(&folder.join("dist"))?;
    Ok(name)
}

/// Draws the example without a page. What a server sends must have all that the element needs.
fn render(node: &Path, folder: &Path) -> Result<(), Failure> {
    let drawn = output_of(Command::new(node).current_dir(folder).arg(RENDER)).unwrap_or_default();
    if drawn.contains("<sell-sign-in client-id=\"CLIENT_ID\"") && drawn.contains("scope=\"read\"") {
        return Ok(());
    }
    let what = format_args!("{RENDER} of the example drew: {drawn}").to_string();
    Err(Failure::new(what, "look at xtask/src/package/react.js"))
}

/// Answers come back to a page beside the app's own.
fn add_callback(site: &Path) -> Result<(), Failure> {
    copy_file(
        &workspace::package().join("callback.html"),
        &site.join("callback.html"),
    )
}

/// Node's package manager, and the package as it would be published.
struct Npm {
    program: PathBuf,
    node: PathBuf,
    packed: PathBuf,
}

impl Npm {
    /// Packs the package; nothing where there is no Node.
    fn found() -> Result<Option<Self>, Failure> {
        let (Some(program), Some(node)) = (on_path("npm"), on_path("node")) else {
            return Ok(None);
        };
        let folder = fresh("packed")?;
        let mut found = Self {
            program,
            node,
            packed: PathBuf::new(),
        };
        let package = workspace::package();
        let to = folder.to_string_lossy().into_owned();
        found.run(&package, &["pack", "--silent", "--pack-destination", &to])?;
        let packed = files_under(&folder)?.pop();
        found.packed = packed
            .ok_or_else(|| Failure::new("npm packed nothing", "run `cargo xtask package`"))?;
        Ok(Some(found))
    }

    /// What the lock file names, and then our package from its archive.
    fn install(&self, folder: &Path) -> Result<(), Failure> {
        self.run(folder, &["ci", "--prefer-offline"])?;
        let packed = self.packed.to_string_lossy().into_owned();
        self.run(
            folder,
            &[
                "install",
                "--no-save",
                "--no-package-lock",
                "--prefer-offline",
                &packed,
            ],
        )
    }

    fn run(&self, folder: &Path, arguments: &[&str]) -> Result<(), Failure> {
        self.run_checked(folder, arguments, false)
    }

    fn run_checked(
        &self,
        folder: &Path,
        arguments: &[&str],
        is_checked: bool,
    ) -> Result<(), Failure> {
        let mut command = Command::new(&self.program);
        if is_checked {
            command.env("NODE_ENV", "development");
        }
        command
            .current_dir(folder)
            .args(arguments)
            .env("npm_config_audit", "false")
            .env("npm_config_fund", "false")
            .env("npm_config_update_notifier", "false");
        run_online(&mut command, &format!("npm {}", arguments[0]))
    }
}

/// A folder for what comes of a sample.
fn scratch(name: &str) -> PathBuf {
    workspace::target().join("samples").join(name)
}

fn fresh(name: &str) -> Result<PathBuf, Failure> {
    let folder = scratch(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    Ok(folder)
}

/// Copies the files of a folder, but not what was installed or built in it.
fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    for file in files_under(from)? {
        let inner = address(from, &file);
        if !inner.starts_with("node_modules/") && !inner.starts_with("dist/") {
            copy_file(&file, &to.join(inner))?;
        }
    }
    Ok(())
}

fn copy_file(from: &Path, to: &Path) -> Result<(), Failure> {
    let bytes = fs::read(from).map_err(|error| Failure::file(from, &error))?;
    workspace::write(to, &bytes)
}
