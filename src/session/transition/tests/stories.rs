//! What a table cannot say: sequences and effects.

use super::*;
use crate::session::status::Status;

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
    assert_eq!(
        (place(&machine), effects),
        ("expired", vec![Effect::Erase(NOW)])
    );
}

#[test]
fn an_answer_used_before_never_disturbs_a_live_session() {
    let used = || Some(Problem::Answer(AnswerFault::Used));
    let mut live = machine("booting");
    let _ = step(
        &mut live,
        Event::Booted {
            grant: Some(Box::new(grant())),
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
            grant: Some(Box::new(grant())),
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
            Effect::Erase(NOW),
            Effect::TellCopies(Ending::Revoked, NOW),
            Effect::AskInfo(1)
        ]
    );
    assert_eq!(say("info good"), [Effect::SendRevocation(1)]);
    assert_eq!(say("revocation accepted"), [Effect::AskInfo(2)]);
    assert_eq!(step(&mut machine, proof(refused()), &ours(), NOW), []);
    assert_eq!(place(&machine), "confirmed");
}

#[test]
fn what_was_asked_before_a_revocation_is_no_proof_of_what_it_did() {
    let mut machine = machine("sent");
    let mut say = |name| step(&mut machine, event(name), &ours(), NOW);
    assert_eq!(say("revocation accepted"), [Effect::AskInfo(2)]);
    assert_eq!(say("info good"), []);
    assert_eq!(place(&machine), "proving");
    let _ = step(&mut machine, proof(refused()), &ours(), NOW);
    assert_eq!(place(&machine), "confirmed");
}

#[test]
fn only_a_copy_of_the_grant_that_was_ended_is_dropped() {
    let mut forgetting = machine("signed in");
    let effects = step(&mut forgetting, event("forget asked"), &ours(), NOW);
    let Some(Effect::TellCopies(ending, stamp)) = effects.last() else {
        panic!("the copies are told")
    };
    let told = || Event::EndedElsewhere(ending.words(*stamp));
    for (received, place_after) in [(NOW, "ended elsewhere"), (later(1), "signed in")] {
        let mut other = grant();
        other.stamp = received;
        let mut machine = machine("booting");
        machine.session = Session::SignedIn(Box::new(other));
        let _ = step(&mut machine, told(), &ours(), NOW);
        assert_eq!(place(&machine), place_after);
    }
}

#[test]
fn what_copies_are_told_holds_no_part_of_the_token() {
    let words = Ending::Revoked.words(NOW);
    assert_eq!(words, "revoked 1760000000000 9000000");
    assert_eq!(Ending::heard(&words, NOW), Some(Ending::Revoked));
    for other in [
        "revoked",
        "revoked 1760000000000",
        "",
        "ended 1760000000000 9000000",
    ] {
        assert_eq!(Ending::heard(other, NOW), None, "{other}");
    }
}

#[test]
fn a_token_that_dies_although_revoking_was_refused_was_dead() {
    let mut machine = machine("sent");
    let _ = step(&mut machine, event("revocation refused"), &ours(), NOW);
    let _ = step(&mut machine, proof(refused()), &ours(), NOW);
    assert_eq!(place(&machine), "already dead");
}

#[test]
fn a_revocation_whose_check_is_hidden_stays_a_doubt_that_knows_both_answers() {
    let mut machine = machine("sent");
    let _ = step(&mut machine, event("revocation refused"), &ours(), NOW);
    let _ = step(&mut machine, proof(hidden()), &ours(), NOW);
    let Session::SignedOut(Reason::Revoked {
        proof: Proof::Unconfirmed(doubt),
        ..
    }) = machine.session
    else {
        panic!("it is a doubt")
    };
    assert_eq!(doubt.answer, refusal_of_revocation());
    assert_eq!(
        doubt.check.as_ref().map(|failure| failure.refusal),
        Some(hidden().refusal)
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
fn on_the_way_to_another_grant_the_one_before_is_used_and_asked_about() {
    let mut machine = machine("leaving with a grant");
    let mut say = |name| step(&mut machine, event(name), &ours(), NOW);
    assert_eq!(say("info good"), [], "asked before the window opened");
    assert_eq!(say("call refused"), [Effect::AskInfo(1)]);
    assert_eq!(say("info good"), []);
    let grant = machine.session.in_use().unwrap();
    assert!(matches!(grant.lookup, Lookup::Known(_)));
    assert!(grant.live_token(NOW).is_some());
    assert!(grant.live_token(later(3_600_000)).is_none());
}

#[test]
fn no_request_is_made_with_a_grant_that_is_being_revoked() {
    for state in [
        "checking",
        "sent",
        "proving",
        "signed out",
        "booting",
        "leaving",
    ] {
        assert!(machine(state).session.in_use().is_none(), "{state}");
    }
    assert!(machine("signed in").session.in_use().is_some());
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
fn a_window_that_answers_after_all_is_heard_unless_the_person_has_signed_out_since() {
    let ends_as = |meanwhile: Option<&str>| {
        let mut machine = machine("signed in");
        for name in ["window opened", "returned"].into_iter().chain(meanwhile) {
            let _ = step(&mut machine, event(name), &ours(), NOW);
        }
        let _ = step(&mut machine, event("window answered"), &ours(), NOW);
        place(&machine)
    };
    assert_eq!(ends_as(None), "leaving with a grant");
    assert_eq!(ends_as(Some("info refused")), "leaving");
    assert_eq!(ends_as(Some("forget asked")), "forgotten");
    assert_eq!(ends_as(Some("ended elsewhere")), "ended elsewhere");
}

#[test]
fn what_is_forgotten_while_signing_in_again_does_not_come_back() {
    let mut machine = machine("leaving with a grant");
    assert_eq!(
        step(&mut machine, event("forget asked"), &ours(), NOW),
        [
            Effect::Erase(NOW),
            Effect::TellCopies(Ending::Forgotten, NOW)
        ]
    );
    let _ = step(&mut machine, event("returned"), &ours(), NOW);
    assert_eq!(place(&machine), "signed out");
}

#[test]
fn a_foreign_token_is_dropped_and_not_revoked() {
    let mut machine = machine("signed in");
    assert_eq!(
        step(&mut machine, event("info foreign"), &ours(), NOW),
        [Effect::Erase(NOW)]
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
            [Effect::Erase(NOW)]
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
    assert_eq!(Status::of(&signed_in, NOW, WARN_BEFORE_MS), Status::Active);
    assert_eq!(
        Status::of(&signed_in, later(3_300_000), WARN_BEFORE_MS),
        Status::Expiring
    );
    assert_eq!(
        Status::of(&signed_in, later(3_600_000), WARN_BEFORE_MS),
        Status::Expired
    );
    assert_eq!(
        Status::of(&machine("leaving").session, NOW, WARN_BEFORE_MS),
        Status::SigningIn
    );
    assert_eq!(
        Status::of(&machine("proving").session, NOW, WARN_BEFORE_MS),
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
    assert_eq!(effects, [Effect::AskInfo(2)]);
    let answer = |serial, outcome| Event::InfoAnswered { serial, outcome };
    let _ = step(&mut machine, answer(7, Err(refused())), &ours(), NOW);
    assert!(
        matches!(&machine.inspection, Inspection::Held(held) if held.verdict == Verdict::Open(Lookup::Asking(None)))
    );
    let _ = step(&mut machine, answer(2, Err(refused())), &ours(), NOW);
    assert!(
        matches!(&machine.inspection, Inspection::Held(held) if matches!(held.verdict, Verdict::Refused(_)))
    );
    assert_eq!(
        step(&mut machine, Event::PastedAsked, &ours(), NOW),
        [Effect::AskInfo(2)]
    );
    let _ = step(&mut machine, answer(2, Ok(good().into())), &ours(), NOW);
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
