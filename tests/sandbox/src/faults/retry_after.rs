//! Every form of `Retry-After` (RFC 9110 §10.2.3), and every text that is none.

use std::time::{Duration, SystemTime};

use axum::http::HeaderValue;

use super::order::{BadOrder, value};
use super::text::Text;

/// What the header says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RetryAfter {
    /// This text, a number of seconds or not.
    Text(HeaderValue),
    /// The date this many seconds from the answer.
    DateIn(i64),
}

impl RetryAfter {
    /// `date:+60` and `date:-60` are dates relative to the answer; all else is taken as it is.
    pub(super) fn read(text: &Text) -> Result<Self, BadOrder> {
        let Some(seconds) = text.0.strip_prefix("date:") else {
            return value("Retry-After", &text.0).map(Self::Text);
        };
        let seconds = seconds.parse::<i32>().map_err(|_| {
            BadOrder::new(format!(
                "expected `date:` and seconds from now, such as `date:-60`, found `{}`",
                text.0
            ))
        })?;
        Ok(Self::DateIn(seconds.into()))
    }

    /// The header at `now`.
    pub(super) fn header(&self, now: SystemTime) -> Option<HeaderValue> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::DateIn(seconds) => {
                let distance = Duration::from_secs(seconds.unsigned_abs());
                let date = if *seconds < 0 {
                    now.checked_sub(distance)
                } else {
                    now.checked_add(distance)
                };
                HeaderValue::try_from(httpdate::fmt_http_date(date?)).ok()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::UNIX_EPOCH;

    use super::*;

    fn said(text: &str) -> String {
        let now = UNIX_EPOCH + Duration::from_hours(24);
        let read = RetryAfter::read(&Text(text.to_owned())).unwrap();
        read.header(now).unwrap().to_str().unwrap().to_owned()
    }

    #[test]
    fn any_text_is_said_as_it_is() {
        for text in [
            "7",
            "0",
            "-1",
            "1000000000",
            "soon",
            "",
            "Wed, 21 Oct 2015 07:28:00 GMT",
        ] {
            assert_eq!(said(text), text);
        }
    }

    #[test]
    fn a_date_is_counted_from_the_answer() {
        assert_eq!(said("date:+60"), "Fri, 02 Jan 1970 00:01:00 GMT");
        assert_eq!(said("date:-60"), "Thu, 01 Jan 1970 23:59:00 GMT");
    }

    #[test]
    fn what_cannot_be_a_header_or_a_distance_is_refused() {
        for text in ["a\nb", "date:tomorrow", "date:"] {
            assert!(
                RetryAfter::read(&Text(text.to_owned())).is_err(),
                "{text:?}"
            );
        }
    }
}
