//! The shape of a catalogue: which sentences there are, grouped by where they stand.

mod actions;
mod announcements;
mod calls;
mod embed;
mod notes;
mod panels;
mod setup;
mod sign_in;
mod token;

pub use actions::Actions;
pub use announcements::Announcements;
pub use calls::Calls;
pub use embed::{CodeNotes, Embed};
pub use notes::{ConfigFaults, Endings, Notes, Sentences, UnsentNotes};
pub use panels::Panels;
pub use setup::Setup;
pub use sign_in::{Paste, ScopeMeanings, Start};
pub use token::{Cells, Dialog, Passport, Revoked, Token, Verdicts};

use super::advice::AdviceText;
use super::time::Unit;
use super::{ErrorKind, Phrase, Word};

/// All words of one language. Each group stands by itself, so that a program carries only the groups
/// that it speaks from.
#[derive(Debug)]
pub struct Words {
    /// Names of buttons.
    pub actions: &'static Actions,
    /// What stands on every page.
    pub frame: &'static Frame,
    /// The Start screen.
    pub start: &'static Start,
    /// What each scope means.
    pub scopes: &'static ScopeMeanings,
    /// The paste form.
    pub paste: &'static Paste,
    /// The one-line answers.
    pub verdicts: &'static Verdicts,
    /// The Token screen.
    pub token: &'static Token,
    /// The passport's headings.
    pub passport: &'static Passport,
    /// What stands where a value is not.
    pub cells: &'static Cells,
    /// What Sell said to a revocation.
    pub revoked: &'static Revoked,
    /// The dialog before a revocation.
    pub revoke_dialog: &'static Dialog,
    /// The table of calls.
    pub calls: &'static Calls,
    /// The Setup screen.
    pub setup: &'static Setup,
    /// Notices of the app's own.
    pub notes: &'static Notes,
    /// How a session ended that nobody ended here.
    pub endings: &'static Endings,
    /// Why a host's request was not sent.
    pub unsent: &'static UnsentNotes,
    /// What is wrong with a setting.
    pub config: &'static ConfigFaults,
    /// What is said to screen readers only.
    pub announcements: &'static Announcements,
    /// Times.
    pub time: &'static Times,
    /// Reasons for [`super::cause`]: capital first, no full stop.
    pub causes: &'static Causes,
    /// An amount of a unit, in the plural that this language wants.
    pub amount: fn(u64, Unit) -> String,
    /// What to say about each kind of failure.
    pub advice: fn(ErrorKind) -> &'static AdviceText,
}

/// What stands on every page.
#[derive(Debug)]
pub struct Frame {
    /// The name of the product.
    pub name: Word,
    /// Names the navigation for screen readers.
    pub views: Word,
    /// The link past the header.
    pub skip: Word,
    /// Tab: the Token screen.
    pub token: Word,
    /// Tab: the Embed screen.
    pub embed: Word,
    /// Tab: the Setup screen.
    pub setup: Word,
    /// Legend of the theme switch.
    pub theme: Word,
    /// Theme: as the system.
    pub theme_auto: Word,
    /// Theme: light.
    pub theme_light: Word,
    /// Theme: dark.
    pub theme_dark: Word,
    /// The notice that the token does not reach other tabs.
    pub tab_notice: Word,
    /// Badge while nobody is signed in.
    pub signed_out: Word,
    /// Badge while signed in, with `{scopes}` and `{left}`.
    pub connected: Phrase,
    /// In front of a quotation of Sell.
    pub sell_says: Word,
    /// What a skeleton stands for, for screen readers.
    pub loading: Word,
}

/// Words around spans of time; the spans themselves come from [`super::time`].
#[derive(Debug)]
pub struct Times {
    /// No time left to a moment ahead.
    pub now: Word,
    /// No time since a moment past.
    pub just_now: Word,
    /// `{span}` ahead.
    pub ahead: Phrase,
    /// `{span}` past.
    pub past: Phrase,
    /// `{span}` that remains.
    pub left: Phrase,
    /// `{relative}` with the `{clock}` beside it.
    pub with_clock: Phrase,
    /// The clock at `{local}` and `{utc}`.
    pub clock: Phrase,
    /// The clock at `{utc}`, where that is the local time too.
    pub clock_utc: Phrase,
    /// What stands in place of a span where a session has no end.
    pub no_end: Word,
    /// The same where nobody said when it ends.
    pub end_unknown: Word,
}

/// Reasons that go into a longer sentence: capital first, no full stop.
#[derive(Debug)]
pub struct Causes {
    /// No security code came back.
    pub missing_state: Word,
    /// The security code is not one of ours.
    pub unknown_state: Word,
    /// The sign-in was begun too long ago.
    pub expired_attempt: Word,
    /// The token was made for another app: RFC 6749 §10.16.
    pub foreign_token: Word,
    /// The storage has no room.
    pub storage_full: Word,
    /// The callback page was opened by hand.
    pub not_an_answer: Word,
    /// The answer came to a page without the script that takes it.
    pub not_captured: Word,
    /// The answer is far larger than an answer can be.
    pub too_large: Word,
    /// An answer cannot be read where others of the same server can.
    pub hidden_refusal: Word,
    /// A parameter came twice: RFC 6749 §3.1.
    pub repeated_parameter: Word,
    /// A token and an error in one answer.
    pub token_and_error: Word,
    /// The token came in the query, which servers log.
    pub token_in_query: Word,
    /// The token is of no type or of one we cannot use: RFC 6749 §7.1.
    pub token_type: Word,
    /// Nothing could be read from it.
    pub unreadable_answer: Word,
}
