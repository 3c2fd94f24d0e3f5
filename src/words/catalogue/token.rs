//! The Token screen: verdict first, then what was asked, said and measured.

use crate::words::{Phrase, Word};

/// The one-line answers.
#[derive(Debug)]
pub struct Verdicts {
    /// Sell accepts the token.
    pub works: Word,
    /// Sell accepts it, and it ends before long.
    pub soon: Word,
    /// Its time is over.
    pub expired: Word,
    /// Sell answered 401.
    pub refused: Word,
    /// No readable answer.
    pub unknown: Word,
    /// A check is under way.
    pub checking: Word,
    /// A revocation is under way.
    pub revoking: Word,
    /// Revoked and proven dead.
    pub revoked: Word,
    /// Detail: when it ends, with `{when}`.
    pub expires: Phrase,
    /// Detail: it never ends.
    pub never: Word,
    /// Detail: nobody said when it ends.
    pub end_unknown: Word,
    /// When Sell was asked last, with `{when}`.
    pub checked: Phrase,
}

/// Words of the Token screen.
#[derive(Debug)]
pub struct Token {
    /// Label of the masked token.
    pub label: Word,
    /// How the mask reads aloud, with `{last}`.
    pub mask: Phrase,
    /// Under the copy button.
    pub copy_warning: Word,
    /// What forgetting does.
    pub forget_hint: Word,
    /// Opens Sell's answer as it came.
    pub raw: Word,
    /// The token was pasted.
    pub pasted: Word,
    /// That a pasted token belongs to another application.
    pub foreign: Word,
    /// The browser keeps nothing, so a reload signs out.
    pub in_memory: Word,
}

/// The passport: three different facts about one token, never merged.
#[derive(Debug)]
pub struct Passport {
    /// Title.
    pub title: Word,
    /// Column: the fact.
    pub fact: Word,
    /// Column: asked for.
    pub asked: Word,
    /// Column: what the redirect said.
    pub said: Word,
    /// Column: what token info says.
    pub now: Word,
    /// Row: scopes.
    pub scopes: Word,
    /// Row: expiry.
    pub expires: Word,
    /// Row: the number of the owner, all that Sell says of whose it is.
    pub owner: Word,
    /// Row: application.
    pub application: Word,
    /// Difference: `{scopes}` asked for but not granted.
    pub missing: Phrase,
    /// Difference: `{scopes}` granted but not asked for.
    pub extra: Phrase,
    /// In front of a difference, for screen readers.
    pub differs: Word,
}

/// What stands where a value is not.
#[derive(Debug)]
pub struct Cells {
    /// We did not ask for it.
    pub not_asked: Word,
    /// The other side did not send it.
    pub not_sent: Word,
    /// Sell does not say it, so we could not compare.
    pub not_verified: Word,
    /// No answer so far.
    pub not_checked: Word,
    /// There is an answer, and it does not tell.
    pub unknown: Word,
    /// There is no end.
    pub never: Word,
}

/// What came of a revocation, beside [`crate::words::ErrorKind::RevokeUnconfirmed`].
#[derive(Debug)]
pub struct Revoked {
    /// Sell refuses the token now.
    pub confirmed: Word,
    /// Sell refused it before.
    pub already_dead: Word,
    /// The person stays signed in to Sell itself.
    pub still_signed_in: Word,
}

/// A dialog that asks before an act.
#[derive(Debug)]
pub struct Dialog {
    /// The question.
    pub title: Word,
    /// What it means, a sentence a line.
    pub lines: &'static [Word],
    /// The name of the act.
    pub confirm: Word,
}
