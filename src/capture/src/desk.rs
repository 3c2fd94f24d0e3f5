//! The memory that the script and the module share, and how it is read.

use implicit_judge::{Attempt, Findings, MAX_ANSWER_LENGTH, Ruling, Source, Violation, examine};

/// The length of a `state`: 256 random bits in base64url.
const STATE_LENGTH: usize = 43;

/// One byte more than the judge reads, so that an answer too long is seen to be so.
const ANSWER_LENGTH: usize = MAX_ANSWER_LENGTH + 1;

/// The numbers of the two good ends, behind those of the violations; the script has a list of names
/// in this order.
const GRANTED: u32 = Violation::MalformedScope as u32 + 1;
const DENIED: u32 = GRANTED + 1;

/// What the script lays down, in one piece of text, and what it gets back.
#[repr(C)]
pub(crate) struct Desk {
    /// The state of the attempt that may have got this answer; all zero when there is none.
    state: [u8; STATE_LENGTH],
    /// The text after the `#` or `?`, without a route before it.
    answer: [u8; ANSWER_LENGTH],
    report: Report,
}

/// The rest of the attempt whose state lies on the desk.
pub(crate) struct Waiting {
    /// Milliseconds of the wall clock; what is no time (negative, not a number) reads as 0, so
    /// that it was too long ago. So it is where no attempt lies.
    pub(crate) started_at_ms: f64,
    pub(crate) used: bool,
}

/// What the script reads back: eight words of 32 bits.
#[repr(C)]
#[derive(Clone, Copy)]
pub(crate) struct Report {
    /// The place of the ruling in the script's list of names.
    ruling: u32,
    /// `access_token`, `token_type`, `expires_in`, `scope`, `error`, `error_description` and
    /// `error_uri`, not yet known to be UTF-8: the address in the lower half of each word, the
    /// length in the upper, 0 for "absent". One page of memory is all there is, so both fit.
    texts: [u32; 7],
}

impl Desk {
    /// An empty desk.
    #[expect(
        clippy::large_stack_arrays,
        reason = "nothing but the one static is made of it"
    )]
    pub(crate) const EMPTY: Self = Self {
        state: [0; STATE_LENGTH],
        answer: [0; ANSWER_LENGTH],
        report: Report {
            ruling: 0,
            texts: [0; 7],
        },
    };

    /// Judges the answer that lies here, `length` bytes of it.
    ///
    /// A length beyond the desk is cut down to it, so nothing outside is ever read.
    pub(crate) fn judge(
        &mut self,
        waiting: &Waiting,
        length: usize,
        source: Source,
        now_ms: f64,
    ) -> &Report {
        let answer = self
            .answer
            .get_mut(..length.min(ANSWER_LENGTH))
            .unwrap_or_default();
        let attempt = Attempt {
            state: &self.state,
            started_at_ms: milliseconds(waiting.started_at_ms),
            used: waiting.used,
        };
        let findings = examine(answer, source, [attempt], milliseconds(now_ms));
        self.report.ruling = number(findings.ruling);
        fill(&mut self.report.texts, &findings);
        &self.report
    }
}

/// The script's clock reading as whole milliseconds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and a time outside the range makes the attempt count as expired"
)]
fn milliseconds(reading: f64) -> u64 {
    reading as u64
}

fn number(ruling: Ruling) -> u32 {
    match ruling {
        Ruling::Granted => GRANTED,
        Ruling::Denied => DENIED,
        Ruling::Refused(violation) => violation as u32,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "an answer has at most 16 KiB, and one page of memory has addresses of 16 bits"
)]
fn fill(texts: &mut [u32; 7], findings: &Findings<'_>) {
    for (text, bytes) in texts.iter_mut().zip(&findings.texts) {
        *text = (bytes.len() as u32) << 16 | u32::from(bytes.as_ptr().addr() as u16);
    }
}

#[cfg(test)]
mod tests {
    use implicit_judge::{MAX_ANSWER_LENGTH, Source, Violation};

    use super::{DENIED, Desk, GRANTED, Waiting};

    const STATE: &[u8; 43] = b"Zk3vq1mJmV0q7Xb2cY8hWl5sT9dRe4uIoPaGfNxL6tE";
    const NOW: f64 = 1_700_000_000_000.5;

    /// Lays down an answer, and gives back the ruling and the lengths of the texts.
    fn judge(answer: &str, started_at_ms: f64, used: bool) -> (u32, [u32; 7]) {
        let mut desk = Box::new(Desk::EMPTY);
        desk.state = *STATE;
        desk.answer[..answer.len()].copy_from_slice(answer.as_bytes());
        let waiting = Waiting {
            started_at_ms,
            used,
        };
        let report = desk.judge(&waiting, answer.len(), Source::Fragment, NOW);
        (report.ruling, report.texts.map(|text| text >> 16))
    }

    fn good() -> String {
        let state = str::from_utf8(STATE).unwrap();
        format!("state={state}&access_token=abcd&token_type=Bearer&scope=re%61d&expires_in=3600")
    }

    #[test]
    fn a_good_answer_is_granted_and_its_texts_are_there() {
        assert_eq!(judge(&good(), NOW, false), (GRANTED, [4, 6, 4, 4, 0, 0, 0]));
    }

    #[test]
    fn an_error_response_is_denied_and_its_texts_are_there() {
        let state = str::from_utf8(STATE).unwrap();
        let answer = format!("error=x&error_description=yz&state={state}");
        assert_eq!(judge(&answer, NOW, false), (DENIED, [0, 0, 0, 0, 1, 2, 0]));
    }

    #[test]
    fn an_attempt_that_is_used_or_has_no_good_time_is_refused() {
        let used = judge(&good(), NOW, true);
        assert_eq!(used.0, Violation::UsedState as u32);
        for started in [f64::NAN, -1.0, 0.0, f64::INFINITY, NOW - 600_001.0] {
            let old = judge(&good(), started, false);
            assert_eq!(old.0, Violation::ExpiredAttempt as u32, "{started}");
        }
    }

    #[test]
    fn a_length_beyond_the_desk_is_too_large_and_no_more() {
        let mut desk = Box::new(Desk::EMPTY);
        let waiting = Waiting {
            started_at_ms: NOW,
            used: false,
        };
        for length in [MAX_ANSWER_LENGTH + 1, MAX_ANSWER_LENGTH + 2, usize::MAX] {
            let report = desk.judge(&waiting, length, Source::Query, NOW);
            assert_eq!(report.ruling, Violation::TooLarge as u32);
        }
    }

    #[test]
    fn the_script_has_the_names_of_the_rulings_in_the_order_of_their_numbers() {
        let script = include_str!("../../../static/elements/capture.js");
        let mut names: Vec<&str> = Violation::ALL
            .iter()
            .map(|ruling| ruling.as_str())
            .collect();
        names.extend(["granted", "denied"]);
        assert_eq!(names.len(), DENIED as usize + 1);
        for (number, violation) in Violation::ALL.into_iter().enumerate() {
            assert_eq!(violation as usize, number, "{violation:?}");
        }
        assert!(
            script.contains(&format!("'{}'", names.join(" "))),
            "{names:?}"
        );
    }
}
