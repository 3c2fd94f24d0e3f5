//! Sell's two error bodies: the flat one of its authorization server and the envelope of its
//! REST API.
//!
//! ```text
//! {"error":"invalid_token","error_description":"…"}
//! {"errors":[{"error":{"code":"blank","message":"…","details":"…","field":"/name"}}],"meta":{"logref":"…"}}
//! ```

use crate::protocol::Json;
use crate::protocol::answer::ErrorReport;

/// Reads either body; what is absent stays unsaid.
pub(super) fn read(body: &Json) -> ErrorReport {
    let own = |text: Option<&str>| text.map(str::to_owned);
    let first = body
        .get("errors")
        .and_then(|errors| errors.items().first())
        .and_then(|item| item.get("error"));
    match first {
        Some(error) => ErrorReport {
            code: own(error.text("code")),
            message: own(error.text("details").or_else(|| error.text("message"))),
            reference: own(body.get("meta").and_then(|meta| meta.text("logref"))),
            field: own(error.text("field")),
        },
        None => ErrorReport {
            code: own(body.text("error")),
            message: own(body
                .text("error_description")
                .or_else(|| body.text("description"))),
            reference: None,
            field: None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> ErrorReport {
        read(&Json::from_text(text))
    }

    #[test]
    fn the_flat_body_and_the_envelope_are_both_read() {
        let flat = parse(r#"{"error":"invalid_token","error_description":"gone"}"#);
        assert_eq!(
            (flat.code.as_deref(), flat.message.as_deref()),
            (Some("invalid_token"), Some("gone"))
        );
        let envelope = parse(
            r#"{"errors":[{"error":{"code":"blank","message":"m","details":"d","field":"/name"}}],"meta":{"logref":"b6q2k-0a1bc"}}"#,
        );
        assert_eq!(envelope.code.as_deref(), Some("blank"));
        assert_eq!(envelope.field.as_deref(), Some("/name"));
        assert_eq!(envelope.message.as_deref(), Some("d"));
        assert_eq!(envelope.reference.as_deref(), Some("b6q2k-0a1bc"));
    }

    #[test]
    fn an_odd_body_says_nothing() {
        for text in [
            "null",
            "[]",
            "{}",
            r#"{"errors":[]}"#,
            r#"{"errors":7}"#,
            r#"{"error":{}}"#,
        ] {
            assert_eq!(parse(text), ErrorReport::default(), "{text}");
        }
    }
}
