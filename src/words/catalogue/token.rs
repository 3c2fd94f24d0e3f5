//! The Token screen: verdict first, then what was asked, said and measured.

use crate::words::Phrase;

/// The one-line answers.
#[derive(Debug)]
pub struct Verdicts {
    /// Sell accepts the token.
    pub works: &'static str,
    /// Sell accepts it, and it ends before long.
    pub soon: &'static str,
    /// Its time is over.
    pub expired: &'static str,
    /// Sell answered 401.
    pub refused: &'static str,
    /// No readable answer.
    pub unknown: &'static str,
    /// A check is under way.
    pub checking: &'static str,
    /// A revocation is under way.
    pub revoking: &'static str,
    /// Revoked and proven dead.
    pub revoked: &'static str,
    /// Detail: when it ends, with `{when}`.
    pub expires: Phrase,
    /// Detail: it never ends.
    pub never: &'static str,
    /// Detail: nobody said when it ends.
    pub end_unknown: &'static str,
    /// When Sell was asked last, with `{when}`.
    pub checked: Phrase,
}

/// Words of the Token screen.
#[derive(Debug)]
pub struct Token {
    /// Label of the masked token.
    pub label: &'static str,
    /// How the mask reads aloud, with `{last}`.
    pub mask: Phrase,
    /// Under the copy button.
    pub copy_warning: &'static str,
    /// What forgetting does.
    pub forget_hint: &'static str,
    /// Opens Sell's answer as it came.
    pub raw: &'static str,
    /// The token was pasted.
    pub pasted: &'static str,
    /// That a pasted token belongs to another application.
    pub foreign: &'static str,
    /// The browser keeps nothing, so a reload signs out.
    pub in_memory: &'static str,
}

/// The passport: three different facts about one token, never merged.
#[derive(Debug)]
pub struct Passport {
    /// Title.
    pub title: &'static str,
    /// Column: the fact.
    pub fact: &'static str,
    /// Column: asked for.
    pub asked: &'static str,
    /// Column: what the redirect said.
    pub said: &'static str,
    /// Column: what token info says.
    pub now: &'static str,
    /// Row: scopes.
    pub scopes: &'static str,
    /// Row: expiry.
    pub expires: &'static str,
    /// Row: the number of the owner, all that Sell says of whose it is.
    pub owner: &'static str,
    /// Row: application.
    pub application: &'static str,
    /// Difference: `{scopes}` asked for but not granted.
    pub missing: Phrase,
    /// Difference: `{scopes}` granted but not asked for.
    pub extra: Phrase,
    /// In front of a difference, for screen readers.
    pub differs: &'static str,
}

/// What stands where a value is not.
#[derive(Debug)]
pub struct Cells {
    /// We did not ask for it.
    pub not_asked: &'static str,
    /// The other side did not send it.
    pub not_sent: &'static str,
    /// Sell does not say it, so we could not compare.
    pub not_verified: &'static str,
    /// No answer so far.
    pub not_checked: &'static str,
    /// There is an answer, and it does not tell.
    pub unknown: &'static str,
    /// There is no end.
    pub never: &'static str,
}

/// What came of a revocation, beside [`crate::words::ErrorKind::RevokeUnconfirmed`].
#[derive(Debug)]
pub struct Revoked {
    /// Sell refuses the token now.
    pub confirmed: &'static str,
    /// Sell refused it before.
    pub already_dead: &'static str,
    /// The person stays signed in to Sell itself.
    pub still_signed_in: &'static str,
}

/// A dialog that asks before an act.
#[derive(Debug)]
pub struct Dialog {
    /// The question.
    pub title: &'static str,
    /// What it means, a sentence a line.
    pub lines: &'static [&'static str],
    /// The name of the act.
    pub confirm: &'static str,
}
