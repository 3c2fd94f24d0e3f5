//! What the screen remembers, and what changes it.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use sell_elements::components::Theme;
use yew::functional::UseForceUpdateHandle;

use crate::contract::{Attribute, Element};
use crate::held::Held;
use crate::link::Choice;
use crate::settings::Start;
use crate::snippet::Stack;

/// How many events are kept.
const MOST_EVENTS: usize = 50;

/// Something that can be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Copied {
    /// The code.
    Code,
    /// The address.
    Link,
}

/// An event that the element fired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heard {
    /// Which of all that were heard.
    pub(crate) number: usize,
    pub(crate) name: String,
    /// The time of day.
    pub(crate) at: String,
    /// What it says, as JSON.
    pub(crate) detail: String,
}

/// One line of the element's own check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Check {
    pub(crate) id: String,
    pub(crate) ok: Option<bool>,
    pub(crate) found: String,
    /// The line to change; empty where there is none.
    pub(crate) fix: String,
}

/// Where the check stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Checks {
    /// Not asked for.
    #[default]
    None,
    /// Under way.
    Running,
    /// Made; none where the element gave no answer.
    Done(Option<Vec<Check>>),
}

/// Everything.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) choice: Choice,
    pub(crate) theme: Theme,
    pub(crate) copied: Option<Copied>,
    /// The newest first.
    pub(crate) events: Vec<Heard>,
    heard: usize,
    pub(crate) checks: Checks,
    /// What the sign-in element said last, once it was asked.
    pub(crate) held: Option<Held>,
    /// What is said to screen readers.
    pub(crate) said: String,
    /// What is being typed for an attribute that is not turned until all of it is.
    draft: Option<(&'static str, String)>,
}

/// A change.
#[derive(Debug)]
pub(crate) enum Action {
    Element(&'static Element),
    Stack(Stack),
    Turn(&'static Attribute, String),
    Draft(&'static Attribute, String),
    Reset,
    Theme(Theme),
    Copied(Copied),
    Heard {
        name: String,
        at: String,
        detail: String,
    },
    ClearEvents,
    Checks(Checks),
    Held(Held),
    Say(String),
}

impl State {
    pub(crate) fn new(choice: Choice) -> Self {
        Self {
            choice,
            theme: Theme::default(),
            copied: None,
            events: Vec::new(),
            heard: 0,
            checks: Checks::default(),
            held: None,
            said: String::new(),
            draft: None,
        }
    }

    /// What is being typed for an attribute.
    pub(crate) fn draft(&self, attribute: &Attribute) -> Option<&str> {
        let (name, text) = self.draft.as_ref()?;
        (*name == attribute.name).then_some(text)
    }

    pub(crate) fn change(&mut self, action: Action, start: &Start) {
        match action {
            Action::Element(element) => self.choice.element = element,
            Action::Stack(stack) => self.choice.stack = stack,
            Action::Turn(attribute, text) => {
                self.choice.values.set(attribute, &text);
                self.draft = None;
            }
            Action::Draft(attribute, text) => {
                self.draft = Some((attribute.name, text));
                return;
            }
            Action::Reset => {
                self.choice.values = start.values.clone();
                self.draft = None;
            }
            Action::Theme(theme) => self.theme = theme,
            Action::Copied(what) => {
                self.copied = Some(what);
                return;
            }
            Action::Heard { name, at, detail } => {
                self.heard += 1;
                let number = self.heard;
                self.events.truncate(MOST_EVENTS - 1);
                self.events.insert(
                    0,
                    Heard {
                        number,
                        name,
                        at,
                        detail,
                    },
                );
                return;
            }
            Action::ClearEvents => self.events.clear(),
            Action::Checks(checks) => self.checks = checks,
            Action::Held(held) => {
                self.held = Some(held);
                return;
            }
            Action::Say(said) => {
                self.said = said;
                return;
            }
        }
        // What was copied is no longer what is shown.
        self.copied = None;
    }
}

/// The one place where the state is, and the way to draw it again.
#[derive(Clone)]
pub(crate) struct Store {
    pub(crate) start: Rc<Start>,
    pub(crate) state: Rc<RefCell<State>>,
    pub(crate) redraw: UseForceUpdateHandle,
}

impl Store {
    /// The state as it is now. Let go of it before anything is dispatched.
    pub(crate) fn look(&self) -> Ref<'_, State> {
        self.state.borrow()
    }

    /// Changes the state and draws the screen again.
    pub(crate) fn dispatch(&self, action: Action) {
        self.state.borrow_mut().change(action, &self.start);
        self.redraw.force_update();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link;
    use crate::values::tests::{attribute, values};

    fn start() -> Start {
        Start {
            values: values(&[("client-id", "mine")]),
            page: None,
            is_set_up: true,
        }
    }

    fn state() -> State {
        State::new(link::read(&start(), |_| None))
    }

    fn heard(name: &str) -> Action {
        let [name, at, detail] = [name, "12:00:00", "{}"].map(str::to_owned);
        Action::Heard { name, at, detail }
    }

    #[test]
    fn a_reset_puts_every_knob_back_and_leaves_the_element() {
        let mut state = state();
        let token = Element::named("sell-token");
        for action in [
            Action::Element(token),
            Action::Turn(attribute("client-id"), "other".to_owned()),
            Action::Turn(attribute("theme"), "dark".to_owned()),
            Action::Reset,
        ] {
            state.change(action, &start());
        }
        assert_eq!(state.choice.values, start().values);
        assert_eq!(state.choice.element, token);
    }

    #[test]
    fn what_is_being_typed_turns_nothing_until_it_is_all_there() {
        let (mut state, client) = (state(), attribute("client-id"));
        state.change(Action::Draft(client, "oth".to_owned()), &start());
        state.change(heard("sell-status"), &start());
        assert_eq!(state.draft(client), Some("oth"));
        assert_eq!(state.choice.values.get(client), "mine");
        state.change(Action::Turn(client, "other".to_owned()), &start());
        assert_eq!(state.draft(client), None);
        assert_eq!(state.choice.values.get(client), "other");
    }

    #[test]
    fn the_newest_event_stands_first_and_old_ones_go() {
        let mut state = state();
        for number in 0..=MOST_EVENTS {
            state.change(heard(&number.to_string()), &start());
        }
        assert_eq!(state.events.len(), MOST_EVENTS);
        assert_eq!(state.events[0].name, MOST_EVENTS.to_string());
    }

    #[test]
    fn what_was_copied_is_forgotten_when_the_code_changes_but_not_when_something_is_heard() {
        let mut state = state();
        state.change(Action::Copied(Copied::Code), &start());
        state.change(heard("sell-status"), &start());
        assert_eq!(state.copied, Some(Copied::Code));
        state.change(Action::Stack(Stack::Vue), &start());
        assert_eq!(state.copied, None);
    }
}
