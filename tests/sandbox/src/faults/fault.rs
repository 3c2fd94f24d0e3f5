//! An order that was read and found good.

use axum::http::header::{CONTENT_TYPE, HeaderName};
use axum::http::{HeaderValue, StatusCode};
use serde::Serialize;

use super::body::FaultBody;
use super::cross_origin::CorsFault;
use super::edit::{EDITS, Edit};
use super::order::{BadOrder, FaultOrder, value};
use super::retry_after::RetryAfter;
use super::text::{Count, Text};

/// Ten minutes: beyond every client's patience.
const LONGEST_DELAY: u64 = 600_000;
const MOST_HEADER_BYTES: usize = 1 << 20;

/// What becomes of `Content-Type`.
#[derive(Debug, Clone)]
pub(super) enum ContentType {
    /// It says this.
    Is(HeaderValue),
    /// It is left out.
    Absent,
}

/// A fault that waits for its request: [`crate::Config::faults`], or `POST /faults`.
///
/// ```
/// use sell_sandbox::Fault;
///
/// let busy: Fault = "GET /v2/* status=429 retry_after=7 count=2".parse()?;
/// let slow: Fault = r#"{"path": "/oauth2/token/info", "delay": 500}"#.parse()?;
/// # drop((busy, slow));
/// # Ok::<(), sell_sandbox::BadOrder>(())
/// ```
#[derive(Debug, Clone)]
pub struct Fault {
    /// As it was ordered, with the count that is left.
    pub(super) order: FaultOrder,
    pub(super) status: Option<StatusCode>,
    pub(super) body: FaultBody,
    pub(super) edits: Vec<Edit>,
    pub(super) retry_after: Option<RetryAfter>,
    pub(super) content_type: Option<ContentType>,
    pub(super) headers: Vec<(HeaderName, HeaderValue)>,
    pub(super) cors: Option<CorsFault>,
}

impl Fault {
    /// Whether it is meant for this request.
    pub(super) fn fits(&self, method: &str, path: &str) -> bool {
        let mut wanted = self.order.method.iter();
        wanted.all(|wanted| wanted.eq_ignore_ascii_case(method)) && self.fits_path(path)
    }

    /// Whether it is meant for the preflight of this path, which must be asked for by name, so
    /// that a fault for the request proper is still there when that comes.
    pub(super) fn fits_preflight(&self, path: &str) -> bool {
        self.is_for_preflights() && self.fits_path(path)
    }

    fn fits_path(&self, path: &str) -> bool {
        match self.order.path.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == self.order.path,
        }
    }

    fn is_for_preflights(&self) -> bool {
        let mut method = self.order.method.iter();
        method.any(|method| method.eq_ignore_ascii_case("OPTIONS"))
    }

    /// How long the headers are held back, in milliseconds.
    pub(super) fn delay(&self) -> u64 {
        self.order.delay.unwrap_or_default()
    }

    /// After how many bytes the body breaks off.
    pub(super) fn cut(&self) -> Option<usize> {
        self.order.cut
    }

    /// The length of the header that is too long.
    pub(super) fn header_bytes(&self) -> Option<usize> {
        self.order.header_bytes
    }

    /// Whether it leads to the second origin, which must be there then.
    pub(crate) fn needs_other_origin(&self) -> bool {
        matches!(&self.body, FaultBody::Redirect(address) if address.is_to_other_origin())
    }
}

impl Serialize for Fault {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.order.serialize(to)
    }
}

impl TryFrom<FaultOrder> for Fault {
    type Error = BadOrder;

    fn try_from(order: FaultOrder) -> Result<Self, BadOrder> {
        let text = order.body.as_deref().unwrap_or(order.usual_body());
        let body = FaultBody::read(text)?;
        let fault = Self {
            status: status(order.status)?.or(body.usual_status()),
            edits: order
                .edit
                .0
                .iter()
                .map(|text| edit(text))
                .collect::<Result<_, _>>()?,
            retry_after: order
                .retry_after
                .as_ref()
                .map(RetryAfter::read)
                .transpose()?,
            content_type: order
                .content_type
                .as_deref()
                .map(content_type)
                .transpose()?,
            headers: order.headers.iter().map(header).collect::<Result<_, _>>()?,
            cors: order.cors.as_deref().map(CorsFault::read).transpose()?,
            body,
            order,
        };
        check(&fault)?;
        Ok(fault)
    }
}

fn status(number: Option<u16>) -> Result<Option<StatusCode>, BadOrder> {
    let Some(number) = number else {
        return Ok(None);
    };
    StatusCode::from_u16(number)
        .ok()
        .filter(|status| (200..=599).contains(&status.as_u16()))
        .map(Some)
        .ok_or_else(|| {
            BadOrder::new(format!(
                "expected a `status` from 200 to 599, found {number}"
            ))
        })
}

fn edit(text: &str) -> Result<Edit, BadOrder> {
    Edit::read(text).ok_or_else(|| BadOrder::unknown("edit", text, EDITS))
}

fn content_type(text: &str) -> Result<ContentType, BadOrder> {
    match text {
        "none" => Ok(ContentType::Absent),
        _ => value(CONTENT_TYPE.as_str(), text).map(ContentType::Is),
    }
}

fn header((name, text): (&String, &Text)) -> Result<(HeaderName, HeaderValue), BadOrder> {
    let checked = HeaderName::try_from(name)
        .map_err(|_| BadOrder::new(format!("expected the name of a header, found `{name}`")))?;
    Ok((checked, value(name, &text.0)?))
}

/// What the fields must be together.
fn check(fault: &Fault) -> Result<(), BadOrder> {
    let order = &fault.order;
    let problem = if !order.path.starts_with('/') {
        "expected a `path` that starts with `/`"
    } else if order.count == Count::Times(0) {
        "expected a `count` from 1, or `always`"
    } else if fault.delay() > LONGEST_DELAY {
        "expected a `delay` of at most 600000 milliseconds"
    } else if fault
        .header_bytes()
        .is_some_and(|bytes| bytes > MOST_HEADER_BYTES)
    {
        "expected `header_bytes` of at most 1048576"
    } else if !fault.edits.is_empty() && !fault.body.is_real() {
        "expected no `body` beside `edit`, which changes the real answer"
    } else if fault.cut().is_some() && !fault.body.has_an_end() {
        "expected no `cut` beside this `body`, which has no length"
    } else if fault.cors.is_some_and(CorsFault::is_for_preflights) && !fault.is_for_preflights() {
        "expected `\"method\": \"OPTIONS\"` beside this `cors`, which spoils preflights"
    } else {
        return Ok(());
    };
    Err(BadOrder::new(problem))
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
        assert_eq!(fault.status, Some(StatusCode::SERVICE_UNAVAILABLE));
        assert_eq!(fault.order.count, Count::Times(1));
        assert!(fault.fits("GET", "/v2/deals"));
        assert!(!fault.fits("GET", "/v2/deals/1"));
    }

    #[test]
    fn a_star_stands_for_any_rest_and_a_method_narrows() {
        let fault = fault(r#"{"path":"/v2/*","method":"put"}"#).unwrap();
        assert!(fault.fits("PUT", "/v2/deals/1"));
        assert!(!fault.fits("GET", "/v2/deals/1"));
        assert!(!fault.fits("PUT", "/oauth2/revoke"));
    }

    #[test]
    fn a_preflight_is_spoiled_only_when_it_is_asked_for() {
        assert!(!fault(r#"{"path":"/x"}"#).unwrap().fits_preflight("/x"));
        let fault = fault(r#"{"path":"/x","method":"OPTIONS"}"#).unwrap();
        assert!(fault.fits_preflight("/x") && !fault.fits_preflight("/y"));
    }

    #[test]
    fn an_order_that_only_alters_keeps_the_real_answer() {
        for (json, body) in [
            (r#"{"path":"/","delay":5}"#, FaultBody::Real),
            (r#"{"path":"/","cut":5}"#, FaultBody::Real),
            (r#"{"path":"/","cors":"hidden"}"#, FaultBody::Real),
            (r#"{"path":"/","edit":"bom","status":201}"#, FaultBody::Real),
            (r#"{"path":"/","delay":5,"status":500}"#, FaultBody::Json),
            (r#"{"path":"/","retry_after":5}"#, FaultBody::Json),
        ] {
            assert_eq!(fault(json).unwrap().body, body, "{json}");
        }
    }

    #[test]
    fn bad_orders_are_refused() {
        for json in [
            r#"{"path":"v2"}"#,
            r#"{"path":"/","count":0}"#,
            r#"{"path":"/","status":99}"#,
            r#"{"path":"/","body":"confetti"}"#,
            r#"{"path":"/","body":"confetti:1"}"#,
            r#"{"path":"/","body":"oversized:-1"}"#,
            r#"{"path":"/","body":"nested:1000000"}"#,
            r#"{"path":"/","retry_after":"a\nb"}"#,
            r#"{"path":"/","body":"redirect:\n"}"#,
            r#"{"path":"/","content_type":"\n"}"#,
            r#"{"path":"/","headers":{"a b":"c"}}"#,
            r#"{"path":"/","headers":{"a":"\n"}}"#,
            r#"{"path":"/","header_bytes":2000000}"#,
            r#"{"path":"/","delay":600001}"#,
            r#"{"path":"/","edit":"drop"}"#,
            r#"{"path":"/","edit":"bom","body":"html"}"#,
            r#"{"path":"/","cut":1,"body":"endless"}"#,
            r#"{"path":"/","cors":"no-headers"}"#,
            r#"{"path":"/","cors":"sometimes"}"#,
        ] {
            assert!(fault(json).is_err(), "{json}");
        }
    }

    #[test]
    fn a_fault_is_listed_as_it_was_ordered() {
        let json = r#"{"path":"/x","method":"GET","count":2,"delay":5,"body":"drip"}"#;
        let listed = serde_json::to_value(fault(json).unwrap()).unwrap();
        assert_eq!(
            listed,
            serde_json::from_str::<serde_json::Value>(json).unwrap()
        );
    }
}
