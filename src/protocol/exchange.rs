//! One call over the network, as values: what is sent, what came back, or why nothing did.

use super::json::Json;

/// Milliseconds after which an exchange is given up, body included.
pub const TIMEOUT_MS: u32 = 10_000;

/// The methods that are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Revokes.
    Post,
}

impl Method {
    /// The method's name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

/// What a request carries besides its address.
///
/// A token is in it, hence no `Debug`.
#[allow(missing_debug_implementations, reason = "both variants hold a token")]
pub enum Body {
    /// `Authorization: Bearer …` and no body (RFC 6750 §2.1).
    Bearer(String),
    /// A form in the body, no credentials in the header (RFC 7009 §2.1). It is a simple
    /// request: it reaches the server even where its answer is hidden from script.
    Form(String),
}

/// A request to send.
#[allow(missing_debug_implementations, reason = "the body holds a token")]
pub struct Request {
    /// How.
    pub method: Method,
    /// Where: an address that was parsed, never one that a page handed over.
    pub url: String,
    /// With what.
    pub body: Body,
    /// Milliseconds until the whole exchange, body included, is given up.
    pub timeout_ms: u32,
    /// Whether it may outlive the page (a revocation should).
    pub keepalive: bool,
}

/// A readable answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The status code.
    pub status: u16,
    /// The body, where its media type is JSON and it parsed.
    pub json: Option<Json>,
    /// The body as text, at most as long as the cap.
    pub text: String,
    /// When to come back, if the server said so readably.
    pub retry_after: Option<RetryAfter>,
}

/// `Retry-After` (RFC 9110 §10.2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetryAfter {
    /// In so many seconds.
    Seconds(u32),
    /// At this time, in milliseconds since 1970.
    At(u64),
}

impl RetryAfter {
    /// The shortest and the longest pause that a server can impose, in seconds.
    const BOUNDS: (u64, u64) = (1, 300);

    /// The pause from now, in seconds: at least one, at most five minutes.
    #[must_use]
    pub fn pause(self, now_ms: u64) -> u32 {
        let wished = match self {
            Self::Seconds(seconds) => u64::from(seconds),
            Self::At(at) => at.saturating_sub(now_ms).div_ceil(1000),
        };
        let (shortest, longest) = Self::BOUNDS;
        u32::try_from(wished.clamp(shortest, longest)).unwrap_or(300)
    }
}

/// Nothing readable came. The browser hides most causes from script, so there are few kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TransportError {
    /// The device says that it has no connection.
    Offline,
    /// The browser withheld the answer: no network path, no CORS headers, a redirect, or a
    /// body that was cut short. Which of these, it does not say.
    Unreadable,
    /// So many seconds were up before the body ended.
    Timeout(u32),
    /// The body was longer than the cap.
    TooLarge,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_is_between_one_second_and_five_minutes() {
        let check =
            |after: RetryAfter, expected| assert_eq!(after.pause(10_000), expected, "{after:?}");
        check(RetryAfter::Seconds(7), 7);
        check(RetryAfter::Seconds(0), 1);
        check(RetryAfter::Seconds(1_000_000_000), 300);
        check(RetryAfter::At(12_500), 3);
        check(RetryAfter::At(0), 1);
        check(RetryAfter::At(u64::MAX), 300);
    }
}
