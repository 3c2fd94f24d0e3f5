//! What is held while signed in.

use std::rc::Rc;

use super::expiry::{Deadline, Expiry, Now};
use crate::protocol::token_info::{Remaining, TokenInfo};
use crate::protocol::{AccessToken, Failure, Scopes};

/// How a token came to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Via {
    /// By redirect, in this page load.
    Redirect,
    /// From a sign-in window that this page opened.
    Popup,
    /// From such a window, by the person's own hand.
    Paste,
    /// From the record that this tab keeps.
    Restored,
}

/// A token with what is known about it. The three accounts of its worth are kept apart: what
/// was asked, what the redirect said, and what the server says now.
#[derive(Debug)]
pub struct Grant {
    /// Which grant of this page this is; another number once it was revoked.
    pub serial: u32,
    token: AccessToken,
    /// The scopes that were asked for.
    pub asked: Scopes,
    /// The scopes of the redirect; absent means "as asked" (RFC 6749 §4.2.2).
    pub said: Option<Scopes>,
    /// `expires_in` of the redirect, in seconds.
    pub expires_in: Option<u32>,
    /// When it was received.
    pub received: Now,
    /// The same as its record has it, whatever the clocks show since: by this, copies of a grant
    /// know each other. It tells nothing of the token.
    pub stamp: Now,
    /// When it ends, as far as anybody said.
    pub expiry: Expiry,
    /// How it came.
    pub via: Via,
    /// What the server says.
    pub lookup: Lookup,
}

/// What the server said about the token, and when.
#[derive(Debug, PartialEq, Eq)]
pub struct Inspected {
    /// Its account.
    pub info: TokenInfo,
    /// When it was given.
    pub at: Now,
}

/// How far asking the server has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// It is being asked; the account before, if there is one, still stands.
    Asking(Option<Rc<Inspected>>),
    /// It answered.
    Known(Rc<Inspected>),
    /// It could not be asked. That says nothing about the token.
    Failed {
        /// Why.
        failure: Failure,
        /// The account before.
        before: Option<Rc<Inspected>>,
    },
}

impl Lookup {
    /// The latest account.
    #[must_use]
    pub fn latest(&self) -> Option<&Inspected> {
        match self {
            Self::Known(inspected) => Some(inspected),
            Self::Asking(before) | Self::Failed { before, .. } => before.as_deref(),
        }
    }

    /// A new question is on its way.
    pub fn ask(&mut self) {
        *self = Self::Asking(self.take());
    }

    /// The question failed.
    pub fn fail(&mut self, failure: Failure) {
        *self = Self::Failed {
            failure,
            before: self.take(),
        };
    }

    /// The question was answered.
    pub fn learn(&mut self, info: TokenInfo, at: Now) {
        *self = Self::Known(Rc::new(Inspected { info, at }));
    }

    fn take(&mut self) -> Option<Rc<Inspected>> {
        match std::mem::replace(self, Self::Asking(None)) {
            Self::Known(inspected) => Some(inspected),
            Self::Asking(before) | Self::Failed { before, .. } => before,
        }
    }
}

/// What a redirect brought, before it is a grant.
#[derive(Debug)]
pub struct Received {
    /// The token.
    pub token: AccessToken,
    /// The scopes that were asked for.
    pub asked: Scopes,
    /// The scopes of the redirect.
    pub said: Option<Scopes>,
    /// `expires_in`, in seconds.
    pub expires_in: Option<u32>,
    /// When.
    pub at: Now,
    /// How.
    pub via: Via,
}

impl Grant {
    /// A grant of which the server has not been asked yet.
    #[must_use]
    pub fn new(received: Received) -> Self {
        Self {
            serial: 0,
            token: received.token,
            asked: received.asked,
            said: received.said,
            expires_in: received.expires_in,
            received: received.at,
            stamp: received.at,
            expiry: Expiry::from_redirect(received.at, received.expires_in),
            via: received.via,
            lookup: Lookup::Asking(None),
        }
    }

    /// The token, while it may be used: nothing can sign a request after the deadline.
    #[must_use]
    pub fn live_token(&self, now: Now) -> Option<&AccessToken> {
        (!self.expiry.has_passed(now)).then_some(&self.token)
    }

    /// The token even after its deadline, for revoking it and for proving that it is dead.
    #[must_use]
    pub fn token_to_revoke(&self) -> &AccessToken {
        &self.token
    }

    /// The last characters, for the masked view.
    #[must_use]
    pub fn last_four(&self) -> &str {
        self.token.last_four()
    }

    /// The scopes that it most probably holds: the server's word before the redirect's before
    /// what was asked.
    #[must_use]
    pub fn held(&self) -> &Scopes {
        let told = self
            .lookup
            .latest()
            .and_then(|inspected| inspected.info.scopes.as_ref());
        told.or(self.said.as_ref()).unwrap_or(&self.asked)
    }

    /// Takes the server's account in: the deadline can only come nearer.
    pub fn learn(&mut self, info: TokenInfo, now: Now) {
        self.expiry = self.expiry.narrowed_by(told_expiry(&info, now));
        self.lookup.learn(info, now);
    }
}

/// The end of life that the server's account speaks of.
#[must_use]
pub fn told_expiry(info: &TokenInfo, now: Now) -> Expiry {
    match info.remaining {
        Remaining::Seconds(seconds) => Expiry::At(Deadline::after(now, seconds)),
        Remaining::Never => Expiry::Never,
        Remaining::Unknown => Expiry::Unknown,
    }
}
