//! Starting other programs and turning their ends into sentences.

use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};

use serde_json::Value;

use crate::failure::Failure;
use crate::say;
use crate::workspace::is_of_kind;

/// What cargo says when it cannot reach a registry, in its several wordings.
const NETWORK_SIGNS: &[&str] = &[
    "Could not resolve host",
    "Couldn't connect to server",
    "Connection refused",
    "Network is unreachable",
    "Timeout was reached",
    "network failure",
    "failed to download",
    "--offline was specified",
];

/// Runs a program to its end. Its output is shown; its standard output joins standard error, so
/// that our own standard output holds results only.
pub(crate) fn run(command: &mut Command, what: &str) -> Result<(), Failure> {
    command.stdout(Stdio::from(io::stderr()));
    let status = start(command)?
        .wait()
        .map_err(|error| broken(command, &error))?;
    finished(status, what)
}

/// Like [`run`] for a program that downloads: a missing network is named as such.
pub(crate) fn run_online(command: &mut Command, what: &str) -> Result<(), Failure> {
    command
        .stdout(Stdio::from(io::stderr()))
        .stderr(Stdio::piped());
    let mut child = start(command)?;
    let mut unreachable = false;
    if let Some(stderr) = child.stderr.take() {
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            unreachable |= speaks_of_the_network(&line);
            say::progress(&line);
        }
    }
    let status = child.wait().map_err(|error| broken(command, &error))?;
    if !status.success() && unreachable {
        return Err(Failure::new(
            format_args!("{what} needs the network, and the crate registry did not answer"),
            "check the connection or proxy and run the command again",
        ));
    }
    finished(status, what)
}

/// Runs a program quietly and returns what it printed, or nothing when it failed or is missing.
pub(crate) fn output_of(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program to its end and returns what it printed as its result. What it says meanwhile is
/// shown.
pub(crate) fn printed(command: &mut Command, what: &str) -> Result<String, Failure> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| broken(command, &error))?;
    finished(output.status, what)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs `cargo build` and returns the file it made for `target` (an executable or a wasm module).
pub(crate) fn built_file(command: &mut Command, target: &str) -> Result<PathBuf, Failure> {
    command
        .arg("--message-format=json-render-diagnostics")
        .stdout(Stdio::piped());
    let mut child = start(command)?;
    let mut found = None;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            found = artifact(&line, target).or(found);
        }
    }
    let status = child.wait().map_err(|error| broken(command, &error))?;
    finished(status, &format!("building {target}"))?;
    found.ok_or_else(|| {
        Failure::new(
            format_args!("cargo built no file for {target}"),
            "check the crate type and the name of the target in its Cargo.toml",
        )
    })
}

fn start(command: &mut Command) -> Result<Child, Failure> {
    command
        .stdin(Stdio::null())
        .spawn()
        .map_err(|error| broken(command, &error))
}

fn broken(command: &Command, error: &io::Error) -> Failure {
    let program = command.get_program().to_string_lossy().into_owned();
    Failure::new(
        format_args!("`{program}` could not be run: {error}"),
        "install it or put it on PATH",
    )
}

fn finished(status: ExitStatus, what: &str) -> Result<(), Failure> {
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(
            format_args!("{what} failed ({status})"),
            "its own message is above; mend that and run the command again",
        ))
    }
}

fn speaks_of_the_network(line: &str) -> bool {
    NETWORK_SIGNS.iter().any(|sign| line.contains(sign))
}

/// The file of one line of cargo's machine-readable output, when the line is about `target`.
fn artifact(line: &str, target: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(line).ok()?;
    if message["reason"] != "compiler-artifact" || message["target"]["name"] != target {
        return None;
    }
    if let Some(executable) = message["executable"].as_str() {
        return Some(PathBuf::from(executable));
    }
    let files = message["filenames"].as_array()?;
    files
        .iter()
        .filter_map(Value::as_str)
        .find(|file| is_of_kind(file, &["wasm"]))
        .map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wasm_file_of_the_named_target_is_taken() {
        let line = r#"{"reason":"compiler-artifact","target":{"name":"core"},"executable":null,
            "filenames":["/t/core.d","/t/core.wasm"]}"#;
        assert_eq!(artifact(line, "core"), Some(PathBuf::from("/t/core.wasm")));
        assert_eq!(artifact(line, "other"), None);
    }

    #[test]
    fn an_executable_comes_before_its_other_files() {
        let line = r#"{"reason":"compiler-artifact","target":{"name":"demo"},
            "executable":"/t/demo","filenames":["/t/demo"]}"#;
        assert_eq!(artifact(line, "demo"), Some(PathBuf::from("/t/demo")));
    }

    #[test]
    fn a_line_that_is_not_json_names_no_file() {
        assert_eq!(artifact("warning: unused", "demo"), None);
    }

    #[test]
    fn a_missing_program_is_told_with_a_next_step() {
        let failure = run(&mut Command::new("no-such-program-here"), "x")
            .unwrap_err()
            .to_string();
        assert!(
            failure.contains("`no-such-program-here` could not be run"),
            "{failure}"
        );
        assert!(failure.contains("PATH"), "{failure}");
    }

    #[test]
    fn a_failing_program_is_named_by_its_step() {
        let mut command = Command::new("cargo");
        let failure = run(command.arg("--no-such-flag"), "the step")
            .unwrap_err()
            .to_string();
        assert!(failure.starts_with("the step failed"), "{failure}");
    }

    #[test]
    fn a_missing_network_is_recognised() {
        assert!(speaks_of_the_network(
            "  [6] Could not resolve host: example.invalid"
        ));
        assert!(!speaks_of_the_network("error: mismatched types"));
    }
}
