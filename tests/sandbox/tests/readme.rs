//! The `sh` blocks of the README, run against the real command: what a newcomer types works, and
//! a status a comment promises comes.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop where it stands"
)]

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::{env, fs};

use serde_json::Value;

const README: &str = include_str!("../README.md");

/// The lines of all blocks of this language, in their order.
fn lines(language: &str) -> Vec<&'static str> {
    let start = format!("\n```{language}\n");
    README
        .split(&start)
        .skip(1)
        .map(|block| block.split_once("\n```").unwrap().0)
        .flat_map(str::lines)
        .collect()
}

/// The statuses the comment of a line promises, if it promises any: `# 401, and why`.
fn promised(line: &str) -> Option<u16> {
    let comment = line.rsplit_once(" # ")?.1;
    let digits = comment.get(..3)?;
    digits.parse().ok()
}

struct Sandbox {
    child: Child,
    ready: Value,
}

impl Sandbox {
    fn start() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_sell-sandbox"))
            .args(["--port", "0", "--control-port", "0", "--json"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let output = child.stdout.take().unwrap();
        BufReader::new(output).read_line(&mut line).unwrap();
        let ready = serde_json::from_str(&line).unwrap();
        Self { child, ready }
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn is_installed(program: &str) -> bool {
    let version = Command::new(program).arg("--version").output();
    version.is_ok_and(|output| output.status.success())
}

/// Runs the lines in one shell; standard error holds `@line <number>` before each, and
/// `@status <status>` for each call of curl.
fn run(lines: &[&str], sandbox: &Value) -> String {
    let home = env::temp_dir().join(format!("sandbox-readme-{}", std::process::id()));
    fs::create_dir_all(&home).unwrap();
    let settings = "write-out = \"%{stderr}@status %{http_code}\\n\"\n";
    fs::write(home.join(".curlrc"), settings).unwrap();
    let numbered = lines.iter().enumerate();
    let script: Vec<_> = numbered
        .map(|(number, line)| format!("echo '@line {number}' >&2\n{line}"))
        .collect();
    let script = script.join("\n");
    let output = Command::new("bash")
        .args(["-u", "-c", &script])
        .env("CURL_HOME", Path::new(&home))
        .env("SELL", sandbox["sandbox"].as_str().unwrap())
        .env("CONTROL", sandbox["control"].as_str().unwrap())
        .output()
        .unwrap();
    fs::remove_dir_all(&home).unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{told}");
    told
}

#[test]
fn every_shell_line_of_the_readme_works_and_keeps_its_promise() {
    let missing = ["bash", "curl"]
        .into_iter()
        .find(|program| !is_installed(program));
    if let Some(missing) = missing {
        eprintln!("NOT TESTED: {missing} is not installed, so no line of the README was run");
        return;
    }
    let lines = lines("sh");
    let sandbox = Sandbox::start();
    let told = run(&lines, &sandbox.ready);
    let mut parts = told.split("@line ").skip(1);
    for (number, line) in lines.iter().enumerate() {
        let part = parts.next().unwrap();
        assert!(part.starts_with(&format!("{number}\n")), "{line}: {part}");
        let statuses: Vec<u16> = part
            .lines()
            .filter_map(|line| line.strip_prefix("@status ")?.parse().ok())
            .collect();
        assert_eq!(
            statuses.len(),
            line.matches("curl ").count(),
            "{line}: {part}"
        );
        match promised(line) {
            Some(status) => assert_eq!(statuses, [status], "{line}"),
            None => assert!(
                statuses.iter().all(|status| (200..400).contains(status)),
                "{line}: {part}"
            ),
        }
    }
    let promises = lines.iter().filter(|line| promised(line).is_some()).count();
    assert!(
        lines.len() > 20 && promises > 5,
        "{} lines, {promises} promises",
        lines.len()
    );
}

#[test]
fn the_start_shown_in_the_readme_is_what_the_command_prints() {
    let shown = lines("console");
    let child = Command::new(env!("CARGO_BIN_EXE_sell-sandbox"))
        .args(["--port", "0"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut sandbox = Sandbox {
        child,
        ready: Value::Null,
    };
    let output = sandbox.child.stdout.take().unwrap();
    for line in BufReader::new(output).lines().map(Result::unwrap) {
        let label = line.split("  ").next().unwrap();
        assert!(shown.iter().any(|shown| shown.starts_with(label)), "{line}");
        if line.starts_with("Stop") {
            return;
        }
    }
    panic!("the command ended early");
}

#[test]
fn every_fault_line_of_the_readme_can_be_read() {
    let shown = lines("console");
    let faults: Vec<_> = shown
        .iter()
        .filter_map(|line| Some(line.split_once("--fault '")?.1.split_once('\'')?.0))
        .collect();
    assert!(!faults.is_empty());
    for fault in faults {
        assert!(fault.parse::<sell_sandbox::Fault>().is_ok(), "{fault}");
    }
}
