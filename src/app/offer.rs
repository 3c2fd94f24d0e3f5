//! The calls that are offered to the person: what a row of their table shows, and who makes them.

use std::cell::Cell;
use std::rc::Rc;

use super::desk::Desk;
use super::local::Part;
use crate::components::{Element, el};
use crate::runtime::{CallOutcome, Progress};

/// A list of calls and who makes them. A call is named by its place in the list.
pub(super) trait Offer {
    /// The call at a place; none behind the last one.
    fn row<'a>(&'a self, desk: &Desk, part: &'a Part, place: usize) -> Option<Row<'a>>;
    /// Makes it.
    fn run(&self, desk: &Desk, place: usize);
    /// Has it go no further where it waits: what it waits for is its answer.
    fn stop(&self, desk: &Desk, place: usize);
    /// The command that makes it where no browser hides the answer.
    fn command(&self, desk: &Desk, place: usize) -> Option<String>;
}

/// A call, and where it stands. Its texts belong to whoever offers it.
pub(super) struct Row<'a> {
    /// Its name.
    pub(super) id: &'a str,
    /// The HTTP method.
    pub(super) method: &'a str,
    /// The path below the API base.
    pub(super) path: &'a str,
    /// What it does, drawn.
    pub(super) title: Element,
    /// The scopes to ask for so that it works, with spaces between.
    pub(super) needs: &'a str,
    /// All that would do, drawn.
    pub(super) tags: Element,
    /// Where it stands; nothing where it was not made, or could not be sent.
    pub(super) state: Option<&'a CallState>,
    /// Whether it is the one that is spoken of below the table.
    pub(super) is_last: bool,
}

/// Where a call stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallState {
    /// It runs, or waits for the server's pause to end, while its permit lasts.
    Running(Progress, Permit),
    /// It was answered, or failed.
    Done(CallOutcome),
}

/// Whether a call may go on.
pub type Permit = Rc<Cell<bool>>;

/// What a call does.
pub(super) fn title(text: &str) -> Element {
    el("span.sell-call-title").text(text)
}

/// Scopes, with spaces between.
pub(super) fn tag(scopes: &str) -> Element {
    el("code.sell-tag").text(scopes)
}
