//! The sandbox's levers, pulled in this process: no port, no client.

use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::http::{Method, Request};
use sell_stage::Stage;
use serde::Deserialize;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::fault::Outcome;

/// More than any control answer.
const LARGEST_ANSWER: usize = 1 << 20;

/// A request that the sandbox saw.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Seen {
    /// `GET` and the like.
    pub method: String,
    /// Without its query.
    pub path: String,
    /// `None` while it is not answered.
    pub status: Option<u16>,
    /// Whether it carried a token.
    pub has_authorization: bool,
}

/// The control endpoint of a stage's sandbox.
#[derive(Debug, Clone, Copy)]
pub struct Control<'a>(&'a Stage);

impl<'a> Control<'a> {
    pub(crate) fn of(stage: &'a Stage) -> Self {
        Self(stage)
    }

    /// Sets a switch.
    ///
    /// # Errors
    /// When there is no such switch or value.
    pub fn switch(self, name: &str, value: &str) -> Outcome {
        Ok(self.0.sandbox().set_switch(name, value)?)
    }

    /// Issues a token behind the browser's back; `order` is the body of `POST /tokens`.
    ///
    /// # Errors
    /// When the order is refused.
    pub async fn issue(self, order: Value) -> Outcome<String> {
        let issued = self.ask(Method::POST, "/tokens", Some(order)).await?;
        let token = issued["access_token"].as_str();
        Ok(token.ok_or("no token was issued")?.to_owned())
    }

    /// Ends a token behind the browser's back.
    ///
    /// # Errors
    /// When there is no such token.
    pub async fn kill(self, token: &str) -> Outcome {
        let body = json!({ "token": token });
        self.ask(Method::POST, "/tokens/revoke", Some(body))
            .await
            .map(drop)
    }

    /// Spoils the next answers of a path; `order` is the body of `POST /faults`.
    ///
    /// # Errors
    /// When the order is refused.
    pub async fn spoil(self, order: Value) -> Outcome {
        self.ask(Method::POST, "/faults", Some(order))
            .await
            .map(drop)
    }

    /// Lets all answers be good again.
    ///
    /// # Errors
    /// When the sandbox does not answer.
    pub async fn heal(self) -> Outcome {
        self.ask(Method::DELETE, "/faults", None).await.map(drop)
    }

    /// What was asked of the sandbox so far.
    ///
    /// # Errors
    /// When the sandbox does not answer.
    pub async fn requests(self) -> Outcome<Vec<Seen>> {
        let mut journal = self.ask(Method::GET, "/requests", None).await?;
        Ok(serde_json::from_value(journal["requests"].take())?)
    }

    /// How often a path was asked for by this method.
    ///
    /// # Errors
    /// When the sandbox does not answer.
    pub async fn count(self, method: &str, path: &str) -> Outcome<usize> {
        let requests = self.requests().await?;
        let matching = |seen: &&Seen| seen.method == method && seen.path == path;
        Ok(requests.iter().filter(matching).count())
    }

    /// Forgets what was asked.
    ///
    /// # Errors
    /// When the sandbox does not answer.
    pub async fn forget_requests(self) -> Outcome {
        self.ask(Method::DELETE, "/requests", None).await.map(drop)
    }

    /// Whether the server still honours a token: asked by this process, not by the browser.
    ///
    /// # Errors
    /// When the sandbox does not answer.
    pub async fn honours(self, token: &str) -> Outcome<bool> {
        let port = self.0.sandbox_origin().trim_start_matches("http://");
        let request = Request::get("/oauth2/token/info")
            .header(HOST, port)
            .header("Authorization", format!("Bearer {token}"))
            .body(Body::empty())?;
        let response = self.0.sandbox().router().oneshot(request).await?;
        Ok(response.status().is_success())
    }

    async fn ask(self, method: Method, path: &str, body: Option<Value>) -> Outcome<Value> {
        let text = body.map(|body| body.to_string()).unwrap_or_default();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(HOST, "127.0.0.1")
            .header(CONTENT_TYPE, "application/json")
            .body(Body::from(text))?;
        let response = self.0.sandbox().control_router().oneshot(request).await?;
        let status = response.status();
        let bytes = to_bytes(response.into_body(), LARGEST_ANSWER).await?;
        if !status.is_success() {
            let said = String::from_utf8_lossy(&bytes);
            return Err(format!("{path}: {status}: {said}").into());
        }
        Ok(serde_json::from_slice(&bytes).unwrap_or_default())
    }
}
