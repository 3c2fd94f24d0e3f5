//! Every pair of a state and an event.

use super::*;

const STATES: [&str; 8] = [
    "booting",
    "signed out",
    "leaving",
    "leaving with a grant",
    "signed in",
    "checking",
    "sent",
    "proving",
];

/// Where each event leads from each state, in the order of [`STATES`]; `.` is "stays".
const TABLE: &[(&str, [&str; 8])] = &[
    (
        "booted with nothing",
        ["signed out", ".", ".", ".", ".", ".", ".", "."],
    ),
    (
        "booted with a grant",
        ["signed in", ".", ".", ".", ".", ".", ".", "."],
    ),
    (
        "sign-in asked",
        [
            ".",
            "leaving",
            ".",
            ".",
            "leaving with a grant",
            ".",
            ".",
            ".",
        ],
    ),
    (
        "window opened",
        [
            ".",
            "leaving",
            ".",
            ".",
            "leaving with a grant",
            ".",
            ".",
            ".",
        ],
    ),
    (
        "window answered",
        [
            ".",
            "leaving",
            ".",
            ".",
            "leaving with a grant",
            ".",
            ".",
            ".",
        ],
    ),
    (
        "answered well",
        [".", ".", "signed in", "signed in", ".", ".", ".", "."],
    ),
    (
        "answered late",
        [".", ".", "expired", "expired", ".", ".", ".", "."],
    ),
    (
        "answered badly",
        [".", ".", "failed", "signed in", ".", ".", ".", "."],
    ),
    (
        "departure failed",
        [".", ".", "failed", "signed in", ".", ".", ".", "."],
    ),
    (
        "returned",
        [".", ".", "signed out", "signed in", ".", ".", ".", "."],
    ),
    ("info asked", [".", ".", ".", ".", ".", ".", ".", "."]),
    (
        "info good",
        [".", ".", ".", ".", ".", "sent", ".", "unconfirmed"],
    ),
    (
        "info refused",
        [
            ".",
            ".",
            ".",
            "leaving",
            "rejected",
            "already dead",
            ".",
            "confirmed",
        ],
    ),
    (
        "info hidden",
        [".", ".", ".", ".", ".", "sent", ".", "unconfirmed"],
    ),
    (
        "info foreign",
        [
            ".", ".", ".", "leaving", "foreign", "foreign", "foreign", "foreign",
        ],
    ),
    (
        "info of another grant",
        [".", ".", ".", ".", ".", ".", ".", "."],
    ),
    ("call refused", [".", ".", ".", ".", ".", ".", ".", "."]),
    (
        "call of another grant refused",
        [".", ".", ".", ".", ".", ".", ".", "."],
    ),
    (
        "revoke asked",
        [".", ".", ".", ".", "checking", ".", ".", "."],
    ),
    (
        "revocation accepted",
        [".", ".", ".", ".", ".", ".", "proving", "."],
    ),
    (
        "revocation refused",
        [".", ".", ".", ".", ".", ".", "proving", "."],
    ),
    ("page leaving", [".", ".", ".", ".", ".", "sent", ".", "."]),
    (
        "forget asked",
        [".", ".", ".", "leaving", "forgotten", ".", ".", "."],
    ),
    ("clock checked", [".", ".", ".", ".", ".", ".", ".", "."]),
    ("clock jumped", [".", ".", ".", ".", ".", ".", ".", "."]),
    (
        "ended elsewhere",
        [".", ".", ".", "leaving", "ended elsewhere", ".", ".", "."],
    ),
    (
        "another grant ended elsewhere",
        [".", ".", ".", ".", ".", ".", ".", "."],
    ),
    ("problem arose", [".", ".", ".", ".", ".", ".", ".", "."]),
    (
        "problem dismissed",
        [".", ".", ".", ".", ".", ".", ".", "."],
    ),
];

#[test]
fn every_event_leads_from_every_state_where_the_table_says() {
    for (name, targets) in TABLE {
        for (state, target) in STATES.iter().zip(targets) {
            let mut machine = machine(state);
            let effects = step(&mut machine, event(name), &ours(), NOW);
            let expected = if *target == "." { state } else { target };
            assert_eq!(
                place(&machine),
                *expected,
                "{state} + {name} -> {effects:?}"
            );
        }
    }
}

#[test]
fn wherever_a_grant_is_lost_its_record_is_wiped() {
    for (name, _) in TABLE {
        for state in ["signed in", "leaving with a grant"] {
            let mut machine = machine(state);
            let effects = step(&mut machine, event(name), &ours(), NOW);
            let lost = machine.session.grant().is_none() || place(&machine) == "checking";
            assert_eq!(
                effects.contains(&Effect::Erase(NOW)),
                lost,
                "{state} + {name} -> {effects:?}"
            );
        }
    }
}
