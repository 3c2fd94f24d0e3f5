//! Carrying out what the machine asks for.

use super::Runtime;
use super::boot::record_at;
use crate::browser::task::spawn;
use crate::protocol::{AccessToken, Now, RevocationRequest};
use crate::session::record::{OUTCOME_KEY, grant_key, stamp};
use crate::session::{Effect, Event, Inspection};

impl Runtime {
    pub(super) fn carry_out(&self, effect: Effect) {
        match effect {
            Effect::Depart(scopes) => self.depart(&scopes),
            Effect::Erase(stamp) => self.erase(stamp),
            Effect::DropOutcome => self.0.browser.storage.remove(OUTCOME_KEY),
            Effect::AskInfo(serial) => self.ask_info(serial),
            Effect::SendRevocation(serial) => self.send_revocation(serial),
            Effect::TellCopies(ending, stamp) => {
                if let Some((tabs, _)) = &*self.0.hold.borrow() {
                    tabs.say(&ending.words(stamp));
                }
            }
        }
    }

    fn erase(&self, ours: Now) {
        let browser = &self.0.browser;
        let key = grant_key(&self.0.settings);
        let kept = record_at(browser, &key).as_ref().and_then(stamp);
        if kept.is_none_or(|kept| kept == ours) {
            browser.storage.remove(&key);
        }
    }

    fn ask_info(&self, serial: u32) {
        let Some(token) = self.token_of(serial) else {
            return;
        };
        let runtime = self.clone();
        spawn(async move {
            let outcome = runtime.inquire(&token).await;
            runtime.dispatch(Event::InfoAnswered { serial, outcome });
        });
    }

    fn send_revocation(&self, serial: u32) {
        let Some(token) = self.token_of(serial) else {
            return;
        };
        let request = RevocationRequest {
            token: &token,
            client_id: &self.0.settings.client_id,
        }
        .to_request(&self.0.settings.endpoints.revocation);
        let runtime = self.clone();
        spawn(async move {
            let answer = runtime.revoke(&request, &token).await;
            runtime.dispatch(Event::RevocationAnswered { serial, answer });
        });
    }

    /// The token of this serial, held or pasted.
    pub(super) fn token_of(&self, serial: u32) -> Option<AccessToken> {
        let machine = self.0.machine.borrow();
        let grant = machine.session.grant();
        if let Some(grant) = grant.filter(|grant| grant.serial == serial) {
            return Some(grant.token_to_revoke().clone());
        }
        match &machine.inspection {
            Inspection::Held(specimen) if specimen.serial == serial => Some(specimen.token.clone()),
            Inspection::Held(_) | Inspection::Empty | Inspection::Unrecognised(_) => None,
        }
    }
}
