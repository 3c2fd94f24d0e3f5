//! Asking the server about a token, and asking it to kill one: what is tried again, and when.

use super::Runtime;
use crate::browser::task::sleep;
use crate::browser::{http, json};
use crate::protocol::answer::judge;
use crate::protocol::exchange::TIMEOUT_MS;
use crate::protocol::{
    AccessToken, Body, Failure, Method, Refusal, Reply, Request, RetryAfter, RevocationAnswer,
    TokenInfo, TransportError,
};

/// Milliseconds before the first and the second repetition after a server error.
const PAUSES_MS: [u32; 2] = [500, 2_000];

/// Seconds to wait after a 429 whose `Retry-After` the browser hides.
const UNSAID_PAUSE: u32 = 30;

impl Runtime {
    /// Asks what a token is worth. A server error is tried twice more, a rate limit once more.
    pub(super) async fn inquire(&self, token: &AccessToken) -> Result<Box<TokenInfo>, Failure> {
        let mut pauses = PAUSES_MS.into_iter();
        let mut may_wait = true;
        loop {
            let failure = match self.inquire_once(token).await {
                Ok(info) => return Ok(info),
                Err(failure) => failure,
            };
            let pause = match failure.refusal {
                Refusal::Server => pauses.next().map(jitter),
                Refusal::RateLimited if std::mem::take(&mut may_wait) => {
                    Some(self.pause_after(failure.retry_after).saturating_mul(1000))
                }
                _ => None,
            };
            let Some(pause) = pause else {
                return Err(failure);
            };
            sleep(pause).await;
        }
    }

    async fn inquire_once(&self, token: &AccessToken) -> Result<Box<TokenInfo>, Failure> {
        let request = bearer_request(self.0.settings.endpoints.token_info.as_str(), token);
        let reply = self.judged(http::send(&request).await, token)?;
        let body = reply
            .json
            .ok_or(Failure::bare(Refusal::Malformed("the answer is not JSON")))?;
        (self.0.settings.provider.read_token_info)(&body, &reply.text)
            .map(Box::new)
            .map_err(|field| Failure::bare(Refusal::Malformed(field)))
    }

    /// Asks the server to kill a token. Busy servers that name a time are asked once more.
    pub(super) async fn revoke(&self, request: &Request, token: &AccessToken) -> RevocationAnswer {
        let mut outcome = self.judged(http::send(request).await, token);
        if let Err(failure) = &outcome
            && failure.retry_after.is_some()
            && matches!(failure.status, Some(429 | 503))
        {
            sleep(self.pause_after(failure.retry_after).saturating_mul(1000)).await;
            outcome = self.judged(http::send(request).await, token);
        }
        outcome.map_or_else(RevocationAnswer::Refused, |_| RevocationAnswer::Accepted)
    }

    /// Judges what a request with this token brought: JSON is indented, and another word stands in
    /// the place of the token. A server that echoes it must not put it on the screen or into an event.
    pub(super) fn judged(
        &self,
        mut outcome: Result<Reply, TransportError>,
        token: &AccessToken,
    ) -> Result<Reply, Failure> {
        if let Ok(reply) = &mut outcome {
            // Once it is indented, no escape hides the token any more.
            let indented = json::pretty(&reply.text);
            reply.text = token.masked_in(&indented);
            if reply.text != indented && reply.json.is_some() {
                reply.json = json::parse(&reply.text);
            }
        }
        judge(self.0.settings.provider, outcome)
    }

    /// Seconds to pause after a rate limit.
    pub(super) fn pause_after(&self, after: Option<RetryAfter>) -> u32 {
        after.map_or(UNSAID_PAUSE, |after| after.pause(self.now().wall))
    }
}

/// The credentials of a request (RFC 6750 §2.1).
pub(super) fn bearer(token: &AccessToken) -> String {
    ["Bearer ", token.expose()].concat()
}

/// A GET that carries the token where RFC 6750 §2.1 puts it.
pub(super) fn bearer_request(url: &str, token: &AccessToken) -> Request {
    Request {
        method: Method::Get,
        url: url.to_owned(),
        body: Body::Bearer(bearer(token)),
        timeout_ms: TIMEOUT_MS,
        keepalive: false,
    }
}

/// Up to half as long again, so that many pages do not return at the same moment.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small positive number"
)]
fn jitter(milliseconds: u32) -> u32 {
    milliseconds + (js_sys::Math::random() * f64::from(milliseconds / 2)) as u32
}
