//! A host page's own requests: a path and what it wants to send, never an address, and the token is
//! put in here.

use js_sys::Uint8Array;
use web_sys::{AbortSignal, Headers};

use super::Runtime;
use super::inquiry::bearer;
use crate::browser::exchange::{self, Exchange, Response};
use crate::browser::task::sleep;
use crate::protocol::answer::judge;
use crate::protocol::{ApiPath, Failure, Refusal, Reply, RetryAfter, TransportError};
use crate::session::{Event, View};

/// Milliseconds after which a host's request is given up, body included.
const TIMEOUT_MS: u32 = 30_000;

/// What a host page wants to send.
#[derive(Debug, Clone)]
pub struct HostRequest {
    /// Where, below the API base.
    pub path: ApiPath,
    /// How: one of the methods of the web, in capitals.
    pub method: String,
    /// The host's headers. `Authorization` is ours, whatever stands there, and `Accept` is JSON
    /// unless the host says otherwise.
    pub headers: Option<Headers>,
    /// What is sent, if anything.
    pub body: Option<Uint8Array>,
    /// What the host can give the request up by.
    pub signal: Option<AbortSignal>,
    /// Whether the first answer counts, even where it asks for a pause.
    pub at_once: bool,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Nobody is signed in, or the token has ended: nothing was sent.
    NotSignedIn,
    /// Nothing readable came, or the host gave it up by its signal, which then says so.
    Failed(Failure),
}

impl Runtime {
    /// Sends a host's request with the session's token, and gives the answer of whatever status,
    /// its body already read. The server is first asked whether the token is ours.
    ///
    /// A 401 ends nothing by itself: the server is asked once about the token, and its word decides.
    /// A read that is answered by 429 waits as long as the server says and is sent once more.
    ///
    /// # Errors
    /// [`Refused`], when nothing was sent or nothing readable came.
    pub async fn request(&self, request: &HostRequest) -> Result<Response, Refused> {
        self.until(View::is_settled).await;
        let mut response = self.request_once(request).await?;
        let reads = matches!(request.method.as_str(), "GET" | "HEAD");
        if response.status() == 429 && reads && !request.at_once {
            let after = response.retry_after();
            self.pause(after).await;
            response = self.request_once(request).await?;
        }
        Ok(response)
    }

    /// Judges what a host's request brought as a [`call`](Self::call) of ours is judged, without the
    /// token that is held now. Where none is, no text can be vouched for, and none is kept.
    ///
    /// # Errors
    /// The [`Failure`].
    pub fn judge(&self, mut outcome: Result<Reply, TransportError>) -> Result<Reply, Failure> {
        if let Some((_, token)) = self.live_token() {
            return self.judged(outcome, &token);
        }
        if let Ok(reply) = &mut outcome {
            reply.text.clear();
            reply.json = None;
        }
        judge(self.0.settings.provider, outcome)
    }

    async fn request_once(&self, request: &HostRequest) -> Result<Response, Refused> {
        let (serial, token) = self.live_token().ok_or(Refused::NotSignedIn)?;
        let url = request.path.on(&self.0.settings.endpoints);
        let authorization = bearer(&token);
        let exchange = Exchange {
            url: url.as_str(),
            method: &request.method,
            headers: request.headers.as_ref(),
            authorization: &authorization,
            body: request.body.as_ref(),
            timeout_ms: TIMEOUT_MS,
            signal: request.signal.as_ref(),
        };
        let sent = exchange::send(&exchange).await;
        let response =
            sent.map_err(|error| Refused::Failed(Failure::bare(Refusal::Transport(error))))?;
        if response.status() == 401 {
            self.dispatch(Event::CallRefused { serial });
        }
        Ok(response)
    }

    async fn pause(&self, after: Option<RetryAfter>) {
        sleep(self.pause_after(after).saturating_mul(1000)).await;
    }
}

impl HostRequest {
    /// A read of a path, with nothing else said.
    #[must_use]
    pub fn get(path: ApiPath) -> Self {
        Self {
            path,
            method: "GET".to_owned(),
            headers: None,
            body: None,
            signal: None,
            at_once: false,
        }
    }
}
