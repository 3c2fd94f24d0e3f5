//! The judgement itself, and what it may come to.

use core::fmt;

use crate::examine::{Findings, Ruling, Source, examine};
use crate::parameters::TEXTS;
use crate::{Attempt, Violation, grammar};

/// What an answer came to, and which attempt it belongs to.
#[derive(Debug)]
#[must_use = "an answer that was not judged must not be used"]
pub struct Judgement<'a> {
    /// The place of the attempt among those given, once `state` was recognised; always there when
    /// the verdict is [`Verdict::Granted`] or [`Verdict::Denied`].
    pub attempt: Option<usize>,
    /// The verdict.
    pub verdict: Verdict<'a>,
}

/// The three ends of a judgement.
#[derive(Debug)]
pub enum Verdict<'a> {
    /// A token, in an answer without fault.
    Granted(Granted<'a>),
    /// A well-formed error response to an attempt of ours.
    Denied(ErrorResponse<'a>),
    /// Nothing in the answer may be used or shown.
    Refused(Violation),
}

/// An access token response (RFC 6749 §4.2.2). `Debug` doesn't print the token.
pub struct Granted<'a> {
    /// The token: a `b64token` of RFC 6750 §2.1, at most [`crate::MAX_TOKEN_LENGTH`] long.
    pub access_token: &'a str,
    /// What the server says it granted; `None` means "as requested" (RFC 6749 §4.2.2).
    pub scope: Option<&'a str>,
    /// How long the token lives, in seconds; `None` means unknown, not endless.
    pub expires_in: Option<u32>,
}

impl fmt::Debug for Granted<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Granted")
            .field("access_token", &format_args!("[redacted]"))
            .field("scope", &self.scope)
            .field("expires_in", &self.expires_in)
            .finish()
    }
}

/// An error response (RFC 6749 §4.2.2.1). All three are the server's words, decoded and nothing
/// more: whoever shows them drops control and bidirectional characters and cuts them short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorResponse<'a> {
    /// The code, never empty: one of §4.2.2.1, or an extension of §8.5.
    pub error: &'a str,
    /// Text for a developer.
    pub error_description: Option<&'a str>,
    /// A page about the error. Not checked to be a URL, let alone a harmless one.
    pub error_uri: Option<&'a str>,
}

/// Judges an answer (RFC 6749 §4.2.2, §4.2.2.1, §10.12), in the order of the crate's first page.
///
/// `answer` is form-encoded, without the `#` or `?` before it, and is decoded where it lies: what
/// is left in it afterwards is good for the returned slices only. `attempts` are all we know,
/// used and expired ones included; `now_ms` is the wall clock in milliseconds since the epoch.
///
/// The caller marks the attempt as used before it does anything with the verdict.
pub fn judge<'a, 's>(
    answer: &'a mut [u8],
    source: Source,
    attempts: impl IntoIterator<Item = Attempt<'s>>,
    now_ms: u64,
) -> Judgement<'a> {
    let findings = examine(answer, source, attempts, now_ms);
    Judgement {
        attempt: findings.attempt,
        verdict: read(&findings).unwrap_or_else(Verdict::Refused),
    }
}

fn read<'a>(findings: &Findings<'a>) -> Result<Verdict<'a>, Violation> {
    let [
        access_token,
        _,
        expires_in,
        scope,
        error,
        error_description,
        error_uri,
    ] = texts(findings)?;
    Ok(match findings.ruling {
        Ruling::Granted => Verdict::Granted(Granted {
            access_token: access_token.unwrap_or_default(),
            scope,
            expires_in: expires_in.and_then(grammar::seconds),
        }),
        Ruling::Denied => Verdict::Denied(ErrorResponse {
            error: error.unwrap_or_default(),
            error_description,
            error_uri,
        }),
        Ruling::Refused(violation) => Verdict::Refused(violation),
    })
}

/// What was found as text, `None` where nothing was.
fn texts<'a>(findings: &Findings<'a>) -> Result<[Option<&'a str>; TEXTS], Violation> {
    let mut texts = [None; TEXTS];
    for (text, bytes) in texts.iter_mut().zip(findings.texts) {
        let valid = str::from_utf8(bytes).map_err(|_| Violation::MalformedEncoding)?;
        *text = Some(valid).filter(|text| !text.is_empty());
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::format;

    use super::{Granted, Verdict, judge};
    use crate::{Attempt, Source, Violation};

    const NOW: u64 = 1_700_000_000_000;

    fn verdict<'a>(place: &'a mut [u8], answer: &str) -> Verdict<'a> {
        let place = &mut place[..answer.len()];
        place.copy_from_slice(answer.as_bytes());
        let attempt = Attempt {
            state: b"s",
            started_at_ms: NOW,
            used: false,
        };
        judge(place, Source::Fragment, [attempt], NOW).verdict
    }

    #[test]
    fn a_granted_token_is_not_printed() {
        let granted = Granted {
            access_token: "secret",
            scope: None,
            expires_in: None,
        };
        let printed = format!("{granted:?} {:?}", Verdict::Granted(granted_again()));
        assert!(
            !printed.contains("secret") && printed.contains("redacted"),
            "{printed}"
        );
    }

    fn granted_again() -> Granted<'static> {
        Granted {
            access_token: "secret",
            scope: Some("read"),
            expires_in: Some(1),
        }
    }

    #[test]
    fn a_parameter_without_a_value_counts_as_omitted() {
        let mut place = [0; 128];
        let answer = "state=s&access_token=t&token_type=bearer&scope=&expires_in=&error_uri=";
        let Verdict::Granted(granted) = verdict(&mut place, answer) else {
            panic!("{answer} is a good answer")
        };
        assert_eq!((granted.scope, granted.expires_in), (None, None));
    }

    #[test]
    fn an_error_keeps_its_words_as_they_were_sent() {
        let mut place = [0; 128];
        let answer = "error=access_denied&error_description=%C3%A9+%E2%80%AE%00&state=s";
        let Verdict::Denied(denied) = verdict(&mut place, answer) else {
            panic!("{answer} is an error response")
        };
        assert_eq!(denied.error, "access_denied");
        assert_eq!(denied.error_description, Some("\u{e9} \u{202e}\0"));
        assert_eq!(denied.error_uri, None);
    }

    #[test]
    fn text_that_is_not_utf_8_is_refused() {
        for bytes in [
            "%FF",
            "%C0%AF",
            "%ED%A0%80",
            "%F4%90%80%80",
            "%E2%82",
            "%80",
        ] {
            let mut place = [0; 128];
            let answer = format!("state=s&error=x&error_description={bytes}");
            let verdict = verdict(&mut place, &answer);
            assert!(
                matches!(verdict, Verdict::Refused(Violation::MalformedEncoding)),
                "{bytes}: {verdict:?}"
            );
        }
    }
}
