//! What a test can make go wrong while the site is served.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::{HeaderName, HeaderValue, StatusCode};
use serde_json::Value;
use tokio::sync::watch;

use super::Pattern;

/// The switches of a site. All are off at first; all clones are the same switches.
#[derive(Debug, Clone, Default)]
pub struct Switches(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    without_wasm: bool,
    configuration: Option<Value>,
    headers: Vec<(HeaderName, Option<HeaderValue>)>,
    refused: Vec<(Pattern, StatusCode)>,
    tampered: Vec<Pattern>,
    relabelled: Vec<(Pattern, HeaderValue)>,
    held: Vec<(Pattern, watch::Receiver<()>)>,
}

impl Switches {
    /// Takes `'wasm-unsafe-eval'` out of the policy of every page, or puts it back.
    pub fn forbid_wasm(&self, forbidden: bool) {
        self.lock().without_wasm = forbidden;
    }

    /// Answers `config.json` with this instead of the stage's own.
    pub fn configure(&self, configuration: Value) {
        self.lock().configuration = Some(configuration);
    }

    /// Sends this header with this value on every answer, in place of ours.
    pub fn send_header(&self, name: HeaderName, value: HeaderValue) {
        self.lock().headers.push((name, Some(value)));
    }

    /// Leaves this header out of every answer.
    pub fn omit_header(&self, name: HeaderName) {
        self.lock().headers.push((name, None));
    }

    /// Answers such paths with this status and no file.
    pub fn refuse(&self, pattern: impl Into<Pattern>, status: StatusCode) {
        self.lock().refused.push((pattern.into(), status));
    }

    /// Adds a byte to such files, so that their bytes are not those the page expects.
    pub fn tamper(&self, pattern: impl Into<Pattern>) {
        self.lock().tampered.push(pattern.into());
    }

    /// Sends such files as another type.
    pub fn relabel(&self, pattern: impl Into<Pattern>, content_type: HeaderValue) {
        self.lock().relabelled.push((pattern.into(), content_type));
    }

    /// Withholds the answer to such paths until what is returned is released or dropped.
    #[must_use = "dropping it lets the answers go"]
    pub fn hold(&self, pattern: impl Into<Pattern>) -> Held {
        let (sender, receiver) = watch::channel(());
        self.lock().held.push((pattern.into(), receiver));
        Held(sender)
    }

    /// Puts every switch back. Answers that are held stay held until released.
    pub fn reset(&self) {
        *self.lock() = State::default();
    }

    pub(super) fn policy_is_without_wasm(&self) -> bool {
        self.lock().without_wasm
    }

    pub(super) fn configuration(&self) -> Option<Value> {
        self.lock().configuration.clone()
    }

    pub(super) fn headers(&self) -> Vec<(HeaderName, Option<HeaderValue>)> {
        self.lock().headers.clone()
    }

    pub(super) fn refusal(&self, path: &str) -> Option<StatusCode> {
        let state = self.lock();
        state
            .refused
            .iter()
            .find(|(pattern, _)| pattern.matches(path))
            .map(|(_, status)| *status)
    }

    pub(super) fn is_tampered(&self, path: &str) -> bool {
        self.lock()
            .tampered
            .iter()
            .any(|pattern| pattern.matches(path))
    }

    pub(super) fn label(&self, path: &str) -> Option<HeaderValue> {
        let state = self.lock();
        let found = state
            .relabelled
            .iter()
            .find(|(pattern, _)| pattern.matches(path));
        found.map(|(_, label)| label.clone())
    }

    /// Ends when nothing holds the path back any more.
    pub(super) async fn wait_for(&self, path: &str) {
        let holding: Vec<watch::Receiver<()>> = {
            let state = self.lock();
            let held = state
                .held
                .iter()
                .filter(|(pattern, _)| pattern.matches(path));
            held.map(|(_, receiver)| receiver.clone()).collect()
        };
        for mut receiver in holding {
            // Nothing is ever sent: the channel closes, and that is the message.
            while receiver.changed().await.is_ok() {}
        }
    }

    /// Each switch is set whole, so a panic elsewhere cannot leave one half set.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Answers that are withheld. Released by name or by being dropped.
pub struct Held(watch::Sender<()>);

impl Held {
    /// Lets the answers go.
    pub fn release(self) {
        drop(self.0);
    }
}

impl fmt::Debug for Held {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Held")
    }
}
