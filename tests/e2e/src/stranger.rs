//! Another site: neither ours nor the server's.

use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{Request, State};
use axum::response::Html;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::browser::Browser;
use crate::fault::Outcome;

type Seen = Arc<Mutex<Vec<String>>>;

/// A site that answers everything with an empty page and remembers what was asked. It is reached
/// under another host name than the stage, so that browsers take it for a third party.
#[derive(Debug)]
pub struct Stranger {
    origin: String,
    seen: Seen,
    serving: JoinHandle<()>,
}

impl Stranger {
    /// Opens it on a free port of this machine.
    ///
    /// # Errors
    /// When no port can be opened.
    pub async fn start() -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let origin = format!("http://localhost:{}", listener.local_addr()?.port());
        let seen = Seen::default();
        let router = Router::new().fallback(answer).with_state(seen.clone());
        let serving = tokio::spawn(async move {
            // Serving ends with the value; a failed connection does not end it.
            drop(axum::serve(listener, router).await);
        });
        Ok(Self {
            origin,
            seen,
            serving,
        })
    }

    /// Its origin, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// What was asked of it, queries included.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.clone()
    }

    /// Goes to a page of this site that shows `address` in a frame, sandboxed by these words where
    /// there are any, and looks into the frame from now on.
    ///
    /// # Errors
    /// When the browser does not.
    pub async fn frame(&self, browser: &Browser, address: &str, sandbox: Option<&str>) -> Outcome {
        let script = "const [address, sandbox] = arguments[0];
            const frame = document.createElement('iframe');
            Object.assign(frame, { src: address, width: 900, height: 700 });
            if (sandbox) frame.sandbox = sandbox;
            frame.onload = () => { window.hasFramed = true; };
            document.body.append(frame)";
        browser.go(&format!("{}/frame", self.origin)).await?;
        browser
            .script::<Value>(script, json!([address, sandbox]))
            .await?;
        // A page that refuses to be framed is loaded as well: the browser shows its own instead.
        let loaded = async || {
            let framed: bool = browser
                .script("return window.hasFramed === true", Value::Null)
                .await?;
            Ok(framed.then_some(()))
        };
        browser.wait("the frame", loaded).await?;
        Ok(browser.web().enter_frame(0).await?)
    }
}

impl Drop for Stranger {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn answer(State(seen): State<Seen>, request: Request) -> Html<&'static str> {
    let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
    seen.push(request.uri().to_string());
    Html("<!doctype html><title>Another site</title><link rel=icon href=data:,><body>")
}
