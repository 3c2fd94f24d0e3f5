//! API calls: a path, the live token, the exact API base, and nothing else.

use super::Runtime;
use super::inquiry::bearer_request;
use crate::browser::http;
use crate::browser::task::sleep;
use crate::protocol::{AccessToken, ApiPath, Failure, Refusal};
use crate::session::Event;

/// What came of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallOutcome {
    /// How long it took, in milliseconds.
    pub milliseconds: u64,
    /// The status and the body, indented, or the failure.
    pub result: Result<(u16, String), Failure>,
}

/// What happens while a call runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// It is on its way.
    Running,
    /// The server asked by this answer for a pause, of which so many seconds are left; the call is
    /// then made once more.
    Waiting(u32, CallOutcome),
}

impl Runtime {
    /// Reads a path with the session's token. `None` when no live token is held: nothing is
    /// sent after the deadline.
    ///
    /// A 401 ends nothing by itself; the server is asked once about the token, and only its
    /// word ends the session. A 429 is waited out once, unless `on_progress` says to go no further.
    pub async fn call(
        &self,
        path: &ApiPath,
        on_progress: impl Fn(Progress) -> bool,
    ) -> Option<CallOutcome> {
        on_progress(Progress::Running);
        let (serial, first) = self.call_once(path).await?;
        let (serial, outcome) = match &first.result {
            Err(failure) if failure.refusal == Refusal::RateLimited => {
                let pause = self.pause_after(failure.retry_after);
                for left in (1..=pause).rev() {
                    if !on_progress(Progress::Waiting(left, first.clone())) {
                        return Some(first);
                    }
                    sleep(1_000).await;
                }
                if !on_progress(Progress::Running) {
                    return Some(first);
                }
                self.call_once(path).await?
            }
            _ => (serial, first),
        };
        if matches!(&outcome.result, Err(failure) if failure.refusal == Refusal::Token) {
            self.dispatch(Event::CallRefused { serial });
        }
        Some(outcome)
    }

    async fn call_once(&self, path: &ApiPath) -> Option<(u32, CallOutcome)> {
        let (serial, token) = self.live_token()?;
        let started = self.now().mono;
        let url = path.on(&self.0.settings.endpoints);
        let outcome = http::send(&bearer_request(url.as_str(), &token)).await;
        let milliseconds = self.now().mono.saturating_sub(started);
        let result = self.judged(outcome, &token);
        let result = result.map(|reply| (reply.status, reply.text));
        Some((
            serial,
            CallOutcome {
                milliseconds,
                result,
            },
        ))
    }

    pub(super) fn live_token(&self) -> Option<(u32, AccessToken)> {
        let now = self.now();
        let mut machine = self.0.machine.borrow_mut();
        let grant = machine.session.in_use()?;
        grant
            .live_token(now)
            .map(|token| (grant.serial, token.clone()))
    }
}
