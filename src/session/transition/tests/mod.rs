//! Machines and events by name, for the table and the stories.

mod stories;
mod table;

use super::*;
use crate::protocol::token_info::{Application, Remaining};
use crate::protocol::{AccessToken, Scopes, TransportError};
use crate::session::WARN_BEFORE_MS;
use crate::session::attempt::Attempt;
use crate::session::grant::{Received, Via};
use crate::session::problem::Obstacle;

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

fn grant() -> Grant {
    let mut grant = Grant::new(Received {
        token: AccessToken::parse(TOKEN).unwrap(),
        asked: scopes("read profile"),
        said: None,
        expires_in: Some(3600),
        at: NOW,
        via: Via::Redirect,
    });
    grant.serial = 1;
    grant
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

fn good() -> TokenInfo {
    info(Application::Named("ours".to_owned()))
}

fn refused() -> Failure {
    Failure::bare(Refusal::Token)
}

fn hidden() -> Failure {
    Failure::bare(Refusal::Transport(TransportError::Unreadable))
}

fn refusal_of_revocation() -> RevocationAnswer {
    RevocationAnswer::Refused(Failure::bare(Refusal::Token))
}

/// How the question that follows a revocation failed.
fn proof(failure: Failure) -> Event {
    Event::InfoAnswered {
        serial: 2,
        outcome: Err(failure),
    }
}

/// The states in which a machine can be, by name.
fn machine(state: &str) -> Machine {
    let attempt = |before| Session::SigningIn(Attempt { before });
    let session = match state {
        "booting" => Session::Booting,
        "signed out" => Session::SignedOut(Reason::FirstVisit),
        "leaving" => attempt(None),
        "leaving with a grant" => attempt(Some(Box::new(grant()))),
        "signed in" => Session::SignedIn(Box::new(grant())),
        "checking" => Session::Revoking(Box::new(grant()), Stage::Checking),
        "sent" => Session::Revoking(Box::new(grant()), Stage::Sent),
        "proving" => Session::Revoking(
            Box::new(grant()),
            Stage::Proving(RevocationAnswer::Accepted),
        ),
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
            grant: Some(Box::new(grant())),
            outcome: None,
        },
        "sign-in asked" => Event::SignInAsked(scopes("read")),
        "window opened" => Event::WindowOpened,
        "window answered" => Event::WindowAnswered,
        "answered well" => Event::Answered(Ok(Box::new(grant()))),
        "answered late" => {
            let mut dead = grant();
            dead.expiry = Expiry::from_redirect(NOW, Some(0));
            Event::Answered(Ok(Box::new(dead)))
        }
        "answered badly" => Event::Answered(Err(Problem::Answer(AnswerFault::parse("odd")))),
        "departure failed" => Event::DepartureFailed(Obstacle::NoRandomness),
        "returned" => Event::Returned,
        "info asked" => Event::InfoAsked,
        "info good" => Event::InfoAnswered {
            serial: 1,
            outcome: Ok(good().into()),
        },
        "info refused" => Event::InfoAnswered {
            serial: 1,
            outcome: Err(refused()),
        },
        "info hidden" => Event::InfoAnswered {
            serial: 1,
            outcome: Err(hidden()),
        },
        "info foreign" => Event::InfoAnswered {
            serial: 1,
            outcome: Ok(info(Application::Named("theirs".to_owned())).into()),
        },
        "info of another grant" => Event::InfoAnswered {
            serial: 7,
            outcome: Err(refused()),
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
        "ended elsewhere" => Event::EndedElsewhere(Ending::Revoked.words(NOW)),
        "another grant ended elsewhere" => Event::EndedElsewhere(Ending::Revoked.words(later(1))),
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
