//! The order of judgement, and what it finds.

use core::fmt;

use crate::parameters::{Parameter, Parameters, TEXTS};
use crate::{Attempt, MAX_ANSWER_LENGTH, Violation, attempt, grammar};

/// Which part of the URL held the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The fragment, where RFC 6749 §4.2.2 puts it.
    Fragment,
    /// The query. Some servers send errors there; a token there is refused.
    Query,
}

/// How an examination ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// An access token response without fault (RFC 6749 §4.2.2).
    Granted,
    /// A well-formed error response to an attempt of ours (RFC 6749 §4.2.2.1).
    Denied,
    /// Nothing in the answer may be used or shown.
    Refused(Violation),
}

/// What [`examine`] found.
#[derive(Clone, Copy)]
#[must_use = "an answer whose ruling nobody read must not be used"]
pub struct Findings<'a> {
    /// The place of the attempt among those given, once `state` was recognised.
    pub attempt: Option<usize>,
    /// How it ended. No text of a refused answer may be used.
    pub ruling: Ruling,
    /// `access_token`, `token_type`, `expires_in`, `scope`, `error`, `error_description` and
    /// `error_uri`, each decoded, and empty when it was absent. One that is not UTF-8 makes the
    /// answer a [`Violation::MalformedEncoding`], whatever the ruling says.
    pub texts: [&'a [u8]; TEXTS],
}

/// Prints no text, since one may be a token.
impl fmt::Debug for Findings<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Findings")
            .field("attempt", &self.attempt)
            .field("ruling", &self.ruling)
            .finish_non_exhaustive()
    }
}

/// Judges like [`crate::judge`], but leaves the texts as bytes and reads no number: for a caller
/// that has a decoder of its own, and to whom the kilobyte matters that this one's would take.
///
/// What [`crate::judge`] adds is to refuse texts that are not UTF-8, and to read `expires_in`.
pub fn examine<'a, 's>(
    answer: &'a mut [u8],
    source: Source,
    attempts: impl IntoIterator<Item = Attempt<'s>>,
    now_ms: u64,
) -> Findings<'a> {
    let mut findings = Findings {
        attempt: None,
        ruling: Ruling::Refused(Violation::TooLarge),
        texts: Default::default(),
    };
    findings.ruling = findings
        .consider(answer, source, attempts, now_ms)
        .unwrap_or_else(Ruling::Refused);
    findings
}

impl<'a> Findings<'a> {
    fn consider<'s>(
        &mut self,
        answer: &'a mut [u8],
        source: Source,
        attempts: impl IntoIterator<Item = Attempt<'s>>,
        now_ms: u64,
    ) -> Result<Ruling, Violation> {
        if answer.len() > MAX_ANSWER_LENGTH {
            return Err(Violation::TooLarge);
        }
        let mut parameters = Parameters::default();
        parameters.read(answer)?;
        let answer = &*answer;
        let [access_token, _, _, _, error, _, _, state, _] = &parameters.each;

        let found = attempt::find(sent(state, answer)?, attempts);
        let (index, attempt) = found.ok_or(Violation::UnknownState)?;
        self.attempt = Some(index);
        attempt.fitness(now_ms)?;

        if parameters.repeated {
            return Err(Violation::RepeatedParameter);
        }
        for (text, parameter) in self.texts.iter_mut().zip(&parameters.each) {
            *text = parameter
                .value(answer)
                .ok_or(Violation::MalformedEncoding)?;
        }
        // Presence is enough for the contradiction, even of an empty value: it fails closed.
        if access_token.is_present() && error.is_present() {
            return Err(Violation::TokenAndError);
        }
        let [_, _, _, _, error, ..] = self.texts;
        if !error.is_empty() {
            return Ok(Ruling::Denied);
        }
        if source == Source::Query && access_token.is_present() {
            return Err(Violation::TokenInQuery);
        }
        self.grant()
    }

    fn grant(&self) -> Result<Ruling, Violation> {
        let [access_token, token_type, _, scope, ..] = self.texts;
        if access_token.is_empty() {
            Err(Violation::MissingAccessToken)
        } else if token_type.is_empty() {
            Err(Violation::MissingTokenType)
        } else if !grammar::is_bearer(token_type) {
            Err(Violation::UnsupportedTokenType)
        } else if !grammar::is_bearer_token(access_token) {
            Err(Violation::MalformedAccessToken)
        } else if !scope.is_empty() && !grammar::is_scope(scope) {
            Err(Violation::MalformedScope)
        } else {
            Ok(Ruling::Granted)
        }
    }
}

/// `state` as the answer has it (RFC 6749 §4.2.2): there once, and not empty.
fn sent<'a>(state: &Parameter, answer: &'a [u8]) -> Result<&'a [u8], Violation> {
    if state.is_repeated() {
        return Err(Violation::RepeatedParameter);
    }
    match state.value(answer) {
        None => Err(Violation::UnknownState),
        Some([]) => Err(Violation::MissingState),
        Some(state) => Ok(state),
    }
}
