//! Answers and attacks as a table: what the standard says of each, and what the judge does.
//!
//! A row is a sentence, the clause or threat behind it, the answer as it ends the address, and the
//! verdict. `S` between braces is the state of an attempt that waits, `U` of a used one, `O` of one
//! that is eleven minutes old, `F` of one that begins two minutes from now. T1, T5, T6 and T7 are
//! threats of the project's threat model: forgery, hostile parameters, encoding, size.
#![cfg(not(target_arch = "wasm32"))]

use implicit_judge::{
    Attempt, MAX_ANSWER_LENGTH, MAX_PARAMETERS, Source, Verdict, Violation, judge, strip_route,
};

const NOW: u64 = 1_700_000_000_000;
const MINUTE: u64 = 60_000;

const WAITING: &str = "Zk3vq1mJmV0q7Xb2cY8hWl5sT9dRe4uIoPaGfNxL6tE";
const USED: &str = "uUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUu";
const OLD: &str = "oOoOoOoOoOoOoOoOoOoOoOoOoOoOoOoOoOoOoOoOoOo";
const FUTURE: &str = "fFfFfFfFfFfFfFfFfFfFfFfFfFfFfFfFfFfFfFfFfFf";

const GRANTS: &str = "
the answer of the standard's own example | RFC 6749 §4.2.2 | #access_token=2YotnFZFEjr1zCsicMWpAA&state={S}&token_type=example&expires_in=3600 | unsupported_token_type
a complete answer | RFC 6749 §4.2.2 | #access_token=abc&token_type=bearer&expires_in=3600&scope=read&state={S} | granted abc, scope read, 3600 s
the order of parameters means nothing | RFC 6749 §4.2.2 | #state={S}&scope=read&expires_in=3600&token_type=bearer&access_token=abc | granted abc, scope read, 3600 s
an absent scope is as requested | RFC 6749 §4.2.2 | #access_token=abc&token_type=bearer&expires_in=1&state={S} | granted abc, scope as requested, 1 s
an empty scope is an omitted one | RFC 6749 §3.1 | #access_token=abc&token_type=bearer&scope=&state={S} | granted abc, scope as requested, unknown
the type is compared without letter case | RFC 6749 §7.1 | #access_token=abc&token_type=BeArEr&state={S} | granted abc, scope as requested, unknown
another type is refused | RFC 6749 §7.1 | #access_token=abc&token_type=mac&state={S} | unsupported_token_type
a type around bearer is refused | RFC 6749 §7.1 | #access_token=abc&token_type=bearer+&state={S} | unsupported_token_type
a missing type is refused | RFC 6749 §4.2.2 | #access_token=abc&state={S} | missing_token_type
an empty type is a missing one | RFC 6749 §3.1 | #access_token=abc&token_type=&state={S} | missing_token_type
a missing token is refused | RFC 6749 §4.2.2 | #token_type=bearer&state={S} | missing_access_token
an empty token is refused | T5 | #access_token=&token_type=bearer&state={S} | missing_access_token
a state alone is no answer | RFC 6749 §4.2.2 | #state={S} | missing_access_token
a code is no token | RFC 6749 §4.1.2 | #code=abc&state={S} | missing_access_token
every character of a token passes | RFC 6750 §2.1 | #access_token=aZ09-._~%2B/==&token_type=bearer&state={S} | granted aZ09-._~+/==, scope as requested, unknown
a token with a space is refused | RFC 6750 §2.1 | #access_token=a%20b&token_type=bearer&state={S} | malformed_access_token
a line break would end the header | M20, RFC 6750 §2.1 | #access_token=a%0D%0AX:+y&token_type=bearer&state={S} | malformed_access_token
a letter beyond ASCII is refused | M20, RFC 6750 §2.1 | #access_token=%C3%A9&token_type=bearer&state={S} | malformed_access_token
padding inside a token is refused | RFC 6750 §2.1 | #access_token=a=b&token_type=bearer&state={S} | malformed_access_token
padding alone is refused | RFC 6750 §2.1 | #access_token===&token_type=bearer&state={S} | malformed_access_token
a refresh token is ignored | RFC 6749 §4.2.2 | #access_token=abc&token_type=bearer&refresh_token=r&refresh_token=%zz&state={S} | granted abc, scope as requested, unknown
unknown parameters are ignored | RFC 6749 §4.2.2 | #access_token=abc&token_type=bearer&x=%zz&x=2&y&=&state={S} | granted abc, scope as requested, unknown
the issuer is let pass once | RFC 9207 §2 | #access_token=abc&token_type=bearer&iss=https%3A%2F%2Fa&state={S} | granted abc, scope as requested, unknown
zero seconds are zero | RFC 6749 §4.2.2 | #access_token=abc&token_type=bearer&expires_in=0&state={S} | granted abc, scope as requested, 0 s
the most seconds | RFC 6749 A.14 | #access_token=abc&token_type=bearer&expires_in=4294967295&state={S} | granted abc, scope as requested, 4294967295 s
too many seconds are unknown | RFC 6749 A.14 | #access_token=abc&token_type=bearer&expires_in=4294967296&state={S} | granted abc, scope as requested, unknown
a negative lifetime is unknown | T6 | #access_token=abc&token_type=bearer&expires_in=-1&state={S} | granted abc, scope as requested, unknown
a sign is no digit | T6 | #access_token=abc&token_type=bearer&expires_in=%2B3600&state={S} | granted abc, scope as requested, unknown
an exponent is no digit | T6 | #access_token=abc&token_type=bearer&expires_in=1e3&state={S} | granted abc, scope as requested, unknown
other scripts' digits are no digits | T6 | #access_token=abc&token_type=bearer&expires_in=%D9%A3&state={S} | granted abc, scope as requested, unknown
a token in the query is refused | RFC 6749 §4.2.2 | ?access_token=abc&token_type=bearer&state={S} | token_in_query
an empty token in the query too | RFC 6749 §4.2.2 | ?access_token=&token_type=bearer&state={S} | token_in_query
a state alone in the query is no answer | RFC 6749 §4.2.2 | ?state={S} | missing_access_token
";

const ERRORS: &str = "
a refusal in the fragment | RFC 6749 §4.2.2.1 | #error=access_denied&state={S} | denied access_denied
a refusal in the query | T1, R-06 | ?error=access_denied&state={S} | denied access_denied
its words and its page | RFC 6749 §4.2.2.1 | #error=server_error&error_description=Try+again&error_uri=https%3A%2F%2Fa%2Fb&state={S} | denied server_error (Try again) <https://a/b>
a code of nobody's list | RFC 6749 §8.5 | #error=x_y&state={S} | denied x_y
markup is text, and dangerous addresses are too | T10 | #error=%3Cimg%3E&error_uri=javascript%3A1&state={S} | denied <img> <javascript:1>
an empty code is none | RFC 6749 §3.1 | #error=&state={S} | missing_access_token
a description alone is no error | RFC 6749 §4.2.2.1 | #error_description=x&state={S} | missing_access_token
a token beside an error is refused | T5 | #access_token=abc&token_type=bearer&error=x&state={S} | token_and_error
a token beside an empty error too | T5 | #access_token=abc&token_type=bearer&error=&state={S} | token_and_error
an empty token beside an error too | T5 | #access_token=&error=x&state={S} | token_and_error
and in the query as well | T5 | ?access_token=abc&error=x&state={S} | token_and_error
a forged error has no words | T1 | #error=x&error_description=Call+me&state=forged | unknown_state
an error without a state neither | T1 | ?error=access_denied | missing_state
an error to a used attempt neither | T1, R-01 | #error=x&state={U} | used_state
";

const STATES: &str = "
no state | T1, RFC 6749 §10.12 | #access_token=abc&token_type=bearer | missing_state
no answer at all | T1 | # | missing_state
an empty state | T1 | #access_token=abc&token_type=bearer&state= | missing_state
a state without a value | T1 | #access_token=abc&token_type=bearer&state | missing_state
a state in another letter case of the name | T5 | #access_token=abc&token_type=bearer&State={S} | missing_state
an unknown state | T1 | #access_token=abc&token_type=bearer&state=nobody | unknown_state
one character changed | T1 | #access_token=abc&token_type=bearer&state=Yk3vq1mJmV0q7Xb2cY8hWl5sT9dRe4uIoPaGfNxL6tE | unknown_state
one character more | T1 | #access_token=abc&token_type=bearer&state={S}A | unknown_state
one character less | T1 | #access_token=abc&token_type=bearer&state=Zk3vq1mJmV0q7Xb2cY8hWl5sT9dRe4uIoPaGfNxL6t | unknown_state
a name of every object | T1 | #access_token=abc&token_type=bearer&state=constructor | unknown_state
a prototype | T1 | #access_token=abc&token_type=bearer&state=__proto__ | unknown_state
a method of the storage | T1 | #access_token=abc&token_type=bearer&state=getItem | unknown_state
equal once decoded | T1, RFC 6749 B | #access_token=abc&token_type=bearer&state=%5Ak3vq1mJmV0q7Xb2cY8hWl5sT9dRe4uIoPaGfNxL6t%45 | granted abc, scope as requested, unknown
equal only once decoded twice | T6 | #access_token=abc&token_type=bearer&state=%255Ak3vq1mJmV0q7Xb2cY8hWl5sT9dRe4uIoPaGfNxL6tE | unknown_state
a state that can't be decoded | T6 | #access_token=abc&token_type=bearer&state={S}%zz | unknown_state
an expired attempt | T1 | #access_token=abc&token_type=bearer&state={O} | expired_attempt
an attempt from the future | T1 | #access_token=abc&token_type=bearer&state={F} | expired_attempt
a used attempt | T1, R-01 | #access_token=abc&token_type=bearer&state={U} | used_state
two states, the good one first | T1, T5 | #state={S}&access_token=abc&token_type=bearer&state=x | repeated_parameter
two states, the good one last | T1, T5 | #state=x&access_token=abc&token_type=bearer&state={S} | repeated_parameter
two states of ours | T1, T5 | #state={S}&access_token=abc&token_type=bearer&state={U} | repeated_parameter
state is judged before repetition | T1 | #scope=a&scope=b&access_token=abc&token_type=bearer&state=x | unknown_state
state is judged before encoding | T1 | #scope=%zz&access_token=abc&token_type=bearer&state={U} | used_state
state is judged before a contradiction | T1 | #error=x&access_token=abc | missing_state
";

const PARAMETERS: &str = "
two tokens | T5, RFC 6749 §3.1 | #access_token=a&access_token=b&token_type=bearer&state={S} | repeated_parameter
the same token twice | T5 | #access_token=a&access_token=a&token_type=bearer&state={S} | repeated_parameter
two types | T5 | #access_token=a&token_type=bearer&token_type=mac&state={S} | repeated_parameter
two lifetimes | T5 | #access_token=a&token_type=bearer&expires_in=1&expires_in=2&state={S} | repeated_parameter
two scopes | T5 | #access_token=a&token_type=bearer&scope=a&scope=b&state={S} | repeated_parameter
two issuers | T5 | #access_token=a&token_type=bearer&iss=a&iss=b&state={S} | repeated_parameter
two errors | T5 | #error=a&error=b&state={S} | repeated_parameter
two descriptions | T5 | #error=a&error_description=a&error_description&state={S} | repeated_parameter
two pages | T5 | #error=a&error_uri=a&error_uri=b&state={S} | repeated_parameter
a name repeated in disguise | T5, T6 | #access_token=a&acces%73_token=b&token_type=bearer&state={S} | repeated_parameter
repetition is judged before a contradiction | T5 | #access_token=a&error=x&error=y&state={S} | repeated_parameter
names keep their letter case | T5 | #Access_Token=a&token_type=bearer&state={S} | missing_access_token
names are decoded | T5, T6 | #access%5Ftoken=a&token%5ftype=bearer&state={S} | granted a, scope as requested, unknown
a name is decoded once | T6 | #access%255Ftoken=a&token_type=bearer&state={S} | missing_access_token
a value with a separator in it stays one value | T6 | #scope=a%26access_token%3Db&token_type=bearer&state={S} | missing_access_token
a semicolon separates nothing | T6 | #access_token=a;b=c&token_type=bearer&state={S} | malformed_access_token
an escaped ampersand of HTML is no separator | T6 | #access_token=a&amp;token_type=bearer&state={S} | missing_token_type
spaces as plus signs | T6, RFC 6749 B | #access_token=a&token_type=bearer&scope=read+profile&state={S} | granted a, scope read profile, unknown
spaces as escapes | T6, RFC 6749 B | #access_token=a&token_type=bearer&scope=read%20profile&state={S} | granted a, scope read profile, unknown
both in one | T6 | #access_token=a&token_type=bearer&scope=a+b%20c&state={S} | granted a, scope a b c, unknown
runs of spaces are let pass | RFC 6749 §3.3 | #access_token=a&token_type=bearer&scope=a++b&state={S} | granted a, scope a  b, unknown
spaces alone are no scope | RFC 6749 §3.3 | #access_token=a&token_type=bearer&scope=+&state={S} | malformed_scope
a quotation mark is no scope character | RFC 6749 §3.3 | #access_token=a&token_type=bearer&scope=%22&state={S} | malformed_scope
a backslash neither | RFC 6749 §3.3 | #access_token=a&token_type=bearer&scope=%5C&state={S} | malformed_scope
nor letters beyond ASCII | T6 | #access_token=a&token_type=bearer&scope=%F0%9F%98%80&state={S} | malformed_scope
nor a direction override | T6 | #access_token=a&token_type=bearer&scope=a%E2%80%AEb&state={S} | malformed_scope
nor a line separator | T6 | #access_token=a&token_type=bearer&scope=a%E2%80%A8b&state={S} | malformed_scope
nor a byte order mark | T6 | #access_token=a&token_type=bearer&scope=%EF%BB%BFa&state={S} | malformed_scope
nor a zero byte | T6 | #access_token=a%00&token_type=bearer&state={S} | malformed_access_token
an escaped plus is a plus | T6 | #access_token=a%2Bb&token_type=bearer&state={S} | granted a+b, scope as requested, unknown
an escaped percent sign is one | T6 | #access_token=a&token_type=bearer&scope=%25+%2525&state={S} | granted a, scope % %25, unknown
a broken escape | T6 | #access_token=a&token_type=bearer&scope=%zz&state={S} | malformed_encoding
a percent sign alone | T6 | #access_token=a%&token_type=bearer&state={S} | malformed_encoding
an escape cut off | T6 | #error=a&error_description=%E0%A4%A&state={S} | malformed_encoding
overlong UTF-8 | T6 | #error=a&error_description=%C0%AF&state={S} | malformed_encoding
a surrogate | T6 | #error=a&error_description=%ED%A0%80&state={S} | malformed_encoding
UTF-8 cut off | T6 | #error=%E2%82&state={S} | malformed_encoding
a broken lifetime is no unknown one | T6 | #access_token=a&token_type=bearer&expires_in=%FF&state={S} | malformed_encoding
";

const SHAPES: &str = "
a slash before the answer | R-03 | #/access_token=a/b&token_type=bearer&state={S} | granted a/b, scope as requested, unknown
a question mark before it | R-03 | #?access_token=a/b&token_type=bearer&state={S} | granted a/b, scope as requested, unknown
a route and an ampersand | R-03 | #/route/x&access_token=a/b&token_type=bearer&state={S} | granted a/b, scope as requested, unknown
a route and a question mark | R-03 | #/route/x?access_token=a/b&token_type=bearer&state={S} | granted a/b, scope as requested, unknown
a route with a query of its own | R-03 | #/route?tab=2&access_token=a&token_type=bearer&state={S} | granted a, scope as requested, unknown
a second question mark belongs to the name | T6 | #??access_token=a&token_type=bearer&state={S} | missing_access_token
a route alone | R-03 | #/deals/7 | missing_state
a section alone | R-03 | #section | missing_state
";

#[test]
fn every_grant_is_judged_as_the_table_says() {
    check_table(GRANTS);
}

#[test]
fn every_error_response_is_judged_as_the_table_says() {
    check_table(ERRORS);
}

#[test]
fn every_state_is_judged_as_the_table_says() {
    check_table(STATES);
}

#[test]
fn every_hostile_parameter_is_judged_as_the_table_says() {
    check_table(PARAMETERS);
}

#[test]
fn every_shape_of_a_fragment_is_judged_as_the_table_says() {
    check_table(SHAPES);
}

#[test]
fn an_answer_serves_once() {
    let answer = format!("#access_token=abc&token_type=bearer&state={WAITING}");
    let mut attempt = attempts()[0];
    assert!(verdict(&answer, &[attempt]).starts_with("granted abc"));
    attempt.used = true;
    assert_eq!(verdict(&answer, &[attempt]), "used_state");
}

#[test]
fn an_answer_that_nobody_waits_for_is_refused() {
    let answer = format!("#access_token=abc&token_type=bearer&state={WAITING}");
    assert_eq!(verdict(&answer, &[]), "unknown_state");
}

#[test]
fn a_token_may_have_4096_characters_and_no_more() {
    for (length, expected) in [(4_096, "granted"), (4_097, "malformed_access_token")] {
        let token = "a".repeat(length);
        let answer = format!("#access_token={token}&token_type=bearer&state={WAITING}");
        assert!(
            verdict(&answer, &attempts()).starts_with(expected),
            "{length} characters"
        );
    }
}

#[test]
fn an_answer_of_a_megabyte_is_too_large_whatever_holds_it() {
    let many = "a".repeat(1_000_000);
    let rest = format!("token_type=bearer&state={WAITING}");
    for answer in [
        format!("#access_token={many}&{rest}"),
        format!("#state={many}"),
        format!("#error=x&error_description={many}&{rest}"),
        format!("#{many}"),
        format!("#{}{rest}", "a=1&".repeat(100_000)),
    ] {
        assert_eq!(verdict(&answer, &attempts()), "too_large");
    }
}

#[test]
fn an_answer_may_reach_both_limits() {
    let rest = format!("access_token=a&token_type=bearer&state={WAITING}");
    let filler = MAX_ANSWER_LENGTH - rest.len() - "&x=".len();
    let longest = format!("#{rest}&x={}", "a".repeat(filler));
    assert!(verdict(&longest, &attempts()).starts_with("granted"));
    assert_eq!(verdict(&(longest + "a"), &attempts()), "too_large");

    let most = format!("#{}{rest}", "x&".repeat(MAX_PARAMETERS - 3));
    assert!(verdict(&most, &attempts()).starts_with("granted"));
    assert_eq!(verdict(&(most + "&x"), &attempts()), "too_many_parameters");
}

#[test]
fn every_violation_is_provoked_by_some_row() {
    let tables = [GRANTS, ERRORS, STATES, PARAMETERS, SHAPES].concat();
    for violation in Violation::ALL {
        let by_size = [Violation::TooLarge, Violation::TooManyParameters].contains(&violation);
        let by_row = tables
            .lines()
            .any(|row| row.ends_with(&format!("| {}", violation.as_str())));
        assert!(by_size || by_row, "{violation:?}");
    }
}

fn check_table(table: &str) {
    for row in table.lines().filter(|line| !line.is_empty()) {
        let columns: Vec<&str> = row.split(" | ").collect();
        let [name, clause, answer, expected] = columns[..] else {
            panic!("a row has four columns: {row}")
        };
        let answer = answer
            .replace("{S}", WAITING)
            .replace("{U}", USED)
            .replace("{O}", OLD)
            .replace("{F}", FUTURE);
        assert_eq!(verdict(&answer, &attempts()), expected, "{name} ({clause})");
    }
}

fn attempts() -> [Attempt<'static>; 4] {
    [
        (WAITING, NOW - MINUTE, false),
        (USED, NOW - MINUTE, true),
        (OLD, NOW - 11 * MINUTE, false),
        (FUTURE, NOW + 2 * MINUTE, false),
    ]
    .map(|(state, started_at_ms, used)| Attempt {
        state: state.as_bytes(),
        started_at_ms,
        used,
    })
}

/// The verdict on the end of an address, in the words of the tables.
fn verdict(answer: &str, attempts: &[Attempt<'_>]) -> String {
    let mut bytes = answer.as_bytes()[1..].to_vec();
    let (source, start) = if answer.starts_with('?') {
        (Source::Query, 0)
    } else {
        (Source::Fragment, strip_route(&bytes).answer_start)
    };
    let judgement = judge(&mut bytes[start..], source, attempts.iter().copied(), NOW);
    match judgement.verdict {
        Verdict::Granted(granted) => {
            assert_eq!(judgement.attempt, Some(0), "only the first attempt waits");
            let scope = granted.scope.unwrap_or("as requested");
            let life = granted
                .expires_in
                .map_or("unknown".to_owned(), |seconds| format!("{seconds} s"));
            format!("granted {}, scope {scope}, {life}", granted.access_token)
        }
        Verdict::Denied(denied) => {
            assert_eq!(judgement.attempt, Some(0), "only the first attempt waits");
            let words = denied.error_description.map(|text| format!(" ({text})"));
            let page = denied.error_uri.map(|text| format!(" <{text}>"));
            let [words, page] = [words, page].map(Option::unwrap_or_default);
            format!("denied {}{words}{page}", denied.error)
        }
        Verdict::Refused(violation) => violation.as_str().to_owned(),
    }
}
