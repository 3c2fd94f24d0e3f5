//! Advice as a notice, and what its one button does.

use std::rc::Rc;

use yew::Callback;

use super::desk::{Deed, Desk};
use super::local::Copied;
use super::start::ended;
use super::view::{Screen, held};
use crate::advice::{self, Told};
use crate::components::{Element, Kind, Notice, Tone, button, plain_button};
use crate::protocol::Scopes;
use crate::words::{ErrorKind, words};

/// Advice as a notice with its one button.
pub(super) fn advised(id: &str, told: &Told, on_action: Callback<()>) -> Element {
    notice(id, told, vec![plain_button(&told.advice.action, on_action)])
}

/// Advice as a notice with these buttons.
pub(super) fn notice(id: &str, told: &Told, buttons: Vec<Element>) -> Element {
    let advice = &told.advice;
    Notice {
        tone: Tone::from(advice.severity),
        id,
        title: &advice.title,
        why: &advice.why,
        todo: &advice.todo,
        says: told.says.as_ref(),
        buttons,
    }
    .view()
}

/// Three sentences of our own, with nothing to press.
pub(super) fn sentences(id: &str, tone: Tone, [title, why, todo]: [&str; 3]) -> Element {
    Notice {
        tone,
        id,
        title,
        why,
        todo,
        says: None,
        buttons: Vec::new(),
    }
    .view()
}

/// The problem beside the session, where there is one. `scopes` is what the person asked for last,
/// to ask for it again.
pub(super) fn problem(desk: &Rc<Desk>, scopes: &Scopes) -> Option<Element> {
    let problem = desk.view().problem.as_ref().filter(|_| desk.speaks);
    let told = advice::of_problem(problem?);
    let deed = match told.advice.kind {
        ErrorKind::RedirectMismatch => Deed::Copy(Copied::RedirectUri),
        ErrorKind::ClientRefused | ErrorKind::ConfigMissing => Deed::Go(Screen::Setup),
        ErrorKind::AccessDenied
        | ErrorKind::AuthServer
        | ErrorKind::StateMismatch
        | ErrorKind::PopupTimeout
        | ErrorKind::AnswerMalformed => Deed::SignIn(scopes.clone()),
        ErrorKind::PopupBlocked => Deed::UseThisTab(scopes.clone()),
        ErrorKind::Framed => Deed::OpenInNewTab,
        _ => Deed::Dismiss,
    };
    let dismiss = button(
        Kind::Link,
        words().actions.dismiss,
        false,
        desk.on(Deed::Dismiss),
    );
    // Somebody else's page has no Setup screen to go to. Where nobody is signed in there, the button
    // that signs in stands beside.
    let elsewhere = match deed {
        Deed::Go(_) => !desk.surface.is_page(),
        Deed::SignIn(_) => !desk.surface.is_page() && held(desk.view()).is_none(),
        _ => false,
    };
    let buttons = if elsewhere {
        vec![dismiss]
    } else {
        vec![plain_button(&told.advice.action, desk.on(deed)), dismiss]
    };
    Some(notice("sell-problem", &told, buttons).node(&desk.nodes.problem))
}

/// What went wrong, or how the last session ended, where that is worth a notice of its own. Of the
/// panels of a session one says it.
pub(super) fn trouble(desk: &Rc<Desk>) -> Option<Element> {
    let asked = match &desk.view().passport {
        Some(passport) => passport.asked.clone(),
        None => desk.settings().scopes.clone(),
    };
    let reason = desk.view().reason.as_ref().filter(|_| desk.speaks);
    problem(desk, &asked).or_else(|| reason.and_then(|reason| ended(desk, reason)))
}
