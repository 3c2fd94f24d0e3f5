//! The stage, started on free ports.
#![allow(
    clippy::unwrap_used,
    reason = "the lint knows tests, but not their helper functions"
)]

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

use sell_stage::{Server, Stage, StageError, StageOptions};
use serde_json::Value;
use tempfile::TempDir;

fn built() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("index.html"),
        "<!doctype html><title>app</title>",
    )
    .unwrap();
    folder
}

/// One request to an origin, and its whole answer.
async fn ask(origin: &str, path: &str) -> String {
    let address = origin.strip_prefix("http://").unwrap().to_owned();
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept: application/json\r\n\
         User-Agent: stage-test\r\nConnection: close\r\n\r\n"
    );
    let answer = move || {
        let mut connection = TcpStream::connect(address).unwrap();
        connection.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        answer
    };
    tokio::task::spawn_blocking(answer).await.unwrap()
}

#[tokio::test]
async fn all_parts_answer_on_origins_of_their_own() {
    let dist = built();
    let stage = Stage::start(StageOptions::new(dist.path()).control_port(0))
        .await
        .unwrap();
    let control = stage.control().unwrap().to_owned();
    assert!(ask(stage.app(), "/").await.contains("<title>app</title>"));
    let refused = ask(stage.sandbox_origin(), "/v2/users/self").await;
    assert!(refused.starts_with("HTTP/1.1 401"), "{refused}");
    assert!(ask(&control, "/").await.starts_with("HTTP/1.1"));
    assert_ne!(stage.app(), stage.sandbox_origin());
    assert_eq!(stage.requests(), ["/"]);
    stage.stop().await;
}

#[tokio::test]
async fn the_configuration_names_the_sandbox_and_a_redirect_uri_it_has_registered() {
    let dist = built();
    let stage = Stage::start(StageOptions::new(dist.path())).await.unwrap();
    let answer = ask(stage.app(), "/config.json").await;
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    let value: Value = serde_json::from_str(body).unwrap();
    assert_eq!(value["auth_base"], stage.sandbox_origin());
    assert_eq!(value["client_id"], stage.client_id());
    let redirect_uri = value["redirect_uri"].as_str().unwrap();
    assert_eq!(redirect_uri, format!("{}/callback.html", stage.app()));
    assert!(
        stage
            .sandbox()
            .config()
            .redirect_uris
            .iter()
            .any(|uri| uri == redirect_uri)
    );
}

#[tokio::test]
async fn the_control_endpoint_is_closed_unless_asked_for() {
    let dist = built();
    let stage = Stage::start(StageOptions::new(dist.path())).await.unwrap();
    assert_eq!(stage.control(), None);
}

#[tokio::test]
async fn a_folder_without_an_app_is_refused() {
    let empty = tempfile::tempdir().unwrap();
    let error = Stage::start(StageOptions::new(empty.path()))
        .await
        .unwrap_err();
    assert!(error.to_string().contains("cargo xtask build"), "{error}");
}

#[tokio::test]
async fn a_busy_port_is_refused_by_the_name_of_its_part() {
    let dist = built();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let options = || StageOptions::new(dist.path());
    for (options, expected) in [
        (options().app_port(port), Server::App),
        (options().sandbox_port(port), Server::Sandbox),
        (options().control_port(port), Server::Control),
    ] {
        let error = Stage::start(options).await.unwrap_err();
        assert!(
            matches!(&error, StageError::Port { server, .. } if *server == expected),
            "{error}"
        );
        assert!(error.to_string().contains(expected.flag()), "{error}");
    }
}

#[tokio::test]
async fn a_stopped_stage_gives_its_ports_back() {
    let dist = built();
    let stage = Stage::start(StageOptions::new(dist.path())).await.unwrap();
    let addresses = [stage.app(), stage.sandbox_origin()]
        .map(|origin| origin.strip_prefix("http://").unwrap().to_owned());
    stage.stop().await;
    for address in addresses {
        assert!(
            TcpStream::connect(&address).is_err(),
            "{address} still answers"
        );
    }
}
