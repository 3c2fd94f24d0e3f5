//! How a fault is ordered.

use axum::http::{HeaderValue, StatusCode};
use serde::{Deserialize, Serialize};

/// A fault as the control endpoint receives it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FaultOrder {
    /// The path it is for; a `*` at the end stands for any rest.
    path: String,
    /// The method it is for; any when absent.
    method: Option<String>,
    /// The status; the body's usual one when absent.
    status: Option<u16>,
    /// How many requests it spoils; one when absent.
    count: Option<u32>,
    /// The text of `Retry-After`.
    retry_after: Option<String>,
    /// The body; `json` when absent.
    body: Option<String>,
}

/// What is wrong with an order, and what would have been right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BadOrder {
    pub(crate) problem: String,
    pub(crate) allowed: &'static [&'static str],
}

/// The body of a spoiled answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FaultBody {
    /// The usual error body of the path: envelope or flat.
    Json,
    Html,
    Text,
    Empty,
    /// No answer at all, until the client gives up.
    Hang,
    /// Headers, then a few bytes a second without end.
    Drip,
    /// The connection breaks off in the middle of the announced body.
    Truncated,
    /// Eight megabytes of white space.
    Oversized,
    /// JSON that calls itself HTML.
    WrongType,
    /// This text, called JSON.
    Literal(String),
    /// A redirect to this address.
    Redirect(HeaderValue),
}

const BODIES: &[&str] = &[
    "json",
    "html",
    "text",
    "empty",
    "hang",
    "drip",
    "truncated",
    "oversized",
    "wrong-type",
    "literal:<text>",
    "redirect:<address>",
];

impl FaultBody {
    fn read(text: &str) -> Option<Self> {
        if let Some(literal) = text.strip_prefix("literal:") {
            return Some(Self::Literal(literal.to_owned()));
        }
        if let Some(address) = text.strip_prefix("redirect:") {
            return HeaderValue::try_from(address).ok().map(Self::Redirect);
        }
        Some(match text {
            "json" => Self::Json,
            "html" => Self::Html,
            "text" => Self::Text,
            "empty" => Self::Empty,
            "hang" => Self::Hang,
            "drip" => Self::Drip,
            "truncated" => Self::Truncated,
            "oversized" => Self::Oversized,
            "wrong-type" => Self::WrongType,
            _ => return None,
        })
    }

    fn usual_status(&self) -> StatusCode {
        match self {
            Self::Json | Self::Html | Self::Text | Self::Empty | Self::Hang => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Self::Redirect(_) => StatusCode::FOUND,
            _ => StatusCode::OK,
        }
    }
}

/// A fault that waits for its request.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Fault {
    path: String,
    method: Option<String>,
    #[serde(serialize_with = "as_number")]
    pub(crate) status: StatusCode,
    pub(crate) count: u32,
    #[serde(skip)]
    pub(crate) retry_after: Option<HeaderValue>,
    #[serde(skip)]
    pub(crate) body: FaultBody,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde fixes the signature"
)]
fn as_number<S: serde::Serializer>(status: &StatusCode, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_u16(status.as_u16())
}

impl Fault {
    /// Whether it is meant for this request.
    pub(super) fn fits(&self, method: &str, path: &str) -> bool {
        let method_fits = self.method.as_ref().is_none_or(|wanted| wanted == method);
        let path_fits = match self.path.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == self.path,
        };
        method_fits && path_fits
    }
}

impl TryFrom<FaultOrder> for Fault {
    type Error = BadOrder;

    fn try_from(order: FaultOrder) -> Result<Self, BadOrder> {
        let bad = |problem: &str| BadOrder {
            problem: problem.to_owned(),
            allowed: &[],
        };
        if !order.path.starts_with('/') {
            return Err(bad("expected a `path` that starts with `/`"));
        }
        let text = order.body.as_deref().unwrap_or("json");
        let body = FaultBody::read(text).ok_or_else(|| BadOrder {
            problem: format!("expected a known `body`, found `{text}`"),
            allowed: BODIES,
        })?;
        let status = match order.status {
            None => body.usual_status(),
            Some(number) => StatusCode::from_u16(number)
                .ok()
                .filter(|status| (200..=599).contains(&status.as_u16()))
                .ok_or_else(|| bad("expected a `status` from 200 to 599"))?,
        };
        let retry_after = order.retry_after.map(HeaderValue::try_from).transpose();
        let retry_after =
            retry_after.map_err(|_| bad("expected a `retry_after` that may be a header"))?;
        let count = order.count.unwrap_or(1);
        if count == 0 {
            return Err(bad("expected a `count` from 1"));
        }
        Ok(Self {
            path: order.path,
            method: order.method,
            status,
            count,
            retry_after,
            body,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(json: &str) -> Result<Fault, BadOrder> {
        serde_json::from_str::<FaultOrder>(json).unwrap().try_into()
    }

    #[test]
    fn an_order_without_details_is_one_503() {
        let fault = fault(r#"{"path":"/v2/deals"}"#).unwrap();
        assert_eq!((fault.status.as_u16(), fault.count), (503, 1));
        assert!(fault.fits("GET", "/v2/deals"));
        assert!(!fault.fits("GET", "/v2/deals/1"));
    }

    #[test]
    fn a_star_stands_for_any_rest_and_a_method_narrows() {
        let fault = fault(r#"{"path":"/v2/*","method":"PUT"}"#).unwrap();
        assert!(fault.fits("PUT", "/v2/deals/1"));
        assert!(!fault.fits("GET", "/v2/deals/1"));
        assert!(!fault.fits("PUT", "/oauth2/revoke"));
    }

    #[test]
    fn bad_orders_are_refused() {
        for json in [
            r#"{"path":"v2"}"#,
            r#"{"path":"/","count":0}"#,
            r#"{"path":"/","status":99}"#,
            r#"{"path":"/","body":"confetti"}"#,
            r#"{"path":"/","retry_after":"a\nb"}"#,
            r#"{"path":"/","body":"redirect:\n"}"#,
        ] {
            assert!(fault(json).is_err(), "{json}");
        }
    }
}
