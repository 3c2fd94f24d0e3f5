//! The answer that a sign-in window handed over, judged where it was asked for.
//!
//! An answer to this tab is judged by the capture script before the application has loaded. A
//! window's answer comes to a page that runs already, whose memory holds the one attempt it can
//! belong to; the judge is the same.

use std::rc::Rc;

use implicit_judge::{Attempt, Source, Verdict, Violation, strip_route};

use super::expiry::Now;
use super::grant::{Grant, Received, Via};
use super::problem::{AnswerFault, Problem};
use crate::protocol::text::find;
use crate::protocol::{AccessToken, ErrorCode, ErrorResponse, Scopes, State};

/// The longest text of a server that is kept, in characters.
const LONGEST_TEXT: usize = 300;

/// What was asked of the authorization server, as far as its answer is judged by it.
#[derive(Debug, Clone)]
pub struct Asked {
    /// By what the answer is recognised (RFC 6749 §10.12).
    pub state: State,
    /// What an answer without a scope grants (RFC 6749 §4.2.2).
    pub scopes: Scopes,
    /// When it was asked.
    pub at: Now,
}

/// Judges what stood behind the `#` and the `?` of the callback page's address, both with their
/// sign.
///
/// # Errors
/// [`Problem::Denied`] with the server's error response, [`Problem::Answer`] with the violation.
pub fn judge(hash: &str, search: &str, asked: &Asked, now: Now) -> Result<Box<Grant>, Problem> {
    let state = asked.state.expose();
    let (mut text, source) = match (hash.strip_prefix('#'), search.strip_prefix('?')) {
        (Some(fragment), query) if find(fragment, state).is_some() || query.is_none() => {
            let start = strip_route(fragment.as_bytes()).answer_start;
            let answer = fragment.as_bytes().get(start..).unwrap_or_default();
            (answer.to_vec(), Source::Fragment)
        }
        (_, query) => (query.unwrap_or_default().as_bytes().to_vec(), Source::Query),
    };
    let attempt = Attempt {
        state: state.as_bytes(),
        started_at_ms: asked.at.wall,
        used: false,
    };
    match implicit_judge::judge(&mut text, source, [attempt], now.wall).verdict {
        Verdict::Granted(granted) => grant(&granted, asked, now).ok_or_else(|| {
            // The judge has checked both; what it let pass is read again all the same.
            refused(Violation::MalformedAccessToken)
        }),
        Verdict::Denied(response) => Err(Problem::Denied(Rc::new(ErrorResponse {
            code: ErrorCode::parse(&shortened(response.error)),
            description: response.error_description.map(shortened),
        }))),
        Verdict::Refused(violation) => Err(refused(violation)),
    }
}

fn grant(granted: &implicit_judge::Granted<'_>, asked: &Asked, now: Now) -> Option<Box<Grant>> {
    let said = match granted.scope {
        Some(scope) => Some(Scopes::parse(scope)?),
        None => None,
    };
    Some(Box::new(Grant::new(Received {
        token: AccessToken::parse(granted.access_token)?,
        asked: asked.scopes.clone(),
        said,
        expires_in: granted.expires_in,
        at: now,
        via: Via::Popup,
    })))
}

fn refused(violation: Violation) -> Problem {
    Problem::Answer(AnswerFault::parse(violation.as_str()))
}

fn shortened(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_control())
        .take(LONGEST_TEXT)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Expiry;

    const NOW: Now = Now {
        wall: 1_760_000_000_000,
        mono: 5_000,
    };

    fn asked() -> Asked {
        Asked {
            state: State::from_random(&[7; 32]).for_popup(),
            scopes: Scopes::parse("read profile").unwrap(),
            at: NOW,
        }
    }

    fn judged(hash: &str, search: &str) -> Result<Box<Grant>, Problem> {
        let asked = asked();
        let state = asked.state.expose();
        let fill = |text: &str| text.replace("STATE", state);
        judge(&fill(hash), &fill(search), &asked, NOW)
    }

    fn refusal(hash: &str, search: &str) -> String {
        match judged(hash, search) {
            Err(Problem::Answer(fault)) => fault.as_str().to_owned(),
            other => panic!("{hash} {search}: {other:?}"),
        }
    }

    #[test]
    fn a_good_answer_is_a_grant_that_came_by_a_window() {
        let grant = judged(
            "#access_token=0123456789abcdef&token_type=bearer&expires_in=3600&state=STATE",
            "",
        )
        .unwrap();
        assert_eq!(grant.via, Via::Popup);
        assert_eq!(grant.said, None);
        assert_eq!(grant.asked.to_string(), "read profile");
        assert!(matches!(grant.expiry, Expiry::At(_)));
    }

    #[test]
    fn a_route_before_the_answer_is_passed_over() {
        for before in ["#/deals&", "#/", "#?"] {
            let answer = "access_token=0123456789abcdef&token_type=bearer&state=STATE";
            assert!(judged(&[before, answer].concat(), "").is_ok(), "{before}");
        }
    }

    #[test]
    fn a_denial_is_read_from_either_place_and_without_control_characters() {
        for (hash, search) in [
            (
                "#error=access_denied&error_description=No%00+way&state=STATE",
                "",
            ),
            (
                "",
                "?error=access_denied&error_description=No%00+way&state=STATE",
            ),
        ] {
            let Err(Problem::Denied(response)) = judged(hash, search) else {
                panic!("{hash}{search} is a denial");
            };
            assert_eq!(response.code.as_str(), "access_denied");
            assert_eq!(response.description.as_deref(), Some("No way"));
        }
    }

    #[test]
    fn what_breaks_the_standard_is_named() {
        for (hash, search, name) in [
            ("", "", "missing_state"),
            (
                "#access_token=0123456789abcdef&token_type=bearer&state=popup.x",
                "",
                "unknown_state",
            ),
            (
                "#access_token=0123456789abcdef&token_type=bearer",
                "",
                "missing_state",
            ),
            ("#token_type=bearer&state=STATE", "", "missing_access_token"),
            (
                "",
                "?access_token=0123456789abcdef&token_type=bearer&state=STATE",
                "token_in_query",
            ),
            (
                "#access_token=a&access_token=b&token_type=bearer&state=STATE",
                "",
                "repeated_parameter",
            ),
        ] {
            assert_eq!(refusal(hash, search), name, "{hash}{search}");
        }
        let long = format!("#access_token={}&state=STATE", "x".repeat(20_000));
        assert_eq!(refusal(&long, ""), "too_large");
    }

    #[test]
    fn an_answer_that_took_longer_than_an_attempt_lives_is_refused() {
        let late = Now {
            wall: NOW.wall + implicit_judge::ATTEMPT_LIFE_MS + 1,
            mono: NOW.mono,
        };
        let asked = asked();
        let hash = format!(
            "#access_token=0123456789abcdef&token_type=bearer&state={}",
            asked.state.expose()
        );
        let fault = judge(&hash, "", &asked, late).map(|_| ());
        assert_eq!(
            fault,
            Err(Problem::Answer(AnswerFault::parse("expired_attempt")))
        );
    }
}
