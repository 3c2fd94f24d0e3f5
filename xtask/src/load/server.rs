//! The sandbox that is loaded.

use std::fs;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::failure::Failure;
use crate::run::built_file;
use crate::say;
use crate::workspace;

/// Builds the sandbox for speed.
pub(super) fn build() -> Result<PathBuf, Failure> {
    say::step("Building the sandbox for speed (two minutes the first time)");
    let mut cargo = workspace::cargo();
    cargo.args([
        "build",
        "--locked",
        "-p",
        "sell-sandbox",
        "--profile",
        "load",
    ]);
    built_file(&mut cargo, "sell-sandbox")
}

/// A running sandbox; it ends with this value.
#[derive(Debug)]
pub(super) struct Server {
    child: Child,
    /// Its origin.
    pub(super) base: String,
    /// A token that opens everything.
    pub(super) token: String,
}

impl Server {
    /// Starts it on free ports, with a rate limit nobody reaches.
    pub(super) fn start(program: &Path) -> Result<Self, Failure> {
        let no_limit = "rate_limit.per_second=1000000";
        let arguments = [
            "--port",
            "0",
            "--control-port",
            "0",
            "--json",
            "--set",
            no_limit,
        ];
        let child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| Failure::file(program, &error))?;
        let mut server = Self {
            child,
            base: String::new(),
            token: String::new(),
        };
        let ready = server.ready()?;
        ready["sandbox"]
            .as_str()
            .unwrap_or_default()
            .clone_into(&mut server.base);
        server.token = token(ready["control"].as_str().unwrap_or_default())?;
        Ok(server)
    }

    fn ready(&mut self) -> Result<Value, Failure> {
        let mut line = String::new();
        if let Some(output) = self.child.stdout.take() {
            // No line is an empty line, which is no JSON.
            drop(BufReader::new(output).read_line(&mut line));
        }
        serde_json::from_str(&line).map_err(|_| {
            Failure::new(
                "the sandbox did not start",
                "its own message is above; mend that first",
            )
        })
    }

    /// The memory it has in use, as the system tells it; Linux does.
    pub(super) fn memory(&self) -> Option<String> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))?;
        Some(line.trim().to_owned())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Has the control endpoint make a token.
fn token(control: &str) -> Result<String, Failure> {
    let host = control.trim_start_matches("http://");
    let body = r#"{"scope":"read write profile"}"#;
    let request = format!(
        "POST /tokens HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let answer = ask(host, &request).map_err(|error| {
        let what = format!("the control endpoint did not answer: {error}");
        Failure::new(what, "run the command again")
    })?;
    let json = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
    let json: Value = serde_json::from_str(json).unwrap_or_default();
    let token = json["access_token"].as_str().map(str::to_owned);
    token.ok_or_else(|| Failure::new("the sandbox gave no token", "run its own tests"))
}

fn ask(host: &str, request: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect(host)?;
    stream.write_all(request.as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}
