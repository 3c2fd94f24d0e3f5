//! English: paste and calls.

use crate::words::catalogue::{Calls, Paste};
use crate::words::{Phrase, Word};

pub(super) static PASTE: Paste = Paste {
    title: Word("Paste a token"),
    label: Word("Token"),
    hint: Word(
        "A bare token, a Bearer header, JSON, or the whole redirect URL. It is hidden at once and \
           not stored.",
    ),
    recognised: Phrase::with_gaps("Recognised {form}, ends in {last}", "Recognised a token"),
    bare: Word("a bare token"),
    bearer: Word("a Bearer header"),
    json: Word("JSON"),
    parameter: Word("an access_token parameter"),
    empty: Word("The field is empty"),
    odd_characters: Word("It has characters that no token has"),
    no_token: Word("No access_token is in it"),
    too_short: Word("It is shorter than a token can be"),
    too_long: Word("It is far longer than a token can be"),
};

pub(super) static CALLS: Calls = Calls {
    title: Word("Try it on the API"),
    titles: &[
        ("users-self", Word("Who am I")),
        ("deals", Word("List deals")),
    ],
    call: Word("Call"),
    needs: Word("Needs"),
    measured: Word("Measured"),
    action: Word("Action"),
    not_run: Word("not run"),
    running: Word("Running…"),
    waiting: Phrase::with_gaps(
        "It continues by itself in {span}.",
        "It continues by itself in a moment.",
    ),
    stop: Word("Stop"),
    run_call: Phrase::with_gaps("Run {call}", "Run"),
    answer: Phrase::with_gaps("Answer to {call}", "Answer"),
    allowed: Word("Allowed"),
    measure: Phrase::with_gaps("{status} · {ms} ms", "Status unknown"),
};
