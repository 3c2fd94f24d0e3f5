//! What the person or the server did, told once.

use super::snapshot::{Fingerprints, inspected, is_held, missing};
use super::token_record::{Owner, Source, words};
use super::{ErrorRecord, TokenRecord, iso};
use crate::protocol::json::Members;
use crate::protocol::{Json, Now};
use crate::session::{Ending, Expiry, Lookup, Passport, Proof, Reason, Status, View};

/// How long before the end a second warning is given, in milliseconds.
const LAST_WARNING_MS: u64 = 60_000;

/// The details of a notice, by the names of the public contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A token is held, and the server was asked about it or could not be.
    SignedIn {
        /// The scopes that it most probably holds.
        scopes: Vec<String>,
        /// What was asked for and is not held.
        missing_scopes: Vec<String>,
        /// What is held and was not asked for.
        extra_scopes: Vec<String>,
        /// When it ends.
        expires_at: Option<String>,
        /// Whose it is.
        owner: Option<Owner>,
        /// How it came.
        via: Source,
    },
    /// No token is held any more.
    SignedOut {
        /// Why.
        reason: &'static str,
        /// What came of a revocation.
        revoked: Option<&'static str>,
    },
    /// The status is another one.
    Status {
        /// Which it is.
        status: &'static str,
        /// Which it was.
        previous: &'static str,
    },
    /// The session ends soon.
    Expiring {
        /// When.
        expires_at: String,
        /// In how many seconds.
        seconds_left: u64,
    },
    /// The server said what a token is worth.
    Inspected {
        /// What it said.
        info: Box<TokenRecord>,
    },
    /// Something went wrong.
    Error {
        /// What.
        error: Box<ErrorRecord>,
    },
}

impl From<&Notice> for Json {
    fn from(notice: &Notice) -> Self {
        let mut members = Members::default();
        match notice {
            Notice::SignedIn {
                scopes,
                missing_scopes,
                extra_scopes,
                expires_at,
                owner,
                via,
            } => {
                members.put("scopes", scopes.as_slice());
                members.put("missingScopes", missing_scopes.as_slice());
                members.put("extraScopes", extra_scopes.as_slice());
                members.put("expiresAt", Self::or_null(expires_at.as_deref()));
                members.put_known("owner", owner.as_ref());
                members.put("via", *via);
            }
            Notice::SignedOut { reason, revoked } => {
                members.put("reason", *reason);
                members.put("revoked", Self::or_null(*revoked));
            }
            Notice::Status { status, previous } => {
                members.put("status", *status);
                members.put("previous", *previous);
            }
            Notice::Expiring {
                expires_at,
                seconds_left,
            } => {
                members.put("expiresAt", expires_at.as_str());
                members.put("secondsLeft", *seconds_left);
            }
            Notice::Inspected { info } => members.put("info", &**info),
            Notice::Error { error } => members.put("error", &**error),
        }
        members.into()
    }
}

impl Notice {
    /// The name of the event, without the prefix that every event of ours has.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::SignedIn { .. } => "signed-in",
            Self::SignedOut { .. } => "signed-out",
            Self::Status { .. } => "status",
            Self::Expiring { .. } => "expiring",
            Self::Inspected { .. } => "inspected",
            Self::Error { .. } => "error",
        }
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
    /// Whether the person asked to be signed out, which is carried out as a revocation.
    pub by_the_person: bool,
    /// How long before the end the first warning is given, in milliseconds.
    warn_before_ms: u64,
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
            by_the_person: false,
            warn_before_ms,
        }
    }

    /// Everything that is new since the last look.
    pub fn look(&mut self, view: &View, now: Now, prints: &Fingerprints) -> Vec<Notice> {
        let mut notices = Vec::new();
        if view.status != self.status {
            notices.push(Notice::Status {
                status: view.status.as_str(),
                previous: self.status.as_str(),
            });
            self.status = view.status;
        }
        notices.extend(self.arrival(view));
        notices.extend(self.departure(view));
        notices.extend(self.warning(view, now));
        notices.extend(self.accounts(view, prints));
        notices.extend(self.trouble(view));
        notices
    }

    /// A token that came, told when the server was asked: one that is not ours is never told of.
    fn arrival(&mut self, view: &View) -> Option<Notice> {
        let passport = view.passport.as_ref().filter(|_| is_held(view.status))?;
        let settled = !matches!(passport.lookup, Lookup::Asking(None));
        if !settled || self.announced == Some(passport.serial) {
            return None;
        }
        self.announced = Some(passport.serial);
        self.warned = u64::MAX;
        self.by_the_person = false;
        let record = TokenRecord::of_session(passport, String::new());
        Some(Notice::SignedIn {
            scopes: words(&passport.held),
            missing_scopes: missing(passport),
            extra_scopes: words(&passport.held.without(&passport.asked)),
            expires_at: record.expires_at().map(str::to_owned),
            owner: record.owner().cloned(),
            via: passport.via.into(),
        })
    }

    fn departure(&mut self, view: &View) -> Option<Notice> {
        self.announced?;
        let (reason, revoked) = match view.reason.as_ref()? {
            Reason::Forgotten | Reason::EndedElsewhere(Ending::Forgotten) => ("forgotten", None),
            Reason::EndedElsewhere(Ending::Revoked) => ("revoked", None),
            Reason::Expired { .. } => ("expired", None),
            Reason::Rejected | Reason::Foreign => ("rejected", None),
            Reason::Revoked { proof, .. } => ("revoked", Some(proof_word(proof))),
            // The page is on its way to another token.
            Reason::FirstVisit | Reason::Failed => return None,
        };
        let by_the_person = std::mem::take(&mut self.by_the_person) && revoked.is_some();
        self.announced = None;
        self.accounts[0] = None;
        Some(Notice::SignedOut {
            reason: if by_the_person { "user" } else { reason },
            revoked,
        })
    }

    fn warning(&mut self, view: &View, now: Now) -> Option<Notice> {
        let Passport { serial, expiry, .. } = view.passport.as_ref()?;
        let Expiry::At(deadline) = expiry else {
            return None;
        };
        let left = deadline.remaining(now);
        // The nearest threshold that was passed and not told of.
        let thresholds = [
            LAST_WARNING_MS.min(self.warn_before_ms),
            self.warn_before_ms,
        ];
        let passed = thresholds
            .into_iter()
            .find(|threshold| left <= *threshold)?;
        if left == 0 || passed >= self.warned || self.announced != Some(*serial) {
            return None;
        }
        self.warned = passed;
        Some(Notice::Expiring {
            expires_at: iso(deadline.wall()),
            seconds_left: left / 1000,
        })
    }

    fn accounts(&mut self, view: &View, prints: &Fingerprints) -> Vec<Notice> {
        let session = view
            .passport
            .as_ref()
            .filter(|_| is_held(view.status))
            .map(|passport| TokenRecord::of_session(passport, prints.session.clone()));
        let known = view
            .passport
            .as_ref()
            .and_then(|passport| match &passport.lookup {
                Lookup::Known(inspected) => Some(inspected.at),
                Lookup::Asking(_) | Lookup::Failed { .. } => None,
            });
        let pasted = inspected(&view.pasted, prints.pasted.clone());
        let asked = pasted_at(view);
        let mut notices = Vec::new();
        for (place, (record, at)) in [(session, known), (pasted, asked)].into_iter().enumerate() {
            if let (Some(info), Some(at)) = (record, at)
                && self.accounts[place].replace(at) != Some(at)
            {
                let info = Box::new(info);
                notices.push(Notice::Inspected { info });
            }
        }
        notices
    }

    fn trouble(&mut self, view: &View) -> Option<Notice> {
        let error = ErrorRecord::of_view(view);
        if error == self.error {
            return None;
        }
        self.error.clone_from(&error);
        error.map(|error| Notice::Error {
            error: Box::new(error),
        })
    }
}

/// When the server answered about the pasted token.
fn pasted_at(view: &View) -> Option<Now> {
    use crate::session::inspection::Verdict;
    use crate::session::view::Pasted;
    match &view.pasted {
        Pasted::Held {
            verdict: Verdict::Open(Lookup::Known(inspected)),
            ..
        } => Some(inspected.at),
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
