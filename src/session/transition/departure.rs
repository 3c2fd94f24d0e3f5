//! On the way to the authorization server and back: in this tab, or in a window beside it.

use super::{Effects, expire, sign_in};
use crate::protocol::Scopes;
use crate::session::attempt::Attempt;
use crate::session::{Effect, Grant, Machine, Now, Problem, Reason, Session};

/// This tab goes.
pub(super) fn depart(machine: &mut Machine, scopes: Scopes) -> Effects {
    let mut effects = open_window(machine);
    if !effects.is_empty() {
        effects.push(Effect::Depart(scopes));
    }
    effects
}

/// A window beside this page goes, which whoever opened it listens to.
pub(super) fn open_window(machine: &mut Machine) -> Effects {
    let before = match std::mem::replace(&mut machine.session, Session::Booting) {
        Session::SignedIn(grant) => Some(grant),
        Session::SignedOut(_) => None,
        other => {
            machine.session = other;
            return vec![];
        }
    };
    machine.problem = None;
    machine.session = Session::SigningIn(Attempt { before });
    vec![Effect::DropOutcome]
}

/// A window that had looked closed is there after all. The sign-in goes on where it was left; what
/// the person did since, such as signing out, stands.
pub(super) fn resume(machine: &mut Machine) -> Effects {
    match machine.session {
        Session::SignedOut(
            Reason::Forgotten | Reason::Revoked { .. } | Reason::EndedElsewhere(_),
        ) => vec![],
        _ => open_window(machine),
    }
}

/// The page is still here, or here again: what was held before is held again.
pub(super) fn come_back(machine: &mut Machine, problem: Option<Problem>) -> Effects {
    let Session::SigningIn(attempt) = &mut machine.session else {
        return vec![];
    };
    machine.session = match (attempt.before.take(), &problem) {
        (Some(grant), _) => Session::SignedIn(grant),
        (None, Some(_)) => Session::SignedOut(Reason::Failed),
        (None, None) => Session::SignedOut(Reason::FirstVisit),
    };
    machine.problem = problem;
    vec![]
}

/// The window brought the answer. A bad one gives back what was held before.
pub(super) fn take_answer(
    machine: &mut Machine,
    answer: Result<Box<Grant>, Problem>,
    now: Now,
) -> Effects {
    let Session::SigningIn(_) = machine.session else {
        return vec![];
    };
    match answer {
        Ok(grant) if grant.expiry.has_passed(now) => expire(machine, &grant, now),
        Ok(grant) => sign_in(machine, grant),
        Err(problem) => come_back(machine, Some(problem)),
    }
}
