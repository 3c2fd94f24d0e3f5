//! Signing in by a window beside this page.

use std::cell::RefCell;
use std::rc::Rc;

use implicit_judge::ATTEMPT_LIFE_MS;

use super::by_hand::ByHand;
use super::watch::Watch;
use super::{Inner, Runtime};
use crate::browser::task::{sleep, spawn};
use crate::browser::window::{self, Answer, SignInWindow};
use crate::browser::{Timer, json, page, random};
use crate::protocol::text::find;
use crate::protocol::{AuthorizationRequest, Scopes, State};
use crate::session::answer::{Asked, judge};
use crate::session::record::{grant_key, write_grant};
use crate::session::{Event, Grant, Obstacle, Problem, Session, Via};

/// Milliseconds between two looks at whether the window is still there.
const LOOK_MS: u32 = 500;

/// A sign-in by a window that is under way. What it is made of is known to this file alone, so that
/// an application which opens no window carries nothing of it.
pub(super) trait Pending {
    /// What it is made of, as far as others look at it.
    fn parts(&self) -> Parts<'_>;
}

/// What a sign-in by a window is made of.
pub(super) struct Parts<'a> {
    /// The window.
    window: &'a SignInWindow,
    /// What its answer is judged by.
    asked: &'a Asked,
    /// What was seen of it.
    watch: &'a RefCell<Watch>,
    /// How the answer can come by hand, where the window may be cut off and no channel reaches it.
    by_hand: Option<&'a ByHand>,
}

impl<'a> Parts<'a> {
    /// Looks whether the window is still there; `true` when the sign-in counts as given up. Where a
    /// channel reaches the window, being cut off changes nothing: then the person who is here with the
    /// window gone has closed it.
    fn look(&self) -> bool {
        let (closed, here) = (self.window.is_closed(), window::has_focus());
        let counts = here || self.by_hand.is_some();
        self.watch.borrow_mut().look(closed && counts, here)
    }

    /// Whether a text is an answer to what was asked, as far as `state` says.
    pub(super) fn is_answer(&self, text: &str) -> bool {
        find(text, self.asked.state.expose()).is_some()
    }

    /// How the answer can come by hand, where it can come in no other way.
    pub(super) fn by_hand(&self) -> Option<&'a ByHand> {
        let cut_off = self.watch.borrow().is_cut_off();
        self.by_hand.filter(|_| cut_off)
    }
}

/// A window that was opened, and what its answer is judged by. The attempt is in memory only:
/// whatever this page stores, the window would get a copy of.
struct Waiting {
    window: SignInWindow,
    asked: Asked,
    watch: RefCell<Watch>,
    by_hand: Option<ByHand>,
    _look: Timer,
    _limit: Timer,
}

impl Pending for Waiting {
    fn parts(&self) -> Parts<'_> {
        Parts {
            window: &self.window,
            asked: &self.asked,
            watch: &self.watch,
            by_hand: self.by_hand.as_ref(),
        }
    }
}

impl Runtime {
    /// Opens the sign-in window, inside the person's click. A window that asks for the same already
    /// comes to the front instead; one that was closed, or asks for other scopes, is given up for the
    /// new one. `false` when the browser did not open it; the problem says why.
    #[must_use]
    pub fn sign_in_by_popup(&self, scopes: &Scopes) -> bool {
        if self.has_popup() {
            if self.is_waiting_for(scopes) {
                return true;
            }
            self.cancel_popup();
        }
        match self.try_open(scopes) {
            Ok(waiting) => {
                *self.0.popup.borrow_mut() = Some(Box::new(waiting));
                self.end_departure();
                self.dispatch(Event::WindowOpened);
                true
            }
            Err(obstacle) => {
                self.dispatch(Event::ProblemArose(Problem::Browser(obstacle)));
                false
            }
        }
    }

    /// Whether the window that is there asks for these scopes; it comes to the front then. One that
    /// was cut off only looks closed.
    fn is_waiting_for(&self, scopes: &Scopes) -> bool {
        let waiting = self.0.popup.borrow();
        let Some(parts) = waiting.as_ref().map(|waiting| waiting.parts()) else {
            return false;
        };
        let is_there = !parts.window.is_closed() || parts.watch.borrow().is_cut_off();
        parts.window.focus();
        is_there && parts.asked.scopes == *scopes
    }

    /// Gives the sign-in up, at the person's wish.
    pub fn cancel_popup(&self) {
        if let Some(waiting) = self.0.popup.take() {
            waiting.parts().window.close();
            self.dispatch(Event::Returned);
        }
    }

    /// Whether a sign-in window is waited for. One that only looks closed is still listened to, but
    /// nobody waits for it.
    #[must_use]
    pub fn has_popup(&self) -> bool {
        self.0.popup.borrow().is_some() && self.is_signing_in()
    }

    fn is_signing_in(&self) -> bool {
        matches!(self.0.machine.borrow().session, Session::SigningIn(_))
    }

    fn try_open(&self, scopes: &Scopes) -> Result<Waiting, Obstacle> {
        let settings = &self.0.settings;
        let bytes = random::state_bytes().map_err(|_| Obstacle::NoRandomness)?;
        let state = State::from_random(&bytes).for_popup();
        let request = AuthorizationRequest {
            client_id: &settings.client_id,
            redirect_uri: &settings.redirect_uri,
            scopes,
            state: &state,
        };
        let url = request.to_url(&settings.endpoints.authorization);
        let may = window::is_activated();
        let mut window = SignInWindow::open(&url, state.expose()).ok_or_else(|| {
            // Inside a click no browser blocks a window, but the sandbox of a frame does.
            if may && page::is_framed() {
                Obstacle::Framed
            } else {
                Obstacle::PopupBlocked
            }
        })?;
        let by_hand = ByHand::prepare(&window);
        window.listen(self.later(|runtime, answer| runtime.take_answer(&answer, Via::Popup)));
        let look = self.later(|runtime, ()| runtime.look_at_window());
        let time_is_up = self.later(|runtime, ()| runtime.give_up_waiting());
        Ok(Waiting {
            window,
            watch: RefCell::default(),
            by_hand,
            asked: Asked {
                state,
                scopes: scopes.clone(),
                at: self.now(),
            },
            _look: Timer::each(LOOK_MS, move || look(())),
            _limit: Timer::once(
                u32::try_from(ATTEMPT_LIFE_MS).unwrap_or(u32::MAX),
                move || time_is_up(()),
            ),
        })
    }

    /// A callback that does not keep the session alive.
    fn later<T>(&self, act: impl FnMut(&Self, T) + 'static) -> impl Fn(T) + 'static {
        let weak = Rc::downgrade(&self.0);
        let act = RefCell::new(act);
        move |value| {
            if let Some(inner) = weak.upgrade() {
                (act.borrow_mut())(&Self(inner), value);
            }
        }
    }

    fn look_at_window(&self) {
        let before = self.paste();
        let waiting = self.0.popup.borrow();
        let given_up = waiting
            .as_ref()
            .is_some_and(|waiting| waiting.parts().look());
        drop(waiting);
        if given_up {
            self.dispatch(Event::Returned);
        }
        if before != self.paste() {
            self.tell_again();
        }
    }

    fn give_up_waiting(&self) {
        if let Some(waiting) = self.0.popup.take() {
            waiting.parts().window.close();
            self.dispatch(Event::DepartureFailed(Obstacle::PopupTimeout));
        }
    }

    /// The first answer counts, whatever it is worth (one attempt, one answer). It counts although
    /// the window had looked closed, unless the person has done something else since.
    pub(super) fn take_answer(&self, answer: &Answer, via: Via) {
        let Some(waiting) = self.0.popup.take() else {
            return;
        };
        self.dispatch(Event::WindowAnswered);
        if self.is_signing_in() {
            self.judge_answer(&waiting.parts(), answer, via);
        }
        // The word must have left before the channel closes.
        spawn(async move {
            sleep(LOOK_MS).await;
            drop(waiting);
        });
    }

    fn judge_answer(&self, Parts { window, asked, .. }: &Parts<'_>, answer: &Answer, via: Via) {
        window.confirm();
        let mut judged = judge(&answer.hash, &answer.search, asked, self.now());
        if let Ok(grant) = &mut judged {
            grant.via = via;
            self.0.keep_grant(grant);
        }
        self.dispatch(Event::Answered(judged));
    }
}

impl Inner {
    /// Keeps the record of a new grant. Where the browser refuses, memory holds it as long as the
    /// page: the session does not depend on its record. That of the grant before goes either way.
    fn keep_grant(&self, grant: &Grant) {
        if let Some(text) = json::write(&write_grant(grant, &self.settings)) {
            let key = grant_key(&self.settings);
            if self.browser.storage.set(&key, &text).is_err() {
                self.browser.storage.remove(&key);
            }
        }
    }
}
