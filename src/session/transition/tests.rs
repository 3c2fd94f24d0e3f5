//! Every pair of a state and an event.

use super::*;
use crate::protocol::token_info::{Application, Remaining};
use crate::protocol::{AccessToken, TransportError};
use crate::session::grant::{Received, Via};
use crate::session::problem::Obstacle;
use crate::session::status::Status;

const NOW: Now = Now {
    wall: 1_760_000_000_000,
    mono: 9_000_000,
};
const TOKEN: &str = "0123456789abcdef0123456789abcdef";

fn later(ms: u64) -> Now {
    Now {
        wall: NOW.wall + ms,
        mono: NOW.mono + ms,
    }
}

fn ours() -> ClientId {
    ClientId::parse("ours").unwrap()
}

fn scopes(text: &str) -> Scopes {
    Scopes::parse(text).unwrap()
}

fn grant() -> Box<Grant> {
    let mut grant = Grant::new(Received {
        token: AccessToken::parse(TOKEN).unwrap(),
        asked: scopes("read profile"),
        said: None,
        expires_in: Some(3600),
        at: NOW,
        via: Via::Redirect,
    });
    grant.serial = 1;
    Box::new(grant)
}

fn info(application: Application) -> TokenInfo {
    TokenInfo {
        scopes: Some(scopes("read")),
        remaining: Remaining::Seconds(3000),
        application,
        owner: None,
        created_at: None,
        raw: "{}".to_owned(),
    }
}

fn good() -> Result<TokenInfo, Failure> {
    Ok(info(Application::Named("ours".to_owned())))
}

fn refused() -> Result<TokenInfo, Failure> {
    Err(Failure::bare(Refusal::Token))
}

fn hidden() -> Result<TokenInfo, Failure> {
    Err(Failure::bare(Refusal::Transport(
        TransportError::Unreadable,
    )))
}

fn refusal_of_revocation() -> RevocationAnswer {
    RevocationAnswer::Refused(Failure::bare(Refusal::Token))
}

/// The states in which a machine can be, by name.
fn machine(state: &str) -> Machine {
    let attempt = |before| {
        Session::SigningIn(Attempt {
            scopes: scopes("read"),
            started: NOW,
            before,
        })
    };
    let session = match state {
        "booting" => Session::Booting,
        "signed out" => Session::SignedOut(Reason::FirstVisit),
        "leaving" => attempt(None),
        "leaving with a grant" => attempt(Some(grant())),
        "signed in" => Session::SignedIn(grant()),
        "checking" => Session::Revoking(grant(), Stage::Checking),
        "sent" => Session::Revoking(grant(), Stage::Sent),
        "proving" => Session::Revoking(grant(), Stage::Proving(RevocationAnswer::Accepted)),
        other => panic!("no state {other}"),
    };
    Machine {
        session,
        serial: 1,
        ..Machine::default()
    }
}

/// The events that can happen, by name.
fn event(name: &str) -> Event {
    match name {
        "booted with nothing" => Event::Booted {
            grant: None,
            outcome: None,
        },
        "booted with a grant" => Event::Booted {
            grant: Some(grant()),
            outcome: None,
        },
        "sign-in asked" => Event::SignInAsked(scopes("read")),
        "departure failed" => Event::DepartureFailed(Obstacle::NoRandomness),
        "returned" => Event::Returned,
        "info asked" => Event::InfoAsked,
        "info good" => Event::InfoAnswered {
            serial: 1,
            outcome: good(),
        },
        "info refused" => Event::InfoAnswered {
            serial: 1,
            outcome: refused(),
        },
        "info hidden" => Event::InfoAnswered {
            serial: 1,
            outcome: hidden(),
        },
        "info foreign" => Event::InfoAnswered {
            serial: 1,
            outcome: Ok(info(Application::Named("theirs".to_owned()))),
        },
        "info of another grant" => Event::InfoAnswered {
            serial: 7,
            outcome: refused(),
        },
        "call refused" => Event::CallRefused { serial: 1 },
        "call of another grant refused" => Event::CallRefused { serial: 7 },
        "revoke asked" => Event::RevokeAsked,
        "revocation accepted" => Event::RevocationAnswered {
            serial: 1,
            answer: RevocationAnswer::Accepted,
        },
        "revocation refused" => Event::RevocationAnswered {
            serial: 1,
            answer: refusal_of_revocation(),
        },
        "page leaving" => Event::Leaving,
        "forget asked" => Event::ForgetAsked,
        "clock checked" => Event::ClockChecked,
        "clock jumped" => Event::ClockJumped,
        "ended elsewhere" => Event::EndedElsewhere(Ending::Revoked),
        "problem arose" => Event::ProblemArose(Problem::NoAnswer),
        "problem dismissed" => Event::ProblemDismissed,
        other => panic!("no event {other}"),
    }
}

/// Where a machine stands, in a word.
fn place(machine: &Machine) -> &'static str {
    match &machine.session {
        Session::Booting => "booting",
        Session::SigningIn(attempt) if attempt.before.is_some() => "leaving with a grant",
        Session::SigningIn(_) => "leaving",
        Session::SignedIn(_) => "signed in",
        Session::Revoking(_, Stage::Checking) => "checking",
        Session::Revoking(_, Stage::Sent) => "sent",
        Session::Revoking(_, Stage::Proving(_)) => "proving",
        Session::SignedOut(reason) => match reason {
            Reason::FirstVisit => "signed out",
            Reason::Failed => "failed",
            Reason::Forgotten => "forgotten",
            Reason::EndedElsewhere(_) => "ended elsewhere",
            Reason::Expired { .. } => "expired",
            Reason::Rejected => "rejected",
            Reason::Foreign => "foreign",
            Reason::Revoked {
                proof: Proof::Confirmed,
                ..
            } => "confirmed",
            Reason::Revoked {
                proof: Proof::AlreadyDead,
                ..
            } => "already dead",
            Reason::Revoked {
                proof: Proof::Unconfirmed(_),
                ..
            } => "unconfirmed",
        },
    }
}

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
            ".",
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
            ".", ".", ".", "foreign", "foreign", "foreign", "foreign", "foreign",
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
        [".", ".", ".", ".", "forgotten", ".", ".", "."],
    ),
    ("clock checked", [".", ".", ".", ".", ".", ".", ".", "."]),
    ("clock jumped", [".", ".", ".", ".", ".", ".", ".", "."]),
    (
        "ended elsewhere",
        [".", ".", ".", "leaving", "ended elsewhere", ".", ".", "."],
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
                effects.contains(&Effect::Erase),
                lost,
                "{state} + {name} -> {effects:?}"
            );
        }
    }
}

#[test]
fn a_boot_asks_the_server_about_a_restored_grant() {
    let mut machine = machine("booting");
    assert_eq!(
        step(&mut machine, event("booted with a grant"), &ours(), NOW),
        [Effect::AskInfo(2)]
    );
}

#[test]
fn a_boot_after_the_deadline_finds_an_ended_grant() {
    let mut machine = machine("booting");
    let effects = step(
        &mut machine,
        event("booted with a grant"),
        &ours(),
        later(3_600_000),
    );
    assert_eq!((place(&machine), effects), ("expired", vec![Effect::Erase]));
}

#[test]
fn an_answer_used_before_never_disturbs_a_live_session() {
    let used = || Some(Problem::Answer(AnswerFault::Used));
    let mut live = machine("booting");
    let _ = step(
        &mut live,
        Event::Booted {
            grant: Some(grant()),
            outcome: used(),
        },
        &ours(),
        NOW,
    );
    assert_eq!((place(&live), &live.problem), ("signed in", &None));
    let mut none = machine("booting");
    let _ = step(
        &mut none,
        Event::Booted {
            grant: None,
            outcome: used(),
        },
        &ours(),
        NOW,
    );
    assert_eq!((place(&none), none.problem), ("failed", used()));
}

#[test]
fn a_bad_answer_stands_beside_a_live_session() {
    let forged = Some(Problem::Answer(AnswerFault::parse("unknown_state")));
    let mut machine = machine("booting");
    let _ = step(
        &mut machine,
        Event::Booted {
            grant: Some(grant()),
            outcome: forged.clone(),
        },
        &ours(),
        NOW,
    );
    assert_eq!((place(&machine), machine.problem), ("signed in", forged));
}

#[test]
fn signing_in_again_drops_the_last_problem_and_its_record() {
    let mut machine = machine("signed out");
    machine.problem = Some(Problem::NoAnswer);
    let effects = step(&mut machine, event("sign-in asked"), &ours(), NOW);
    assert_eq!(
        effects,
        [Effect::DropOutcome, Effect::Depart(scopes("read"))]
    );
    assert_eq!(machine.problem, None);
}

#[test]
fn a_revocation_wipes_first_and_asks_before_and_after() {
    let mut machine = machine("signed in");
    let mut say = |name| step(&mut machine, event(name), &ours(), NOW);
    assert_eq!(
        say("revoke asked"),
        [
            Effect::Erase,
            Effect::TellTabs(Ending::Revoked),
            Effect::AskInfo(1)
        ]
    );
    assert_eq!(say("info good"), [Effect::SendRevocation(1)]);
    assert_eq!(say("revocation accepted"), [Effect::AskInfo(1)]);
    assert_eq!(say("info refused"), []);
    assert_eq!(place(&machine), "confirmed");
}

#[test]
fn a_token_that_dies_although_revoking_was_refused_was_dead() {
    let mut machine = machine("sent");
    let _ = step(&mut machine, event("revocation refused"), &ours(), NOW);
    let _ = step(&mut machine, event("info refused"), &ours(), NOW);
    assert_eq!(place(&machine), "already dead");
}

#[test]
fn a_revocation_whose_check_is_hidden_stays_a_doubt_that_knows_both_answers() {
    let mut machine = machine("sent");
    let _ = step(&mut machine, event("revocation refused"), &ours(), NOW);
    let _ = step(&mut machine, event("info hidden"), &ours(), NOW);
    let Session::SignedOut(Reason::Revoked {
        proof: Proof::Unconfirmed(doubt),
        ..
    }) = machine.session
    else {
        panic!("it is a doubt")
    };
    assert_eq!(doubt.answer, refusal_of_revocation());
    assert_eq!(
        doubt.check.map(|failure| failure.refusal),
        hidden().err().map(|failure| failure.refusal)
    );
}

#[test]
fn closing_the_tab_while_asking_sends_the_revocation_at_once_and_once() {
    let mut machine = machine("checking");
    assert_eq!(
        step(&mut machine, Event::Leaving, &ours(), NOW),
        [Effect::SendRevocation(1)]
    );
    assert_eq!(step(&mut machine, Event::Leaving, &ours(), NOW), []);
    assert_eq!(step(&mut machine, event("info good"), &ours(), NOW), []);
}

#[test]
fn a_401_of_a_call_asks_once_and_only_the_servers_word_ends_the_session() {
    let mut machine = machine("signed in");
    let _ = step(&mut machine, event("info good"), &ours(), NOW);
    assert_eq!(
        step(&mut machine, event("call refused"), &ours(), NOW),
        [Effect::AskInfo(1)]
    );
    assert_eq!(
        step(&mut machine, event("call refused"), &ours(), NOW),
        [],
        "already asking"
    );
    let _ = step(&mut machine, event("info good"), &ours(), NOW);
    assert_eq!(place(&machine), "signed in");
}

#[test]
fn an_answer_that_is_hidden_keeps_the_session_and_the_last_account() {
    let mut machine = machine("signed in");
    let _ = step(&mut machine, event("info good"), &ours(), NOW);
    let _ = step(&mut machine, event("info asked"), &ours(), NOW);
    let _ = step(&mut machine, event("info hidden"), &ours(), NOW);
    let grant = machine.session.grant().unwrap();
    assert!(grant.lookup.latest().is_some());
    assert!(matches!(grant.lookup, Lookup::Failed { .. }));
}

#[test]
fn a_foreign_token_is_dropped_and_not_revoked() {
    let mut machine = machine("signed in");
    assert_eq!(
        step(&mut machine, event("info foreign"), &ours(), NOW),
        [Effect::Erase]
    );
    assert_eq!(machine.problem, Some(Problem::ForeignToken));
}

#[test]
fn the_deadline_ends_a_session_by_either_clock() {
    for now in [
        Now {
            wall: NOW.wall + 3_600_000,
            mono: NOW.mono,
        },
        Now {
            wall: NOW.wall - 3_600_000,
            mono: NOW.mono + 3_600_000,
        },
    ] {
        let mut machine = machine("signed in");
        assert_eq!(
            step(&mut machine, Event::ClockChecked, &ours(), now),
            [Effect::Erase]
        );
        assert_eq!(place(&machine), "expired");
    }
}

#[test]
fn no_token_is_handed_out_after_the_deadline() {
    assert!(grant().live_token(NOW).is_some());
    assert!(grant().live_token(later(3_600_000)).is_none());
}

#[test]
fn a_clock_jump_is_said_and_the_token_is_checked() {
    let mut machine = machine("signed in");
    let _ = step(&mut machine, event("info good"), &ours(), NOW);
    assert_eq!(
        step(&mut machine, Event::ClockJumped, &ours(), NOW),
        [Effect::AskInfo(1)]
    );
    assert_eq!(machine.problem, Some(Problem::ClockMoved));
}

#[test]
fn the_status_is_derived_from_state_and_time() {
    let signed_in = machine("signed in").session;
    assert_eq!(Status::of(&signed_in, NOW), Status::Active);
    assert_eq!(Status::of(&signed_in, later(3_300_000)), Status::Expiring);
    assert_eq!(Status::of(&signed_in, later(3_600_000)), Status::Expired);
    assert_eq!(
        Status::of(&machine("leaving").session, NOW),
        Status::SigningIn
    );
    assert_eq!(
        Status::of(&machine("proving").session, NOW),
        Status::SignedOut
    );
}

#[test]
fn a_pasted_token_is_looked_at_beside_the_session() {
    let mut machine = machine("signed in");
    let effects = step(
        &mut machine,
        Event::Pasted(format!("Bearer {TOKEN}")),
        &ours(),
        NOW,
    );
    assert_eq!(effects, [Effect::AskPasted(2)]);
    let answer = |serial, outcome| Event::PastedAnswered { serial, outcome };
    let _ = step(&mut machine, answer(1, refused()), &ours(), NOW);
    assert!(
        matches!(&machine.inspection, Inspection::Held(held) if held.verdict == Verdict::Open(Lookup::Asking(None)))
    );
    let _ = step(&mut machine, answer(2, refused()), &ours(), NOW);
    assert!(
        matches!(&machine.inspection, Inspection::Held(held) if matches!(held.verdict, Verdict::Refused(_)))
    );
    assert_eq!(
        step(&mut machine, Event::PastedAsked, &ours(), NOW),
        [Effect::AskPasted(2)]
    );
    let _ = step(&mut machine, answer(2, good()), &ours(), NOW);
    assert_eq!(
        place(&machine),
        "signed in",
        "a refusal of the pasted one is no refusal of ours"
    );
    let _ = step(&mut machine, Event::PasteCleared, &ours(), NOW);
    assert!(matches!(machine.inspection, Inspection::Empty));
    assert_eq!(
        step(&mut machine, Event::Pasted("no".to_owned()), &ours(), NOW),
        []
    );
}
