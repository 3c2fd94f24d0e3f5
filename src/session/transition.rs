//! The transition function: `(machine, event, now)` to the next machine and what has to be done.

use std::rc::Rc;

use super::effect::{Effect, Ending};
use super::event::Event;
use super::expiry::{Expiry, Now};
use super::grant::{Grant, Lookup};
use super::inspection::{Inspection, Specimen, Verdict};
use super::paste::recognise;
use super::problem::{AnswerFault, Problem};
use super::{Doubt, Machine, Proof, Reason, Session, Stage};
use crate::protocol::token_info::Audience;
use crate::protocol::{ClientId, Failure, Refusal, RevocationAnswer, TokenInfo};

mod departure;

use departure::{come_back, depart, open_window, resume, take_answer};

type Effects = Vec<Effect>;

/// Takes one step. `client_id` is ours, for the substitution check (RFC 6749 §10.16).
#[must_use]
pub fn step(machine: &mut Machine, event: Event, client_id: &ClientId, now: Now) -> Effects {
    match event {
        Event::Booted { grant, outcome } => boot(machine, grant, outcome, now),
        Event::SignInAsked(scopes) => depart(machine, scopes),
        Event::WindowOpened => open_window(machine),
        Event::WindowAnswered => resume(machine),
        Event::Answered(answer) => take_answer(machine, answer, now),
        Event::DepartureFailed(obstacle) => come_back(machine, Some(Problem::Browser(obstacle))),
        Event::Returned => come_back(machine, None),
        Event::InfoAsked => ask(machine),
        Event::InfoAnswered { serial, outcome } => learn(machine, serial, outcome, client_id, now),
        Event::CallRefused { serial } if holds(machine, serial) => ask(machine),
        Event::RevokeAsked => revoke(machine),
        Event::RevocationAnswered { serial, answer } => prove(machine, serial, answer),
        Event::Leaving => send_revocation(machine),
        Event::ForgetAsked => forget(machine),
        Event::ClockChecked => check_clock(machine, now),
        Event::ClockJumped => clock_jumped(machine, now),
        Event::EndedElsewhere(words) => end_elsewhere(machine, &words),
        Event::ProblemArose(problem) => {
            machine.problem = Some(problem);
            vec![]
        }
        Event::ProblemDismissed => machine
            .problem
            .take()
            .map(|_| Effect::DropOutcome)
            .into_iter()
            .collect(),
        Event::Pasted(text) => paste(machine, &text),
        Event::PastedAsked => ask_pasted(machine),
        Event::PasteCleared => {
            machine.inspection = Inspection::Empty;
            vec![]
        }
        Event::CallRefused { .. } => vec![],
    }
}

fn boot(
    machine: &mut Machine,
    grant: Option<Box<Grant>>,
    outcome: Option<Problem>,
    now: Now,
) -> Effects {
    let Session::Booting = machine.session else {
        return vec![];
    };
    match grant {
        Some(grant) if grant.expiry.has_passed(now) => expire(machine, &grant, now),
        Some(grant) => {
            // An answer that had served before is no news to somebody who is signed in.
            machine.problem =
                outcome.filter(|problem| *problem != Problem::Answer(AnswerFault::Used));
            sign_in(machine, grant)
        }
        None => {
            let reason = match outcome {
                None | Some(Problem::NoAnswer) => Reason::FirstVisit,
                Some(_) => Reason::Failed,
            };
            machine.session = Session::SignedOut(reason);
            machine.problem = outcome;
            vec![]
        }
    }
}

/// Holds a grant, and asks what it is worth.
fn sign_in(machine: &mut Machine, mut grant: Box<Grant>) -> Effects {
    machine.serial += 1;
    grant.serial = machine.serial;
    machine.session = Session::SignedIn(grant);
    vec![Effect::AskInfo(machine.serial)]
}

fn holds(machine: &Machine, serial: u32) -> bool {
    machine
        .session
        .grant()
        .is_some_and(|grant| grant.serial == serial)
}

fn ask(machine: &mut Machine) -> Effects {
    let Some(grant) = machine.session.in_use() else {
        return vec![];
    };
    if let Lookup::Asking(_) = grant.lookup {
        return vec![];
    }
    ask_about(grant)
}

fn ask_about(grant: &mut Grant) -> Effects {
    grant.lookup.ask();
    vec![Effect::AskInfo(grant.serial)]
}

fn learn(
    machine: &mut Machine,
    serial: u32,
    outcome: Result<Box<TokenInfo>, Failure>,
    client_id: &ClientId,
    now: Now,
) -> Effects {
    if !holds(machine, serial) {
        return learn_pasted(machine, serial, outcome, now);
    }
    if outcome
        .as_ref()
        .is_ok_and(|info| info.audience(client_id) == Audience::Foreign)
    {
        // It is not ours, so it is dropped, not revoked, and not handed to the page.
        machine.problem = Some(Problem::ForeignToken);
        return lose(machine, Reason::Foreign);
    }
    if let Session::Revoking(_, stage) = &machine.session {
        return match stage.clone() {
            Stage::Checking => checked(machine, outcome.err(), now),
            Stage::Sent => vec![],
            Stage::Proving(answer) => conclude(machine, answer, outcome.err(), now),
        };
    }
    let Some(grant) = machine.session.in_use() else {
        return vec![];
    };
    match outcome {
        Ok(info) => {
            grant.learn(*info, now);
            check_clock(machine, now)
        }
        Err(failure) if failure.refusal == Refusal::Token => lose(machine, Reason::Rejected),
        Err(failure) => {
            grant.lookup.fail(failure);
            vec![]
        }
    }
}

fn revoke(machine: &mut Machine) -> Effects {
    match std::mem::replace(&mut machine.session, Session::Booting) {
        Session::SignedIn(grant) => {
            let (serial, stamp) = (grant.serial, grant.stamp);
            machine.problem = None;
            machine.session = Session::Revoking(grant, Stage::Checking);
            vec![
                Effect::Erase(stamp),
                Effect::TellCopies(Ending::Revoked, stamp),
                Effect::AskInfo(serial),
            ]
        }
        other => {
            machine.session = other;
            vec![]
        }
    }
}

fn checked(machine: &mut Machine, failure: Option<Failure>, now: Now) -> Effects {
    if failure.is_some_and(|failure| failure.refusal == Refusal::Token) {
        return revoked(machine, Proof::AlreadyDead, now);
    }
    send_revocation(machine)
}

fn prove(machine: &mut Machine, serial: u32, answer: RevocationAnswer) -> Effects {
    let Session::Revoking(grant, stage @ Stage::Sent) = &mut machine.session else {
        return vec![];
    };
    if grant.serial != serial {
        return vec![];
    }
    // What was asked before may be answered still, and would prove nothing.
    machine.serial += 1;
    grant.serial = machine.serial;
    *stage = Stage::Proving(answer);
    vec![Effect::AskInfo(grant.serial)]
}

fn conclude(
    machine: &mut Machine,
    answer: RevocationAnswer,
    check: Option<Failure>,
    now: Now,
) -> Effects {
    let refused = check
        .as_ref()
        .is_some_and(|failure| failure.refusal == Refusal::Token);
    let proof = match (refused, answer) {
        (true, RevocationAnswer::Accepted) => Proof::Confirmed,
        (true, RevocationAnswer::Refused(_)) => Proof::AlreadyDead,
        (false, answer) => Proof::Unconfirmed(Rc::new(Doubt { answer, check })),
    };
    revoked(machine, proof, now)
}

fn revoked(machine: &mut Machine, proof: Proof, now: Now) -> Effects {
    machine.session = Session::SignedOut(Reason::Revoked {
        proof,
        at: now.wall,
    });
    vec![]
}

/// A tab that is closed while we still ask whether the token is alive must not leave it alive.
fn send_revocation(machine: &mut Machine) -> Effects {
    let Session::Revoking(grant, stage @ Stage::Checking) = &mut machine.session else {
        return vec![];
    };
    *stage = Stage::Sent;
    vec![Effect::SendRevocation(grant.serial)]
}

fn forget(machine: &mut Machine) -> Effects {
    let Some(grant) = machine.session.in_use() else {
        return vec![];
    };
    let stamp = grant.stamp;
    let mut effects = lose(machine, Reason::Forgotten);
    effects.push(Effect::TellCopies(Ending::Forgotten, stamp));
    effects
}

/// Another token of the same session, as of a tab that signed in by itself, is not ours to drop.
fn end_elsewhere(machine: &mut Machine, words: &str) -> Effects {
    let told = |grant: &Grant| Ending::heard(words, grant.stamp);
    let Some(ending) = machine.session.in_use().as_deref().and_then(told) else {
        return vec![];
    };
    lose(machine, Reason::EndedElsewhere(ending))
}

fn check_clock(machine: &mut Machine, now: Now) -> Effects {
    match std::mem::replace(&mut machine.session, Session::Booting) {
        Session::SignedIn(grant) if grant.expiry.has_passed(now) => expire(machine, &grant, now),
        other => {
            machine.session = other;
            vec![]
        }
    }
}

fn clock_jumped(machine: &mut Machine, now: Now) -> Effects {
    let ended = check_clock(machine, now);
    if !ended.is_empty() {
        return ended;
    }
    let Session::SignedIn(_) = machine.session else {
        return vec![];
    };
    machine.problem = Some(Problem::ClockMoved);
    ask(machine)
}

fn expire(machine: &mut Machine, grant: &Grant, now: Now) -> Effects {
    let at = match grant.expiry {
        Expiry::At(deadline) => deadline.wall().min(now.wall),
        Expiry::Never | Expiry::Unknown => now.wall,
    };
    machine.session = Session::SignedOut(Reason::Expired { at });
    vec![Effect::Erase(grant.stamp)]
}

/// Drops the grant. A sign-in that is under way goes on without it.
fn lose(machine: &mut Machine, reason: Reason) -> Effects {
    let stamp = machine.session.grant().map(|grant| grant.stamp);
    match &mut machine.session {
        Session::SigningIn(attempt) => attempt.before = None,
        session => *session = Session::SignedOut(reason),
    }
    stamp.map(Effect::Erase).into_iter().collect()
}

fn paste(machine: &mut Machine, text: &str) -> Effects {
    match recognise(text) {
        Err(fault) => {
            machine.inspection = Inspection::Unrecognised(fault);
            vec![]
        }
        Ok((token, shape)) => {
            machine.serial += 1;
            let verdict = Verdict::Open(Lookup::Asking(None));
            machine.inspection = Inspection::Held(Box::new(Specimen {
                serial: machine.serial,
                token,
                shape,
                verdict,
            }));
            vec![Effect::AskInfo(machine.serial)]
        }
    }
}

fn ask_pasted(machine: &mut Machine) -> Effects {
    let Inspection::Held(specimen) = &mut machine.inspection else {
        return vec![];
    };
    let mut lookup = specimen.verdict.take();
    lookup.ask();
    specimen.verdict = Verdict::Open(lookup);
    vec![Effect::AskInfo(specimen.serial)]
}

/// Grants and pasted tokens are counted together, so a serial means one of them.
fn learn_pasted(
    machine: &mut Machine,
    serial: u32,
    outcome: Result<Box<TokenInfo>, Failure>,
    now: Now,
) -> Effects {
    let Inspection::Held(specimen) = &mut machine.inspection else {
        return vec![];
    };
    if specimen.serial != serial {
        return vec![];
    }
    let mut lookup = specimen.verdict.take();
    specimen.verdict = match outcome {
        Err(failure) if failure.refusal == Refusal::Token => Verdict::Refused(failure),
        Err(failure) => {
            lookup.fail(failure);
            Verdict::Open(lookup)
        }
        Ok(info) => {
            lookup.learn(*info, now);
            Verdict::Open(lookup)
        }
    };
    vec![]
}

#[cfg(test)]
mod tests;
