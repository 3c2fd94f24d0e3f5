//! A page that takes an answer, and what it has to find when the answer comes.

use std::path::Path;

use sell_stage::{Stage, StageOptions};
use serde_json::{Value, json};

use crate::fault::Outcome;
use crate::pages::records::attempt;

/// As long as one of ours, which no page may look into (RFC 6749 §1.4).
pub(super) const TOKEN: &str = "5be1f0c7d2a94e8396b1a7c05d3f28e45be1f0c7d2a94e8396b1a7c05d3f28e4";
const STATE: &str = "sssssssssssssssssssssssssssssssssssssssssss";

/// A page on an origin of its own, served like all the others.
#[derive(Debug)]
pub struct Contestant {
    name: &'static str,
    stage: Stage,
    path: &'static str,
    seed: &'static str,
    attempt: Value,
}

impl Contestant {
    /// Our callback page.
    ///
    /// # Errors
    /// When the app was not built.
    pub async fn callback(dist: &Path) -> Outcome<Self> {
        Self::ours("callback", "/callback.html", dist).await
    }

    /// Our app, where it is the redirect URI itself.
    ///
    /// # Errors
    /// When the app was not built.
    pub async fn app(dist: &Path) -> Outcome<Self> {
        Self::ours("app", "/", dist).await
    }

    /// A page whose one script was written by hand.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn floor(folder: &Path) -> Outcome<Self> {
        let seed = "sessionStorage.setItem('state', arguments[0].state)";
        Self::new("floor", "/callback.html", folder, seed).await
    }

    /// A page that leaves it all to auth0-js, which keeps what it waits for in a cookie.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn auth0(folder: &Path) -> Outcome<Self> {
        let seed = "const { state } = arguments[0];
            const transaction = { nonce: null, appState: null, state, lastUsedConnection: null };
            document.cookie = `com.auth0.auth.${state}=${encodeURIComponent(JSON.stringify(transaction))}; path=/`";
        Self::new("auth0-js", "/callback.html", folder, seed).await
    }

    async fn ours(name: &'static str, path: &'static str, dist: &Path) -> Outcome<Self> {
        let seed = "const attempts = [{ ...arguments[0], started_at: Date.now() }];
            sessionStorage.setItem('sell-elements:attempts', JSON.stringify(attempts))";
        Self::new(name, path, dist, seed).await
    }

    async fn new(
        name: &'static str,
        path: &'static str,
        folder: &Path,
        seed: &'static str,
    ) -> Outcome<Self> {
        let stage = Stage::start(StageOptions::new(folder)).await?;
        let start = format!("{}/?view=token", stage.app());
        let attempt = attempt(&stage, STATE, "read profile", &json!(start));
        Ok(Self {
            name,
            stage,
            path,
            seed,
            attempt,
        })
    }

    /// What it is called in the results.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Ends its servers.
    pub async fn stop(self) {
        self.stage.stop().await;
    }

    /// A file of its origin that runs no script.
    pub(super) fn quiet_address(&self) -> String {
        format!("{}/config.json", self.stage.app())
    }

    /// What leaves the tab as if a sign-in had been begun in it: a script and its argument.
    pub(super) fn seed(&self) -> (&'static str, Value) {
        (self.seed, self.attempt.clone())
    }

    /// The page with the answer in its fragment.
    pub(super) fn address(&self) -> String {
        format!(
            "{}{}#access_token={TOKEN}&token_type=bearer&expires_in=3600&scope=read+profile&state={STATE}",
            self.stage.app(),
            self.path
        )
    }
}
