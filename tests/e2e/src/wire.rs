//! What went over the wire, read from the browser's own network log.

use serde_json::Value;

/// A request that a document of the browser sent.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Without its fragment, which never travels.
    pub url: String,
    /// `GET` and the like.
    pub method: String,
    /// Names in small letters.
    pub headers: Vec<(String, String)>,
    /// What was posted, where the browser tells.
    pub body: String,
}

impl Sent {
    /// Reads one line of the log; nothing where it is about something else.
    pub(crate) fn read(line: &str) -> Option<Self> {
        let event: Value = serde_json::from_str(line).ok()?;
        let message = &event["message"];
        if message["method"] != "Network.requestWillBeSent" {
            return None;
        }
        let request = &message["params"]["request"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let headers = request["headers"].as_object()?.iter();
        Some(Self {
            url: text(&request["url"]),
            method: text(&request["method"]),
            headers: headers
                .map(|(name, value)| (name.to_ascii_lowercase(), text(value)))
                .collect(),
            body: text(&request["postData"]),
        })
    }

    /// The origin it went to; empty for `data:` and the like.
    #[must_use]
    pub fn origin(&self) -> &str {
        let after = self.url.find("://").map_or(self.url.len(), |at| at + 3);
        let end = self.url[after..].find('/').map(|slash| after + slash);
        &self.url[..end.unwrap_or(self.url.len())]
    }

    /// The path, without query.
    #[must_use]
    pub fn path(&self) -> &str {
        let rest = &self.url[self.origin().len()..];
        rest.split('?').next().unwrap_or_default()
    }

    /// Where a secret stands in it, if it stands where none may: anywhere but in the
    /// `Authorization` of a call (RFC 6750 §2.1) and the body of a revocation (RFC 7009 §2.1).
    pub(crate) fn leak(&self, secret: &str, api: &str) -> Option<String> {
        let at_home = self.origin() == api;
        let header = self
            .headers
            .iter()
            .find(|(name, value)| value.contains(secret) && !(at_home && name == "authorization"));
        let revocation = at_home && self.path() == "/oauth2/revoke";
        let place = if self.url.contains(secret) {
            "address"
        } else if let Some((name, _)) = header {
            name
        } else if self.body.contains(secret) && !revocation {
            "body"
        } else {
            return None;
        };
        Some(format!(
            "{place} of {} {}{}",
            self.method,
            self.origin(),
            self.path()
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const API: &str = "http://127.0.0.1:2";

    fn sent(url: &str, header: (&str, &str), body: &str) -> Sent {
        Sent {
            url: url.to_owned(),
            method: "POST".to_owned(),
            headers: vec![(header.0.to_owned(), header.1.to_owned())],
            body: body.to_owned(),
        }
    }

    #[test]
    fn a_token_may_stand_in_the_authorization_of_a_call_and_in_a_revocation() {
        let call = sent(
            "http://127.0.0.1:2/v2/deals",
            ("authorization", "Bearer t0ken"),
            "",
        );
        assert_eq!(call.leak("t0ken", API), None);
        let revocation = sent(
            "http://127.0.0.1:2/oauth2/revoke",
            ("origin", ""),
            "token=t0ken",
        );
        assert_eq!(revocation.leak("t0ken", API), None);
    }

    #[test]
    fn a_token_anywhere_else_is_a_leak() {
        for request in [
            sent(
                "http://127.0.0.1:2/v2/deals?access_token=t0ken",
                ("a", ""),
                "",
            ),
            sent(
                "http://127.0.0.1:2/v2/deals",
                ("referer", "http://a/#t0ken"),
                "",
            ),
            sent(
                "http://127.0.0.1:3/v2/deals",
                ("authorization", "Bearer t0ken"),
                "",
            ),
            sent("http://127.0.0.1:2/v2/deals", ("a", ""), "t0ken"),
        ] {
            assert!(request.leak("t0ken", API).is_some(), "{request:?}");
        }
    }
}
