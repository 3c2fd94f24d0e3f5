//! Installing a tool with cargo, each version in a folder of its own.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Tool;
use crate::failure::Failure;
use crate::run::run_online;
use crate::say;
use crate::workspace::{cargo, cargo_home};

/// Trunk's own release profile asks for link-time optimisation in one unit. That makes a faster
/// Trunk that nobody here would notice and a build on one core that everybody does.
const QUICKER_PROFILE: &[(&str, &str)] = &[
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

/// The folder of this version, shared by all checkouts.
pub(super) fn cache(tool: &Tool) -> Result<PathBuf, Failure> {
    let home = cargo_home().ok_or_else(|| {
        Failure::new(
            "cargo's folder is unknown",
            "set CARGO_HOME or HOME and try again",
        )
    })?;
    let name = format!("{}-{}", tool.package, tool.version);
    Ok(home.join("sell-elements-tools").join(name))
}

/// Builds and installs the tool. The unfinished build is kept in the folder, so that an
/// interrupted installation goes on where it stopped.
pub(super) fn install(tool: &Tool, folder: &Path) -> Result<(), Failure> {
    let build = folder.join("build");
    fs::create_dir_all(&build).map_err(|error| Failure::file(&build, &error))?;
    say::step(&format!(
        "Installing {} {} ({}, once per machine)",
        tool.package, tool.version, tool.takes
    ));
    let mut command = cargo();
    // Outside the workspace, so that its cargo settings do not apply.
    command
        .current_dir(&build)
        .args(arguments(tool, folder, &build))
        .envs(QUICKER_PROFILE.iter().copied());
    forget_callers_flags(&mut command);
    run_online(
        &mut command,
        &format!("installing {} {}", tool.package, tool.version),
    )?;
    // Only disk space is lost when this fails.
    let _ = fs::remove_dir_all(&build);
    Ok(())
}

/// Flags meant for our own code would only make the tool's build fail or start over.
fn forget_callers_flags(command: &mut Command) {
    for name in [
        "RUSTFLAGS",
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_BUILD_TARGET",
        "CARGO_TARGET_DIR",
    ] {
        command.env_remove(name);
    }
}

fn arguments(tool: &Tool, folder: &Path, build: &Path) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = ["install", tool.package, "--version", &tool.version]
        .into_iter()
        .map(OsString::from)
        .collect();
    arguments.extend([
        "--root".into(),
        folder.into(),
        "--target-dir".into(),
        build.into(),
    ]);
    // cargo would otherwise not mend a folder whose record says "installed".
    arguments.push("--force".into());
    if tool.locked {
        arguments.push("--locked".into());
    }
    arguments
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(locked: bool) -> String {
        let tool = Tool {
            package: "thing",
            version: "1.2.3".to_owned(),
            programs: &["thing"],
            locked,
            takes: "no time",
        };
        let arguments = arguments(&tool, Path::new("/cache"), Path::new("/cache/build"));
        arguments.join(" ".as_ref()).into_string().unwrap()
    }

    #[test]
    fn the_exact_version_is_installed_in_the_folder_of_its_own() {
        assert_eq!(
            line(true),
            "install thing --version 1.2.3 --root /cache --target-dir /cache/build --force --locked"
        );
    }

    #[test]
    fn a_tool_with_an_unusable_lock_file_is_installed_without_it() {
        assert!(!line(false).contains("--locked"));
    }
}
