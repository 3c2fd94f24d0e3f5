//! What the screens remember by themselves: nothing in here outlives the page, and what belongs to
//! one screen is forgotten on the next.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use yew::functional::UseForceUpdateHandle;
use yew::prelude::*;

use super::offer::CallState;
use super::probe::Asked;
use super::view::{Body, Screen};
use crate::components::Theme;
use crate::protocol::Scopes;

/// The state of the page beside the session.
#[derive(Debug)]
pub(super) struct Local {
    /// The screen that the address names.
    pub(super) screen: Screen,
    /// Light, dark or as the system has it.
    pub(super) theme: Theme,
    /// What the page shows below its header.
    pub(super) body: Option<Body>,
    /// What that remembers.
    pub(super) part: Part,
}

/// What one screen remembers while it is shown.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// The scopes that are ticked, once a box was touched.
    pub(super) chosen: Option<Scopes>,
    /// Whether the notice of how the last session ended was put away.
    pub(super) ending_away: bool,
    /// Whether the token is shown.
    pub(super) shown: bool,
    /// Whether the question before a revocation is open.
    pub(super) asking: bool,
    /// What was copied last.
    pub(super) copied: Option<Copied>,
    /// What asking told about the set-up.
    pub(super) asked: Asked,
    /// Where each call stands that was run here, by its place.
    pub(super) calls: Vec<(usize, CallState)>,
    /// The place of the call that was run last.
    pub(super) last: Option<usize>,
}

/// Something that can be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Copied {
    /// The token.
    Token,
    /// The redirect URL.
    RedirectUri,
    /// The client ID.
    ClientId,
    /// The command that revokes a token with the secret.
    RevokeCommand,
    /// The command that makes the call at a place.
    Call(usize),
}

/// A change of the state.
#[derive(Debug)]
pub(super) enum Action {
    /// The address names this screen.
    Show(Screen),
    /// A theme was chosen.
    Theme(Theme),
    /// Something else stands below the header: what was there is forgotten.
    Enter(Body),
    /// The scopes that are ticked.
    Choose(Scopes),
    /// Show the token, or hide it.
    Reveal(bool),
    /// Open the question before a revocation, or close it.
    Ask(bool),
    /// The notice of how the last session ended is put away.
    PutEndingAway,
    /// Something was copied.
    Copied(Copied),
    /// The set-up is being asked about, or was.
    Asked(Asked),
    /// The call at a place was run by the person.
    Run(usize),
    /// It stands differently; nowhere, where nothing was sent.
    Call(usize, Option<CallState>),
}

impl Local {
    /// The state of a page that was just opened.
    pub(super) fn new(screen: Screen) -> Self {
        Self {
            screen,
            theme: Theme::default(),
            body: None,
            part: Part::default(),
        }
    }

    fn change(&mut self, action: Action) {
        let part = &mut self.part;
        match action {
            Action::Show(screen) => self.screen = screen,
            Action::Theme(theme) => self.theme = theme,
            Action::Enter(body) => {
                self.body = Some(body);
                *part = Part::default();
            }
            Action::Choose(scopes) => part.chosen = Some(scopes),
            Action::Reveal(shown) => part.shown = shown,
            Action::Ask(asking) => part.asking = asking,
            Action::PutEndingAway => part.ending_away = true,
            Action::Copied(what) => part.copied = Some(what),
            Action::Asked(asked) => part.asked = asked,
            Action::Run(place) => part.last = Some(place),
            Action::Call(place, state) => {
                part.calls.retain(|(other, _)| *other != place);
                part.calls.extend(state.map(|state| (place, state)));
            }
        }
    }
}

impl Part {
    /// Where the call at a place stands, if it was ever run here.
    pub(super) fn call(&self, place: usize) -> Option<&CallState> {
        let found = self.calls.iter().find(|(other, _)| *other == place);
        found.map(|(_, state)| state)
    }
}

/// The one place where the state is, and the way to draw it again.
#[derive(Clone)]
pub(super) struct Store {
    state: Rc<RefCell<Local>>,
    redraw: UseForceUpdateHandle,
}

impl Store {
    /// The state as it is now. Let go of it before anything is dispatched.
    pub(super) fn look(&self) -> Ref<'_, Local> {
        self.state.borrow()
    }

    /// Changes the state and draws the page again.
    pub(super) fn dispatch(&self, action: Action) {
        self.state.borrow_mut().change(action);
        self.redraw.force_update();
    }
}

/// The state of a page that opened on a screen. A reducer in all but the kilobyte that Yew's takes.
#[hook]
pub(super) fn use_local(first: fn() -> Screen) -> Store {
    let state = use_mut_ref(|| Local::new(first()));
    let redraw = use_force_update();
    Store { state, redraw }
}

#[cfg(test)]
mod tests {
    use super::{Action, Body, CallState, Copied, Local, Part, Screen};
    use crate::app::Permit;
    use crate::runtime::Progress;

    fn after(actions: Vec<Action>) -> Local {
        let mut local = Local::new(Screen::Token);
        for action in actions {
            local.change(action);
        }
        local
    }

    #[test]
    fn what_belongs_to_a_screen_is_forgotten_on_the_next() {
        let local = after(vec![
            Action::Enter(Body::Token),
            Action::Reveal(true),
            Action::Ask(true),
            Action::PutEndingAway,
            Action::Copied(Copied::Token),
            Action::Show(Screen::Setup),
            Action::Enter(Body::Setup),
        ]);
        assert_eq!(local.screen, Screen::Setup);
        let Part {
            ending_away,
            shown,
            asking,
            copied,
            ..
        } = local.part;
        assert_eq!((shown, asking, copied), (false, false, None));
        assert!(!ending_away);
    }

    #[test]
    fn a_call_stands_where_it_was_told_to_stand_last() {
        let running = || CallState::Running(Progress::Running, Permit::default());
        let local = after(vec![
            Action::Call(1, Some(running())),
            Action::Call(0, Some(running())),
            Action::Call(0, None),
            Action::Call(1, Some(running())),
        ]);
        assert_eq!(local.part.calls.len(), 1);
        assert_eq!(local.part.call(1), Some(&running()));
        assert_eq!(local.part.call(0), None);
    }
}
