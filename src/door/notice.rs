//! What the person or the server did, told once.

use super::ended::ended;
use super::snapshot::{Fingerprints, held, info, inspected, missing};
use super::token_record::{expires_at, owner, source};
use super::{ErrorRecord, TokenRecord};
use crate::protocol::json::Members;
use crate::protocol::{Json, Now};
use crate::session::inspection::Verdict;
use crate::session::view::Pasted;
use crate::session::{Expiry, Lookup, Passport, Proof, Status, View};

/// How long before the end a second warning is given, in milliseconds.
const LAST_WARNING_MS: u64 = 60_000;

/// An event of the public contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its name, without the prefix that every event of ours has.
    pub name: &'static str,
    /// Its details, written.
    pub detail: Json,
}

impl Notice {
    fn of(name: &'static str, members: Members) -> Self {
        let detail = members.into();
        Self { name, detail }
    }

    /// The server said what a token is worth.
    fn inspected(record: TokenRecord) -> Self {
        let mut members = Members::default();
        members.put("info", record);
        Self::of("inspected", members)
    }
}

/// What was told already.
#[derive(Debug)]
pub struct Watch {
    status: Status,
    /// The grant whose coming was told.
    announced: Option<u32>,
    /// The shortest distance to its end, in milliseconds, at which a warning was given.
    warned: u64,
    /// When the accounts were given that were told last: the session's, the pasted token's.
    accounts: [Option<Now>; 2],
    error: Option<ErrorRecord>,
    /// How long before the end the first warning is given, in milliseconds.
    pub warn_before_ms: u64,
}

impl Watch {
    /// A watch that has seen nothing; `warn_before_ms` milliseconds before the end it warns.
    #[must_use]
    pub fn new(warn_before_ms: u64) -> Self {
        Self {
            status: Status::Booting,
            announced: None,
            warned: u64::MAX,
            accounts: [None; 2],
            error: None,
            warn_before_ms,
        }
    }

    /// Everything that is new since the last look. `signed_out` says whether the person asked for that,
    /// which is carried out as a revocation.
    pub fn look(
        &mut self,
        view: &View,
        now: Now,
        prints: &Fingerprints,
        signed_out: bool,
    ) -> Vec<Notice> {
        let mut notices = Vec::new();
        if view.status != self.status {
            let mut members = Members::default();
            members.put("status", view.status.as_str());
            members.put("previous", self.status.as_str());
            notices.push(Notice::of("status", members));
            self.status = view.status;
        }
        let mut tell = |notice: Option<Notice>| {
            if let Some(notice) = notice {
                notices.push(notice);
            }
        };
        tell(self.arrival(view));
        tell(self.departure(view, signed_out));
        tell(self.warning(view, now));
        let [session, pasted] = self.accounts(view, prints);
        tell(session);
        tell(pasted);
        tell(self.trouble(view));
        notices
    }

    /// A token that came, told when the server was asked: one that is not ours is never told of.
    fn arrival(&mut self, view: &View) -> Option<Notice> {
        let passport = held(view)?;
        let settled = !matches!(passport.lookup, Lookup::Asking(None));
        if !settled || self.announced == Some(passport.serial) {
            return None;
        }
        self.announced = Some(passport.serial);
        self.warned = u64::MAX;
        let mut members = Members::default();
        members.put("scopes", &passport.held);
        members.put("missingScopes", &missing(passport));
        members.put("extraScopes", &passport.held.without(&passport.asked));
        members.put("expiresAt", expires_at(passport.expiry));
        members.put_known("owner", owner(passport.lookup.latest()));
        members.put("via", source(passport.via));
        Some(Notice::of("signed-in", members))
    }

    fn departure(&mut self, view: &View, signed_out: bool) -> Option<Notice> {
        self.announced?;
        let ended = ended(view.reason.as_ref(), signed_out)?;
        self.announced = None;
        self.accounts[0] = None;
        Some(Notice::of("signed-out", ended))
    }

    fn warning(&mut self, view: &View, now: Now) -> Option<Notice> {
        let Passport { serial, expiry, .. } = view.passport.as_ref()?;
        let Expiry::At(deadline) = expiry else {
            return None;
        };
        let left = deadline.remaining(now);
        // The nearest threshold that was passed and not told of.
        let mut thresholds = [LAST_WARNING_MS, self.warn_before_ms];
        thresholds.sort_unstable();
        let passed = thresholds
            .into_iter()
            .find(|threshold| left <= *threshold)?;
        if left == 0 || passed >= self.warned || self.announced != Some(*serial) {
            return None;
        }
        self.warned = passed;
        let mut members = Members::default();
        members.put("expiresAt", expires_at(*expiry));
        members.put("secondsLeft", left / 1000);
        Some(Notice::of("expiring", members))
    }

    /// What the server said of the session's token and of a pasted one.
    fn accounts(&mut self, view: &View, prints: &Fingerprints) -> [Option<Notice>; 2] {
        let of_session = held(view).and_then(|passport| known_at(&passport.lookup));
        let of_pasted = pasted_at(&view.pasted);
        let mut fresh = |place: usize, at: Option<Now>| {
            at.is_some_and(|at| self.accounts[place].replace(at) != Some(at))
        };
        let session = fresh(0, of_session).then(|| info(view, &prints.session));
        let pasted = fresh(1, of_pasted).then(|| inspected(&view.pasted, &prints.pasted));
        [session, pasted].map(|record| record.flatten().map(Notice::inspected))
    }

    fn trouble(&mut self, view: &View) -> Option<Notice> {
        let error = ErrorRecord::of_view(view);
        if error == self.error {
            return None;
        }
        self.error = error;
        let mut members = Members::default();
        members.put("error", ErrorRecord::of_view(view)?);
        Some(Notice::of("error", members))
    }
}

/// When the server said what it did.
fn known_at(lookup: &Lookup) -> Option<Now> {
    match lookup {
        Lookup::Known(inspected) => Some(inspected.at),
        Lookup::Asking(_) | Lookup::Failed { .. } => None,
    }
}

fn pasted_at(pasted: &Pasted) -> Option<Now> {
    match pasted {
        Pasted::Held {
            verdict: Verdict::Open(lookup),
            ..
        } => known_at(lookup),
        _ => None,
    }
}

/// The proof of a revocation in a word.
#[must_use]
pub fn proof_word(proof: &Proof) -> &'static str {
    match proof {
        Proof::Confirmed => "confirmed",
        Proof::AlreadyDead => "already-dead",
        Proof::Unconfirmed(_) => "unconfirmed",
    }
}

#[cfg(test)]
mod tests;
