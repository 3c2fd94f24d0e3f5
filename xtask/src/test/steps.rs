//! The steps of a whole run, cheap ones first.

use std::process::Command;

use super::samples;
use crate::axe;
use crate::cli::Group;
use crate::failure::Failure;
use crate::package;
use crate::run::{run, run_online};
use crate::size;
use crate::tools::engines::{self, Equipment};
use crate::tools::{self, browser::Browser};
use crate::workspace::{self, WASM};

/// One line of the summary.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) name: &'static str,
    pub(super) group: Group,
    /// The steps whose results this one uses.
    pub(super) needs: &'static [&'static str],
    /// Why the step cannot be done on this machine, where that is no failure.
    pub(super) lacks: fn() -> Option<String>,
    pub(super) perform: fn() -> Result<(), Failure>,
}

impl Step {
    /// Whether the step was asked for; naming no group asks for all.
    pub(super) fn belongs_to(&self, only: &[Group]) -> bool {
        only.is_empty() || only.contains(&self.group)
    }
}

const BUILD: &str = "release build and budgets";
const PACK: &str = "package";
/// The journeys that tell the surroundings in other engines.
const IN_FIREFOX: &str = "the_matrix_in_firefox_is_as_written";
const IN_WEBKIT: &str = "the_matrix_in_webkit_is_as_written";

/// All steps, in order.
pub(super) fn all() -> Vec<Step> {
    let step = |name, group, perform| Step {
        name,
        group,
        needs: &[],
        lacks: || None,
        perform,
    };
    vec![
        step("rustfmt", Group::Lints, rustfmt),
        step("clippy", Group::Lints, clippy),
        step(
            "clippy for the browser",
            Group::Lints,
            clippy_for_the_browser,
        ),
        step("rustdoc", Group::Lints, rustdoc),
        step("native tests", Group::Native, native),
        step(BUILD, Group::Size, || size::of_app(false)),
        step(PACK, Group::Size, package::write),
        Step {
            needs: &[PACK],
            ..step("budgets of the package", Group::Size, || {
                size::of_package(true)
            })
        },
        step("browser tests", Group::Browser, in_the_browser),
        Step {
            needs: &[BUILD, PACK],
            ..step("journeys", Group::Journeys, journeys)
        },
        Step {
            needs: &[BUILD, PACK],
            lacks: engines::lacks_firefox,
            ..step("surroundings in Firefox", Group::Engines, || {
                surroundings(IN_FIREFOX, &engines::firefox()?)
            })
        },
        Step {
            needs: &[BUILD, PACK],
            lacks: engines::lacks_webkit,
            ..step("surroundings in WebKit", Group::Engines, || {
                surroundings(IN_WEBKIT, &engines::webkit()?)
            })
        },
        Step {
            needs: &[PACK],
            lacks: samples::lacking,
            ..step("types of the package", Group::Samples, samples::types)
        },
        Step {
            needs: &[PACK],
            ..step("samples", Group::Samples, samples::journeys)
        },
        Step {
            needs: &[BUILD, PACK],
            lacks: axe::lacking,
            ..step("accessibility", Group::Axe, accessibility)
        },
    ]
}

fn rustfmt() -> Result<(), Failure> {
    tools::component("rustfmt")?;
    run(
        workspace::cargo().args(["fmt", "--all", "--check"]),
        "rustfmt",
    )
    .map_err(|failure| Failure::new(failure, "`cargo fmt --all` puts it right"))
}

fn clippy() -> Result<(), Failure> {
    tools::component("clippy")?;
    let arguments = ["clippy", "--locked", "--workspace", "--all-targets"];
    run_online(
        workspace::cargo()
            .args(arguments)
            .args(["--", "-D", "warnings"]),
        "clippy",
    )
}

fn clippy_for_the_browser() -> Result<(), Failure> {
    tools::component("clippy")?;
    tools::Toolbox::ready()?;
    let packages = [
        "sell-elements",
        "implicit-capture",
        "sell-headless",
        "sell-panels",
        "sell-embed-screen",
    ];
    let mut cargo = workspace::cargo();
    cargo
        .args(["clippy", "--locked", "--target", WASM])
        .args(packages.iter().flat_map(|package| ["-p", package]));
    cargo.args([
        "--lib", "--bins", "--test", "browser", "--", "-D", "warnings",
    ]);
    run_online(&mut cargo, "clippy for the browser")
}

fn rustdoc() -> Result<(), Failure> {
    let mut cargo = workspace::cargo();
    cargo
        .args(["doc", "--locked", "--workspace", "--no-deps"])
        .env("RUSTDOCFLAGS", "-D warnings");
    run(&mut cargo, "rustdoc")
}

/// The journeys need a browser and the built app; they are a step of their own.
fn native() -> Result<(), Failure> {
    let arguments = [
        "test",
        "--locked",
        "--workspace",
        "--exclude",
        "sell-journeys",
    ];
    run_online(workspace::cargo().args(arguments), "the native tests")
}

fn in_the_browser() -> Result<(), Failure> {
    let tools = tools::Toolbox::ready()?;
    let browser = Browser::ready()?;
    let mut cargo = workspace::cargo();
    tools.equip(&mut cargo);
    cargo.args([
        "test",
        "--locked",
        "--target",
        WASM,
        "-p",
        "sell-elements",
        "--features",
        "languages",
        "--test",
        "browser",
    ]);
    // A new browser on a busy machine needs longer than the runner allows.
    cargo
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
    run_online(browser.equip(&mut cargo), "the browser tests")
}

fn journeys() -> Result<(), Failure> {
    built("the journeys need")?;
    let browser = Browser::ready()?;
    let mut cargo: Command = workspace::cargo();
    cargo.args(["test", "--locked", "-p", "sell-journeys"]);
    run_online(browser.equip(&mut cargo), "the journeys")
}

/// The journeys of one test target, to be told where their browser is.
pub(super) fn journeys_in(target: &str) -> Command {
    let mut cargo = workspace::cargo();
    cargo
        .args(["test", "--locked", "-p", "sell-journeys"])
        .args(["--test", target]);
    cargo
}

/// A journey of another engine is ignored unless asked for by its name.
fn surroundings(name: &str, engine: &Equipment) -> Result<(), Failure> {
    built("the journeys need")?;
    let mut cargo = journeys_in("journeys");
    cargo
        .args(["--", "--ignored", "--exact"])
        .arg(format!("elements::frames::{name}"));
    run_online(engine.equip(&mut cargo), "the journeys")
}

fn accessibility() -> Result<(), Failure> {
    built("axe-core needs")?;
    axe::look_at_what_is_built()
}

/// The app and the package are there, also where the steps that build them were not asked for.
fn built(who_needs: &str) -> Result<(), Failure> {
    let app = (workspace::dist().join("index.html"), "built app", "build");
    let package = (
        workspace::package().join("package.json"),
        "package",
        "package",
    );
    for (file, what, command) in [app, package] {
        if !file.is_file() {
            return Err(Failure::new(
                format_args!("{who_needs} the {what}"),
                format_args!("run `cargo xtask {command}`"),
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn naming_no_group_asks_for_every_step() {
        assert!(all().iter().all(|step| step.belongs_to(&[])));
    }

    #[test]
    fn a_named_group_asks_for_its_own_steps_only() {
        let steps = all();
        let names: Vec<_> = steps
            .iter()
            .filter(|s| s.belongs_to(&[Group::Journeys]))
            .map(|s| s.name)
            .collect();
        assert_eq!(names, ["journeys"]);
    }

    #[test]
    fn what_a_step_needs_comes_before_it() {
        let steps = all();
        for (place, step) in steps.iter().enumerate() {
            let before = &steps[..place];
            let mut needs = step.needs.iter();
            assert!(needs.all(|need| before.iter().any(|s| s.name == *need)));
        }
    }

    #[test]
    fn the_journeys_of_other_engines_are_there_by_these_names() {
        let journeys = workspace::root().join("tests/e2e/journeys/elements/frames/mod.rs");
        let journeys = workspace::read(&journeys).unwrap();
        for name in [IN_FIREFOX, IN_WEBKIT] {
            assert!(journeys.contains(&format!("fn {name}()")), "{name}");
        }
    }
}
