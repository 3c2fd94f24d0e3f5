//! English: the Token screen.

use crate::words::catalogue::{Cells, Dialog, Passport, Revoked, Token, Verdicts};
use crate::words::{Phrase, Word};

pub(super) static VERDICTS: Verdicts = Verdicts {
    works: Word("Works"),
    soon: Word("Expires soon"),
    expired: Word("Expired"),
    refused: Word("Refused by Sell"),
    unknown: Word("Could not check"),
    checking: Word("Checking…"),
    revoking: Word("Revoking…"),
    revoked: Word("Revoked"),
    expires: Phrase::with_gaps("Expires {when}.", "Expires at a time we could not tell."),
    never: Word("Never expires. Treat it like a password."),
    end_unknown: Word("Sell did not say when it ends."),
    checked: Phrase::with_gaps("Checked {when}.", "Not checked yet."),
};

pub(super) static TOKEN: Token = Token {
    label: Word("Token"),
    mask: Phrase::with_gaps("Hidden, ends in {last}", "Hidden"),
    copy_warning: Word("Clipboard history may keep what you copy."),
    forget_hint: Word(
        "Forget drops it here and in copies of this tab; the token still works. \
                  Revoke asks Sell to end it everywhere.",
    ),
    raw: Word("Sell's answer, token removed"),
    pasted: Word("Pasted token. It is not stored."),
    foreign: Word("It was issued to another app than this one."),
    in_memory: Word("This browser keeps nothing for this site. Reloading signs you out."),
};

pub(super) static PASSPORT: Passport = Passport {
    title: Word("What was asked, said and measured"),
    fact: Word("Fact"),
    asked: Word("Asked for"),
    said: Word("Redirect said"),
    now: Word("Sell says now"),
    scopes: Word("Scopes"),
    expires: Word("Expires"),
    owner: Word("User ID"),
    application: Word("App"),
    missing: Phrase::with_gaps(
        "{scopes} was asked for but not granted",
        "Less was granted than was asked for",
    ),
    extra: Phrase::with_gaps(
        "{scopes} was granted without being asked for",
        "More was granted than was asked for",
    ),
    differs: Word("Differs:"),
};

pub(super) static CELLS: Cells = Cells {
    not_asked: Word("not asked"),
    not_sent: Word("not sent"),
    not_verified: Word("not verified"),
    not_checked: Word("not checked"),
    unknown: Word("unknown"),
    never: Word("never"),
};

pub(super) static REVOKED: Revoked = Revoked {
    confirmed: Word("Confirmed: Sell refuses this token now."),
    already_dead: Word("It was dead already: Sell refused it before we asked."),
    still_signed_in: Word("You are still signed in to Sell itself."),
};

pub(super) static REVOKE_DIALOG: Dialog = Dialog {
    title: Word("Revoke this token?"),
    lines: &[
        Word("Apps using it stop working at once. This cannot be undone."),
        Word("You stay signed in to Sell itself."),
    ],
    confirm: Word("Revoke token"),
};
