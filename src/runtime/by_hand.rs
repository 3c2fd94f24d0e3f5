//! The answer of a sign-in window that cannot reach this page, carried over by the person.

use std::cell::Cell;

use super::Runtime;
use crate::browser::window::{Answer, SignInWindow};
use crate::browser::{page, random};
use crate::session::pad::PAD_LENGTH;
use crate::session::{Pad, Via};

/// By what an answer can come by hand.
pub(super) struct ByHand {
    pad: Pad,
    /// Whether what was pasted last was something else.
    misfit: Cell<bool>,
}

impl ByHand {
    /// Leaves a pad in a window that was just opened, where it may be needed: by a frame of another
    /// site, which no channel reaches. Without views there is nowhere to paste, so nothing is left.
    pub(super) fn prepare(window: &SignInWindow) -> Option<Self> {
        if !cfg!(feature = "ui") || !page::is_in_foreign_frame() {
            return None;
        }
        let mut bytes = vec![0; PAD_LENGTH];
        random::fill(&mut bytes).ok()?;
        let pad = Pad::from_random(&bytes);
        window.leave(pad.letters()).then(|| Self {
            pad,
            misfit: Cell::new(false),
        })
    }
}

/// Whether an answer is awaited by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paste {
    /// It is not, or it may still come by itself.
    Unneeded,
    /// It is.
    Awaited,
    /// It is, and something else was pasted.
    Misfit,
}

impl Runtime {
    /// Whether the person has to carry the answer over: the sign-in window cannot reach this page,
    /// as far as can be seen.
    #[must_use]
    pub fn paste(&self) -> Paste {
        let waiting = self.0.popup.borrow();
        match waiting
            .as_ref()
            .and_then(|waiting| waiting.parts().by_hand())
        {
            None => Paste::Unneeded,
            Some(by_hand) if by_hand.misfit.get() => Paste::Misfit,
            Some(_) => Paste::Awaited,
        }
    }

    /// Takes what the person copied in the sign-in window. It is judged as any answer of that window
    /// is; what is not one leaves the sign-in as it was.
    pub fn take_pasted(&self, sealed: &str) {
        match self.unsealed(sealed) {
            Some(answer) => self.take_answer(&answer, Via::Paste),
            None => self.tell_again(),
        }
    }

    /// The answer that was asked for, out of what was pasted.
    fn unsealed(&self, sealed: &str) -> Option<Answer> {
        let waiting = self.0.popup.borrow();
        let parts = waiting.as_ref()?.parts();
        let by_hand = parts.by_hand()?;
        let text = by_hand.pad.open(sealed);
        let text = text.filter(|text| parts.is_answer(text));
        by_hand.misfit.set(text.is_none());
        text.as_deref().map(Answer::parse)
    }
}
