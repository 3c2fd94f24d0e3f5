//! What the database holds, and whom it belongs to.

use std::env::temp_dir;
use std::fs;
use std::path::PathBuf;

use axum::http::Method;
use sell_sandbox::{Config, Database, Sandbox, SandboxError};
use serde_json::json;

use crate::support::{SECRET, Sell};

/// A path of its own, removed at the end.
struct File(PathBuf);

impl File {
    fn new(name: &str) -> Self {
        Self(temp_dir().join(format!("sell-sandbox-{}-{name}.sqlite", std::process::id())))
    }

    fn config(&self) -> Config {
        Config {
            database: Database::File(self.0.clone()),
            ..Sell::config()
        }
    }
}

impl Drop for File {
    fn drop(&mut self) {
        drop(fs::remove_file(&self.0));
    }
}

#[tokio::test]
async fn no_token_password_secret_or_session_is_in_the_file_in_clear() {
    let file = File::new("clear");
    let password = "a password to look for";
    let sell = Sell::open(Config {
        password: password.to_owned(),
        ..file.config()
    });
    let csrf = sell.get("/login").await.hidden("csrf");
    let fields = [
        ("csrf", &*csrf),
        ("email", "ada@example.test"),
        ("password", password),
    ];
    assert_eq!(sell.post("/login", &fields).await.status, 303);
    let query = crate::support::asking("read");
    let fragment = sell.decide(&query, &["read"], "allow").await.fragment();
    let code = sell.code(json!({})).await;
    let personal = sell.personal_token("read").await;
    let bytes = fs::read(&file.0).unwrap();
    let contains = |text: &str| {
        bytes
            .windows(text.len())
            .any(|part| part == text.as_bytes())
    };
    assert!(
        contains("ada@example.test") && contains("$argon2id$"),
        "this is the right file"
    );
    let session = sell.cookie().unwrap();
    for secret in [
        &fragment["access_token"],
        &fragment["refresh_token"],
        password,
        SECRET,
        &session,
        &csrf,
        &code,
        &personal,
    ] {
        assert!(!contains(secret));
    }
}

#[tokio::test]
async fn a_file_keeps_tokens_and_data_over_a_restart() {
    let file = File::new("restart");
    let token = {
        let sell = Sell::open(file.config());
        let token = sell.token("read write").await;
        let body = json!({"data": {"name": "Kept"}});
        sell.api_with(Method::PUT, "/v2/deals/300001", &token, body)
            .await;
        token
    };
    let again = Sell::open(file.config());
    let deal = again.api("/v2/deals/300001", &token).await.json();
    assert_eq!(deal["data"]["name"], "Kept");
}

#[tokio::test]
async fn a_restart_takes_up_a_changed_password_and_redirect_uri() {
    let file = File::new("changed");
    drop(Sell::open(file.config()));
    let redirect_uris = vec!["https://new.example/cb".to_owned()];
    let config = Config {
        password: "new".to_owned(),
        redirect_uris,
        ..file.config()
    };
    let sell = Sell::open(config);
    let csrf = sell.get("/login").await.hidden("csrf");
    let fields = [
        ("csrf", &*csrf),
        ("email", "ada@example.test"),
        ("password", "new"),
    ];
    assert_eq!(sell.post("/login", &fields).await.status, 303);
    let query = crate::support::asking("read");
    assert_eq!(
        sell.get(&format!("/oauth2/authorize?{query}")).await.status,
        400
    );
}

#[test]
fn a_file_of_another_program_is_left_alone() {
    let file = File::new("foreign");
    for content in [b"not a database at all, but a letter".to_vec(), {
        let other = File::new("other");
        let connection = rusqlite::Connection::open(&other.0).unwrap();
        connection.execute_batch("CREATE TABLE theirs (x)").unwrap();
        drop(connection);
        fs::read(&other.0).unwrap()
    }] {
        fs::write(&file.0, &content).unwrap();
        let error = Sandbox::open(file.config()).unwrap_err();
        assert!(matches!(error, SandboxError::ForeignDatabase(_)), "{error}");
        assert_eq!(fs::read(&file.0).unwrap(), content);
    }
}

#[test]
fn settings_that_cannot_work_are_refused_in_a_sentence() {
    let config = Sell::config;
    let owned = str::to_owned;
    for (config, expected) in [
        (
            Config {
                client_id: String::new(),
                ..config()
            },
            "client id",
        ),
        (
            Config {
                client_id: owned("other-app"),
                ..config()
            },
            "other-app",
        ),
        (
            Config {
                user: owned("ada"),
                ..config()
            },
            "e-mail",
        ),
        (
            Config {
                password: String::new(),
                ..config()
            },
            "password",
        ),
        (
            Config {
                redirect_uris: vec![owned("javascript:x")],
                ..config()
            },
            "javascript:x",
        ),
        (
            Config {
                database: Database::File(PathBuf::from("/nowhere/at/all")),
                ..config()
            },
            "database",
        ),
    ] {
        let problem = Sandbox::open(config).unwrap_err().to_string();
        assert!(problem.contains(expected), "{problem}");
    }
}

#[test]
fn neither_the_configuration_nor_the_sandbox_prints_secrets() {
    let config = Config {
        password: "hunter2".to_owned(),
        ..Sell::config()
    };
    let printed = format!("{config:?} {:?}", Sandbox::open(config.clone()).unwrap());
    assert!(
        !printed.contains("hunter2") && !printed.contains(SECRET),
        "{printed}"
    );
}
