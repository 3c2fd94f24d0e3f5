//! Binding to ports, and the command itself.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop where it stands"
)]

use std::io::{BufRead as _, BufReader, ErrorKind, Read as _, Write as _};
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

/// The answer to a plain GET, or `None` when nothing listens.
fn answer(base: &str, host: &str) -> Option<String> {
    let mut stream = TcpStream::connect(base.strip_prefix("http://").unwrap()).ok()?;
    let request = format!("GET /login HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    Some(answer)
}

fn status(base: &str, host: &str) -> Option<u16> {
    answer(base, host)?.split(' ').nth(1)?.parse().ok()
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

#[tokio::test(flavor = "multi_thread")]
async fn the_second_origin_answers_on_a_port_of_its_own_and_redirects_lead_there() {
    let config = Config {
        faults: vec!["/login body=redirect:{other}/taken".parse().unwrap()],
        ..Config::default()
    };
    let listen = Listen {
        other_port: Some(0),
        ..Listen::default()
    };
    let running = serve(Sandbox::open(config).unwrap(), listen).await.unwrap();
    let (base, other) = (&running.base, running.other.as_ref().unwrap());
    let answer = answer(base, host(base)).unwrap();
    assert!(
        answer.contains(&format!("location: {other}/taken\r\n")),
        "{answer}"
    );
    assert_eq!(status(other, host(other)), Some(200));
    assert_eq!(status(other, host(base)), Some(421));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirect_to_a_second_origin_that_is_not_served_is_refused_at_the_start() {
    let config = Config {
        faults: vec!["/login body=redirect:{other}/".parse().unwrap()],
        ..Config::default()
    };
    let sandbox = Sandbox::open(config).unwrap();
    let error = serve(sandbox, Listen::default()).await.unwrap_err();
    assert!(error.to_string().contains("--other-port"), "{error}");
}

async fn spoiled(fault: &str) -> Running {
    let config = Config {
        faults: vec![format!("/login {fault}").parse().unwrap()],
        ..Config::default()
    };
    let sandbox = Sandbox::open(config).unwrap();
    serve(sandbox, Listen::default()).await.unwrap()
}

/// What arrives before the connection ends, and how it ends.
fn received(base: &str) -> (String, Result<usize, ErrorKind>) {
    let mut stream = TcpStream::connect(host(base)).unwrap();
    let request = format!("GET /login HTTP/1.1\r\nHost: {}\r\n\r\n", host(base));
    stream.write_all(request.as_bytes()).unwrap();
    let mut received = Vec::new();
    let end = stream.read_to_end(&mut received);
    let end = end.map_err(|error| error.kind());
    (String::from_utf8(received).unwrap(), end)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_is_a_reset_of_the_connection() {
    let running = spoiled("body=reset").await;
    let (text, end) = received(&running.base);
    assert_eq!((text.as_str(), end), ("", Err(ErrorKind::ConnectionReset)));
    assert_eq!(status(&running.base, host(&running.base)), Some(200));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_is_cut_arrives_so_far_and_then_the_connection_ends() {
    for (fault, length, sent) in [
        ("body=truncated", "1000", "{\"resource_owner_id\":"),
        ("body=literal:123456 cut=3", "6", "123"),
        ("body=literal:123 cut=9", "10", "123"),
    ] {
        let running = spoiled(fault).await;
        let (text, end) = received(&running.base);
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        assert!(
            head.contains(&format!("content-length: {length}")),
            "{fault}: {head}"
        );
        assert_eq!(body, sent, "{fault}");
        assert_eq!(end, Ok(text.len()), "{fault}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_oversized_body_comes_in_chunks() {
    let running = spoiled("body=oversized:100000").await;
    let answer = answer(&running.base, host(&running.base)).unwrap();
    assert!(answer.contains("transfer-encoding: chunked"));
    assert!(answer.len() > 100_000);
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
        "--other-port",
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
    for name in ["sandbox", "control", "other"] {
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
        (&["--fault", "/v2 body=confetti"], "gzip-bomb"),
        (&["--fault", "v2"], "[METHOD] /path"),
        (
            &["--fault", "/ body=redirect:{other}/", "--port", "0"],
            "--other-port",
        ),
        (
            &["--allow-origin", "http://a.example/page"],
            "such as http://a.example",
        ),
        (
            &["--allow-origin", "example"],
            "such as http://127.0.0.1:8080",
        ),
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
            "/nowhere/at/all.sqlite: ",
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
fn the_help_explains_every_switch_and_every_name_of_a_fault() {
    let help = String::from_utf8(output(&["--help"]).stdout).unwrap();
    for word in [
        "Examples:",
        "count=",
        "delay=",
        "edit=",
        "cut=",
        "retry-after=",
        "content-type=",
    ] {
        assert!(help.contains(word), "{word}");
    }
    for info in sell_sandbox::Switches::catalogue() {
        assert!(help.contains(info.name), "{}", info.name);
    }
}
