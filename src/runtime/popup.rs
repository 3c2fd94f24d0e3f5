//! Signing in by a window beside this page.

use std::rc::Rc;

use gloo_timers::callback::{Interval, Timeout};
use implicit_judge::ATTEMPT_LIFE_MS;

use super::{Inner, Runtime};
use crate::browser::window::{self, Answer, SignInWindow};
use crate::browser::{json, page, random};
use crate::protocol::{AuthorizationRequest, Scopes, State};
use crate::session::answer::{Asked, judge};
use crate::session::record::{GrantRecord, grant_key};
use crate::session::{Event, Grant, Obstacle, Problem, Session};

/// Milliseconds between two looks at whether the window is still there.
const LOOK_MS: u32 = 500;

/// How many looks in a row must find the window gone, and the person on this page, before the
/// sign-in counts as given up: an answer may be on its way.
const LOOKS_BEFORE_GIVING_UP: u32 = 4;

/// A sign-in by a window that is under way. What it is made of is known to this file alone, so that
/// an application which opens no window carries nothing of it.
pub(super) trait Pending {
    /// The window, and what its answer is judged by.
    fn parts(&self) -> (&SignInWindow, &Asked);
}

/// A window that was opened, and what its answer is judged by. The attempt is in memory only:
/// whatever this page stores, the window would get a copy of.
struct Waiting {
    window: SignInWindow,
    asked: Asked,
    _look: Interval,
    _limit: Timeout,
}

impl Pending for Waiting {
    fn parts(&self) -> (&SignInWindow, &Asked) {
        (&self.window, &self.asked)
    }
}

impl Runtime {
    /// Opens the sign-in window, inside the person's click. A window that is open already comes to
    /// the front instead. `false` when the browser did not open it; the problem says why.
    #[must_use]
    pub fn sign_in_by_popup(&self, scopes: &Scopes) -> bool {
        if let Some(waiting) = &*self.0.popup.borrow() {
            waiting.parts().0.focus();
            return true;
        }
        match self.try_open(scopes) {
            Ok(waiting) => {
                *self.0.popup.borrow_mut() = Some(Box::new(waiting));
                self.dispatch(Event::WindowOpened);
                true
            }
            Err(obstacle) => {
                self.dispatch(Event::ProblemArose(Problem::Browser(obstacle)));
                false
            }
        }
    }

    /// Gives the sign-in up, at the person's wish.
    pub fn cancel_popup(&self) {
        if let Some(waiting) = self.0.popup.take() {
            waiting.parts().0.close();
            self.dispatch(Event::Returned);
        }
    }

    /// Whether a sign-in window is open.
    #[must_use]
    pub fn has_popup(&self) -> bool {
        self.0.popup.borrow().is_some()
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
        window.listen(self.later(|runtime, answer| runtime.take_answer(&answer)));
        let mut missed = 0;
        let look = self.later(move |runtime, ()| {
            let gone = runtime.is_given_up();
            missed = if gone { missed + 1 } else { 0 };
            if missed == LOOKS_BEFORE_GIVING_UP {
                runtime.cancel_popup();
            }
        });
        let time_is_up = self.later(|runtime, ()| runtime.give_up_waiting());
        Ok(Waiting {
            window,
            asked: Asked {
                state,
                scopes: scopes.clone(),
                at: self.now(),
            },
            _look: Interval::new(LOOK_MS, move || look(())),
            _limit: Timeout::new(
                u32::try_from(ATTEMPT_LIFE_MS).unwrap_or(u32::MAX),
                move || time_is_up(()),
            ),
        })
    }

    /// A callback that does not keep the session alive.
    fn later<T>(&self, act: impl FnMut(&Self, T) + 'static) -> impl Fn(T) + 'static {
        let weak = Rc::downgrade(&self.0);
        let act = std::cell::RefCell::new(act);
        move |value| {
            if let Some(inner) = weak.upgrade() {
                (act.borrow_mut())(&Self(inner), value);
            }
        }
    }

    /// A window that cut itself off from us looks closed from the start (M12), so that alone means
    /// nothing: the person must be back here as well.
    fn is_given_up(&self) -> bool {
        let waiting = self.0.popup.borrow();
        waiting
            .as_ref()
            .is_some_and(|waiting| waiting.parts().0.is_closed() && window::has_focus())
    }

    fn give_up_waiting(&self) {
        if let Some(waiting) = self.0.popup.take() {
            waiting.parts().0.close();
            self.dispatch(Event::DepartureFailed(Obstacle::PopupTimeout));
        }
    }

    /// The first answer counts, whatever it is worth (one attempt, one answer).
    fn take_answer(&self, answer: &Answer) {
        let Some(waiting) = self.0.popup.take() else {
            return;
        };
        let (window, asked) = waiting.parts();
        window.confirm();
        let judged = judge(&answer.hash, &answer.search, asked, self.now());
        if let (Ok(grant), Session::SigningIn(_)) = (&judged, &self.0.machine.borrow().session) {
            self.0.keep_grant(grant);
        }
        self.dispatch(Event::Answered(judged));
        // The word must have left before the channel closes.
        Timeout::new(LOOK_MS, move || drop(waiting)).forget();
    }
}

impl Inner {
    /// Keeps the record of a new grant. Where the browser refuses, memory holds it as long as the
    /// page: the session does not depend on its record.
    fn keep_grant(&self, grant: &Grant) {
        if let Some(text) = json::write(&GrantRecord::new(grant, &self.settings)) {
            let _ = self.browser.storage.set(&grant_key(&self.settings), &text);
        }
    }
}
