//! Binding to ports, and the command itself.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop where it stands"
)]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, TcpListener, TcpStream};
use std::process::{Command, Output, Stdio};

use sell_sandbox::{Config, Listen, Running, Sandbox, SandboxError, serve};
use serde_json::Value;

async fn running(control_port: Option<u16>) -> Running {
    let sandbox = Sandbox::open(Config::default()).unwrap();
    serve(
        sandbox,
        Listen {
            control_port,
            ..Listen::default()
        },
    )
    .await
    .unwrap()
}

/// The status of a plain GET, or `None` when nothing listens.
fn status(base: &str, host: &str) -> Option<u16> {
    let mut stream = TcpStream::connect(base.strip_prefix("http://").unwrap()).ok()?;
    let request = format!("GET /login HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    answer.split(' ').nth(1)?.parse().ok()
}

fn host(base: &str) -> &str {
    base.strip_prefix("http://").unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_free_port_is_found_and_served_until_stopped() {
    let running = running(None).await;
    let base = running.base.clone();
    assert!(base.starts_with("http://127.0.0.1:"));
    assert_eq!(running.control, None, "control is off unless asked for");
    assert_eq!(status(&base, host(&base)), Some(200));
    running.stop().await;
    assert_eq!(status(&base, host(&base)), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn once_served_the_host_must_name_the_right_port() {
    let running = running(Some(0)).await;
    let (base, control) = (&running.base, running.control.as_ref().unwrap());
    assert_ne!(base, control);
    let port = base.rsplit_once(':').unwrap().1;
    assert_eq!(status(base, &format!("localhost:{port}")), Some(200));
    for foreign in ["127.0.0.1", "127.0.0.1:1", host(control), "evil.example"] {
        assert_eq!(status(base, foreign), Some(421), "{foreign}");
    }
    assert_eq!(status(control, host(control)), Some(404));
    assert_eq!(status(control, host(base)), Some(421));
}

#[tokio::test]
async fn an_address_that_others_can_reach_is_refused() {
    for host in [Ipv4Addr::UNSPECIFIED, Ipv4Addr::new(192, 0, 2, 1)] {
        let sandbox = Sandbox::open(Config::default()).unwrap();
        let listen = Listen {
            host: IpAddr::V4(host),
            ..Listen::default()
        };
        let error = serve(sandbox, listen).await.unwrap_err();
        assert!(matches!(error, SandboxError::NotLoopback(_)), "{error}");
    }
}

#[tokio::test]
async fn a_taken_port_is_named_in_a_sentence() {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let sandbox = Sandbox::open(Config::default()).unwrap();
    let error = serve(
        sandbox,
        Listen {
            port,
            ..Listen::default()
        },
    )
    .await
    .unwrap_err();
    let expected = format!("port {port} is already in use; choose another, or 0 for any free port");
    assert_eq!(error.to_string(), expected);
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sell-sandbox"));
    command.args(arguments).stdin(Stdio::null());
    command
}

fn output(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

#[test]
fn the_command_prints_one_line_of_json_and_stops_at_a_signal() {
    let arguments = [
        "--port",
        "0",
        "--control-port",
        "0",
        "--json",
        "--user",
        "eve@example.test",
    ];
    let mut child = command(&arguments).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let ready: Value = serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap();
    assert_eq!(ready["pid"], child.id());
    assert_eq!(ready["user"], "eve@example.test");
    assert_eq!(ready["password"], "sandbox");
    assert_eq!(ready["client_id"], "sell-elements-demo");
    for name in ["sandbox", "control"] {
        let base = ready[name].as_str().unwrap();
        assert!(status(base, host(base)).is_some(), "{name}");
    }
    let killed = Command::new("kill")
        .args(["-TERM", &child.id().to_string()])
        .status()
        .unwrap();
    assert!(killed.success());
    assert!(child.wait().unwrap().success());
    assert!(lines.next().is_none(), "one line, and no log of requests");
}

#[test]
fn the_command_takes_switches_and_prints_where_it_is() {
    let arguments = [
        "--port",
        "0",
        "--set",
        "cors=off",
        "--redirect-uri",
        "https://a.example/cb",
    ];
    let mut child = command(&arguments).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let text: Vec<_> = lines.by_ref().take(7).map(Result::unwrap).collect();
    child.kill().unwrap();
    child.wait().unwrap();
    let text = text.join("\n");
    for expected in [
        "http://127.0.0.1:",
        "ada@example.test",
        "https://a.example/cb",
        "off (",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
}

#[test]
fn bad_arguments_are_told_in_a_sentence_without_a_trace() {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    for (arguments, expected) in [
        (&["--set", "cors=maybe"][..], "support-like"),
        (&["--set", "nonsense=on"], "token_info.shape"),
        (&["--set", "cors"], "NAME=VALUE"),
        (&["--port", "70000"], "70000"),
        (&["--port", &port], "already in use"),
        (
            &["--host", "0.0.0.0", "--port", "0"],
            "not a loopback address",
        ),
        (
            &["--redirect-uri", "javascript:alert(1)", "--port", "0"],
            "javascript:alert(1)",
        ),
        (&["--user", "ada", "--port", "0"], "e-mail"),
        (
            &["--database", "/nowhere/at/all.sqlite", "--port", "0"],
            "database",
        ),
    ] {
        let output = output(arguments);
        assert!(!output.status.success(), "{arguments:?}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(expected), "{arguments:?}: {told}");
        assert!(
            !told.contains("panicked") && !told.contains("backtrace"),
            "{told}"
        );
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn the_help_lists_every_switch() {
    let help = String::from_utf8(output(&["--help"]).stdout).unwrap();
    for info in sell_sandbox::Switches::catalogue() {
        assert!(help.contains(info.name), "{}", info.name);
    }
}
