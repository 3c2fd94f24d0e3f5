//! Leaving for the authorization server.

use super::Runtime;
use super::boot::record_at;
use crate::browser::task::{sleep, spawn};
use crate::browser::{BrowserError, Durability, json, page, random};
use crate::protocol::text::cut;
use crate::protocol::{AuthorizationRequest, ConfigError, Scopes, State};
use crate::session::record::{ATTEMPTS_KEY, Attempts};
use crate::session::{Event, Obstacle, Problem};

/// Milliseconds after which a page that is still here was not let go.
const STALLED_MS: u32 = 10_000;

impl Runtime {
    /// Keeps an attempt and goes. Nothing is sent before the attempt is kept: an answer that
    /// could not be recognised would only put the token into the address for nothing.
    pub(super) fn depart(&self, scopes: &Scopes) {
        self.0.popup.take();
        if let Err(obstacle) = self.try_depart(scopes) {
            self.dispatch(Event::DepartureFailed(obstacle));
        }
    }

    /// Signs in by a window, as [`sign_in_by_popup`](Self::sign_in_by_popup), unless its answer would
    /// come to this very page: without the capture script nothing here hands it over.
    #[must_use]
    pub fn sign_in_beside(&self, scopes: &Scopes) -> bool {
        let answer = self.0.settings.redirect_uri.as_str();
        let here = page::address();
        let is_here = here.is_some_and(|here| cut(answer, b'?').0 == here.as_str());
        if is_here && !page::has_capture() {
            let fault = Problem::Config(ConfigError::OwnPage);
            self.dispatch(Event::ProblemArose(fault));
            return false;
        }
        self.sign_in_by_popup(scopes)
    }

    fn try_depart(&self, scopes: &Scopes) -> Result<(), Obstacle> {
        let (settings, browser) = (&self.0.settings, &self.0.browser);
        if page::is_framed() {
            return Err(Obstacle::Framed);
        }
        if browser.storage.durability() == Durability::Page {
            return Err(Obstacle::StorageBlocked);
        }
        let bytes = random::state_bytes().map_err(|_| Obstacle::NoRandomness)?;
        let state = State::from_random(&bytes);
        self.keep_attempt(scopes, &state)?;
        let request = AuthorizationRequest {
            client_id: &settings.client_id,
            redirect_uri: &settings.redirect_uri,
            scopes,
            state: &state,
        };
        page::leave_for(&request.to_url(&settings.endpoints.authorization))
            .map_err(|_| Obstacle::Stalled)?;
        self.watch_departure();
        Ok(())
    }

    fn keep_attempt(&self, scopes: &Scopes, state: &State) -> Result<(), Obstacle> {
        let browser = &self.0.browser;
        let now = self.now();
        let return_to = page::href().unwrap_or_default();
        let mut attempts = Attempts::stored(record_at(browser, ATTEMPTS_KEY));
        attempts.begin(&self.0.settings, scopes, state, now, &return_to);
        attempts.sweep(now);
        let text = json::write(&attempts.into()).ok_or(Obstacle::StorageBlocked)?;
        browser
            .storage
            .set(ATTEMPTS_KEY, &text)
            .map_err(|error| match error {
                BrowserError::Full => Obstacle::StorageFull,
                BrowserError::Forbidden | BrowserError::Missing | BrowserError::Other => {
                    Obstacle::StorageBlocked
                }
            })
    }

    /// Going away ends the timer with the page. A page that comes back has it still, so it counts for
    /// its own departure only.
    fn watch_departure(&self) {
        let runtime = self.clone();
        let ours = self.end_departure();
        spawn(async move {
            sleep(STALLED_MS).await;
            if ours == runtime.0.departures.get() {
                runtime.dispatch(Event::DepartureFailed(Obstacle::Stalled));
            }
        });
    }

    /// Nothing is left of the departures so far. Gives the number of the next one.
    pub(super) fn end_departure(&self) -> u32 {
        let next = self.0.departures.get() + 1;
        self.0.departures.set(next);
        next
    }
}
