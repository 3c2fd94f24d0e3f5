//! Advice as a notice, and what its one button does.

use std::rc::Rc;

use yew::Callback;

use super::desk::{Deed, Desk};
use super::remedy::Remedy;
use super::start::ended;
use crate::advice::{self, Told};
use crate::components::{Element, Kind, Notice, Tone, button, plain_button};
use crate::protocol::Scopes;
use crate::words::catalogue::Sentences;
use crate::words::words;

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
pub(super) fn sentences(id: &str, tone: Tone, [title, why, todo]: Sentences) -> Element {
    Notice {
        tone,
        id,
        title: title.say(),
        why: why.say(),
        todo: todo.say(),
        says: None,
        buttons: Vec::new(),
    }
    .view()
}

/// The button that does something. One that has copied says so.
pub(super) fn action(desk: &Rc<Desk>, name: &str, deed: Deed) -> Element {
    let done = matches!(deed, Deed::Copy(what) if desk.part().copied == Some(what));
    let name = if done {
        words().actions.copied.say()
    } else {
        name
    };
    plain_button(name, desk.on(deed))
}

/// The problem beside the session, where there is one. `scopes` is what the person asked for last,
/// to ask for it again.
pub(super) fn problem(desk: &Rc<Desk>, scopes: &Scopes) -> Option<Element> {
    let problem = desk.view().problem.as_ref();
    let told = advice::of_problem(problem.filter(|_| desk.surface.speaks())?);
    let Remedy { told, deed } = desk.surface.remedy(desk, told, scopes);
    let does = deed.map(|deed| action(desk, &told.advice.action, deed));
    let mut buttons: Vec<Element> = does.into_iter().collect();
    let dismiss = desk.on(Deed::Dismiss);
    buttons.push(button(
        Kind::Link,
        words().actions.dismiss.say(),
        false,
        dismiss,
    ));
    Some(notice("sell-problem", &told, buttons).node(&desk.nodes.problem))
}

/// What went wrong, or how the last session ended, where that is worth a notice of its own. Of the
/// panels of a session one says it.
pub(super) fn trouble(desk: &Rc<Desk>) -> Option<Element> {
    let asked = match &desk.view().passport {
        Some(passport) => passport.asked.clone(),
        None => desk.settings().scopes.clone(),
    };
    let reason = desk.view().reason.as_ref();
    let reason = reason.filter(|_| desk.surface.speaks());
    problem(desk, &asked).or_else(|| reason.and_then(|reason| ended(desk, reason)))
}
