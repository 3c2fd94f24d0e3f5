//! What the tab keeps in its session storage, by the formats that script and app share.

use sell_stage::Stage;
use serde_json::{Value, json};

use crate::fault::Outcome;
use crate::journey::Journey;

const ATTEMPTS: &str = "sell-elements:attempts";
const OUTCOME: &str = "sell-elements:outcome";
const GRANT_PREFIX: &str = "sell-elements:grant:";

/// The records of the current tab.
#[derive(Debug, Clone, Copy)]
pub struct Records<'a>(&'a Journey);

/// A sign-in that was begun.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// Its `state`.
    pub state: String,
    /// Whether an answer to it was taken.
    pub used: bool,
}

impl<'a> Records<'a> {
    pub(super) fn of(journey: &'a Journey) -> Self {
        Self(journey)
    }

    /// The token of the grant; it is guarded from now on.
    ///
    /// # Errors
    /// When no grant is kept.
    pub async fn token(self) -> Outcome<String> {
        let grant = self.grant().await?.ok_or("no grant is kept")?;
        let token = grant["access_token"]
            .as_str()
            .ok_or("a grant without a token")?;
        self.0.guard(token);
        Ok(token.to_owned())
    }

    /// The record of the grant.
    ///
    /// # Errors
    /// When it is not JSON.
    pub async fn grant(self) -> Outcome<Option<Value>> {
        let script =
            "const key = Object.keys(sessionStorage).find((key) => key.startsWith(arguments[0]));
            return key ? JSON.parse(sessionStorage.getItem(key)) : null";
        self.0.browser().script(script, GRANT_PREFIX.into()).await
    }

    /// What the last sign-in ended in, where it failed.
    ///
    /// # Errors
    /// When it is not JSON.
    pub async fn outcome(self) -> Outcome<Option<Value>> {
        self.read(OUTCOME).await
    }

    /// The sign-ins that were begun.
    ///
    /// # Errors
    /// When they are not JSON.
    pub async fn attempts(self) -> Outcome<Vec<Attempt>> {
        let attempts: Option<Vec<Value>> = self.read(ATTEMPTS).await?;
        let attempt = |value: &Value| Attempt {
            state: value["state"].as_str().unwrap_or_default().to_owned(),
            used: value["used"] == true,
        };
        Ok(attempts.unwrap_or_default().iter().map(attempt).collect())
    }

    /// Plants an attempt as if this tab had begun a sign-in with this state. The current page
    /// must be of the app's origin.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn plant_attempt(self, state: &str, scope: &str) -> Outcome {
        let start = format!("{}/", self.0.stage().app());
        self.plant_attempt_to(state, scope, &start.into()).await
    }

    /// The same for an attempt that has this written down as the way back.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn plant_attempt_to(self, state: &str, scope: &str, return_to: &Value) -> Outcome {
        let attempt = attempt(self.0.stage(), state, scope, return_to);
        let script = format!(
            "const attempts = JSON.parse(sessionStorage.getItem('{ATTEMPTS}') ?? '[]');
             attempts.push({{ ...arguments[0], started_at: Date.now() }});
             sessionStorage.setItem('{ATTEMPTS}', JSON.stringify(attempts))"
        );
        self.0
            .browser()
            .script::<Value>(&script, attempt)
            .await
            .map(drop)
    }

    async fn read<T: serde::de::DeserializeOwned>(self, key: &str) -> Outcome<Option<T>> {
        let script = "return JSON.parse(sessionStorage.getItem(arguments[0]))";
        self.0.browser().script(script, key.into()).await
    }
}

/// The record of an attempt that is still waiting, but for the time it was started.
pub(crate) fn attempt(at: &Stage, state: &str, scope: &str, return_to: &Value) -> Value {
    let (app, server) = (at.app(), at.sandbox_origin());
    json!({
        "v": 1, "state": state, "client_id": at.client_id(), "session": "default",
        "authorization_endpoint": format!("{server}/oauth2/authorize"),
        "token_info_endpoint": format!("{server}/oauth2/token/info"),
        "revocation_endpoint": format!("{server}/oauth2/revoke"),
        "api_base": server, "redirect_uri": format!("{app}/callback.html"), "scope": scope,
        "return_to": return_to, "used": false,
    })
}
