//! What holds for any answer whatever.

use implicit_judge::{
    Attempt, MAX_ANSWER_LENGTH, MAX_PARAMETERS, Source, Verdict, Violation, is_bearer_token, judge,
    strip_route,
};
use proptest::collection::vec;
use proptest::prelude::*;

const NOW: u64 = 1_700_000_000_000;
const STATE: &[u8] = b"Zk3vq1mJmV0q7Xb2cY8hWl5sT9dRe4uIoPaGfNxL6tE";

fn waiting(state: &[u8]) -> Attempt<'_> {
    Attempt {
        state,
        started_at_ms: NOW,
        used: false,
    }
}

/// Form-encodes a text; `plain` says of each byte in turn whether it stays as it is where it may.
fn encode(text: &str, plain: &[bool]) -> String {
    let choices = plain.iter().chain(std::iter::repeat(&false));
    text.bytes()
        .zip(choices)
        .map(|(byte, &plain)| match byte {
            b' ' if plain => "+".to_owned(),
            b'+' | b'%' | b'&' | b'=' | b' ' => format!("%{byte:02X}"),
            _ if plain && byte.is_ascii_graphic() => char::from(byte).to_string(),
            _ => format!("%{byte:02x}"),
        })
        .collect()
}

fn build(parameters: &[(&str, &str)], plain: &[bool]) -> Vec<u8> {
    let pairs = parameters
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name, plain), encode(value, plain)));
    pairs.collect::<Vec<_>>().join("&").into_bytes()
}

fn source() -> impl Strategy<Value = Source> {
    prop_oneof![Just(Source::Fragment), Just(Source::Query)]
}

fn token() -> impl Strategy<Value = String> {
    "[A-Za-z0-9._~+/-]{1,64}={0,2}"
}

fn scope() -> impl Strategy<Value = String> {
    "[!#-\\[\\]-~]{1,9}( [!#-\\[\\]-~]{1,9}){0,3}"
}

/// Bytes that look like an answer often enough to get far into the judge.
fn answer_like() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => Just("&".to_owned()),
        4 => Just("=".to_owned()),
        1 => Just("state=Zk3vq1mJmV0q7Xb2cY8hWl5sT9dRe4uIoPaGfNxL6tE".to_owned()),
        1 => Just("access_token".to_owned()),
        1 => Just("token_type=Bearer".to_owned()),
        1 => Just("error".to_owned()),
        1 => Just("scope".to_owned()),
        1 => Just("expires_in=3600".to_owned()),
        1 => Just("%".to_owned()),
        1 => Just("+".to_owned()),
        2 => "[ -~]{0,8}",
        1 => "%[0-9a-fA-F]{2}",
    ];
    vec(piece, 0..24).prop_map(|pieces| pieces.concat().into_bytes())
}

proptest! {
    #[test]
    fn any_bytes_are_judged_without_a_panic(
        mut answer in vec(any::<u8>(), 0..2_000),
        source in source(),
        started_at_ms: u64,
        now_ms: u64,
        used: bool,
        state in vec(any::<u8>(), 0..50),
    ) {
        let attempt = Attempt { state: &state, started_at_ms, used };
        let _ = judge(&mut answer, source, [attempt], now_ms);
        let shape = strip_route(&answer);
        prop_assert!(shape.route_len <= shape.answer_start && shape.answer_start <= answer.len());
    }

    #[test]
    fn an_accepted_answer_had_our_state_and_a_token_that_fits_the_grammar(
        mut answer in answer_like(),
        source in source(),
    ) {
        let sent = answer.clone();
        let judgement = judge(&mut answer, source, [waiting(b"other"), waiting(STATE)], NOW);
        match judgement.verdict {
            Verdict::Granted(granted) => {
                prop_assert_eq!(judgement.attempt, Some(1));
                prop_assert_eq!(source, Source::Fragment);
                prop_assert!(is_bearer_token(granted.access_token));
                prop_assert!(sent.windows(STATE.len()).any(|window| window == STATE));
            }
            Verdict::Denied(denied) => {
                prop_assert_eq!(judgement.attempt, Some(1));
                prop_assert!(!denied.error.is_empty());
            }
            Verdict::Refused(_) => {}
        }
    }

    #[test]
    fn a_granting_answer_that_was_built_is_read_as_it_was_meant(
        token in token(),
        scope in proptest::option::of(scope()),
        seconds in proptest::option::of(any::<u32>()),
        state in "[A-Za-z0-9_-]{43}",
        unknown in vec(("[a-z]{1,5}", "\\PC{0,20}"), 0..5),
        plain in vec(any::<bool>(), 0..200),
        turn in 0_usize..9,
    ) {
        let digits = seconds.map(|seconds| seconds.to_string());
        let mut parameters = vec![("access_token", token.as_str()), ("state", &state), ("token_type", "Bearer")];
        parameters.extend(scope.as_deref().map(|scope| ("scope", scope)));
        parameters.extend(digits.as_deref().map(|digits| ("expires_in", digits)));
        let known = ["state", "iss", "scope", "error"];
        let strangers = unknown.iter().filter(|(name, _)| !known.contains(&name.as_str()));
        parameters.extend(strangers.map(|(name, value)| (name.as_str(), value.as_str())));
        let turn = turn % parameters.len();
        parameters.rotate_left(turn);

        let mut answer = build(&parameters, &plain);
        let judgement = judge(&mut answer, Source::Fragment, [waiting(state.as_bytes())], NOW);
        let Verdict::Granted(granted) = judgement.verdict else {
            return Err(TestCaseError::fail(format!("{parameters:?}: {judgement:?}")));
        };
        prop_assert_eq!(granted.access_token, token.as_str());
        prop_assert_eq!(granted.scope, scope.as_deref());
        prop_assert_eq!(granted.expires_in, seconds);
    }

    #[test]
    fn an_error_answer_that_was_built_is_read_as_it_was_meant(
        error in "\\PC{1,30}",
        description in proptest::option::of(any::<String>().prop_filter("omitted", |text| !text.is_empty())),
        uri in proptest::option::of("\\PC{1,60}"),
        plain in vec(any::<bool>(), 0..200),
        source in source(),
    ) {
        let state = str::from_utf8(STATE).unwrap();
        let mut parameters = vec![("error", error.as_str()), ("state", state)];
        parameters.extend(description.as_deref().map(|text| ("error_description", text)));
        parameters.extend(uri.as_deref().map(|text| ("error_uri", text)));

        let mut answer = build(&parameters, &plain);
        let judgement = judge(&mut answer, source, [waiting(STATE)], NOW);
        let Verdict::Denied(denied) = judgement.verdict else {
            return Err(TestCaseError::fail(format!("{parameters:?}: {judgement:?}")));
        };
        prop_assert_eq!(denied.error, error.as_str());
        prop_assert_eq!(denied.error_description, description.as_deref());
        prop_assert_eq!(denied.error_uri, uri.as_deref());
    }

    #[test]
    fn no_clock_makes_an_attempt_live_longer_than_ten_minutes(started_at_ms: u64, now_ms: u64) {
        let mut answer = [b"state=", STATE, b"&error=x"].concat();
        let attempt = Attempt { state: STATE, started_at_ms, used: false };
        let judgement = judge(&mut answer, Source::Fragment, [attempt], now_ms);
        let alive = matches!(judgement.verdict, Verdict::Denied(_));
        let age = i128::from(now_ms) - i128::from(started_at_ms);
        let young = (-60_000..=600_000).contains(&age);
        prop_assert!(!alive || young, "accepted at the age of {age} ms");
    }

    #[test]
    fn an_answer_beyond_either_limit_is_refused_whatever_it_says(
        extra in 1_usize..5_000,
        count in MAX_PARAMETERS + 1..2_000,
    ) {
        let good = [b"access_token=t&token_type=bearer&state=", STATE].concat();
        let mut long = good.clone();
        long.resize(MAX_ANSWER_LENGTH + extra, b'a');
        let mut many = b"x&".repeat(count);
        many.extend(good);
        for (mut answer, expected) in [(long, Violation::TooLarge), (many, Violation::TooManyParameters)] {
            let judgement = judge(&mut answer, Source::Fragment, [waiting(STATE)], NOW);
            prop_assert_eq!(judgement.attempt, None);
            prop_assert!(matches!(judgement.verdict, Verdict::Refused(found) if found == expected));
        }
    }
}
