//! English: the Token screen.

use crate::words::Phrase;
use crate::words::catalogue::{Cells, Dialog, Passport, Revoked, Token, Verdicts};

pub(super) static VERDICTS: Verdicts = Verdicts {
    works: "Works",
    soon: "Expires soon",
    expired: "Expired",
    refused: "Refused by Sell",
    unknown: "Could not check",
    checking: "Checking…",
    revoking: "Revoking…",
    revoked: "Revoked",
    expires: Phrase::with_gaps("Expires {when}.", "Expires at a time we could not tell."),
    never: "Never expires. Treat it like a password.",
    end_unknown: "Sell did not say when it ends.",
    checked: Phrase::with_gaps("Checked {when}.", "Not checked yet."),
};

pub(super) static TOKEN: Token = Token {
    label: "Token",
    mask: Phrase::with_gaps("Hidden, ends in {last}", "Hidden"),
    copy_warning: "Clipboard history may keep what you copy.",
    forget_hint: "Forget drops it here and in copies of this tab; the token still works. \
                  Revoke asks Sell to end it everywhere.",
    raw: "Sell's answer, token removed",
    pasted: "Pasted token. It is not stored.",
    foreign: "It was issued to another app than this one.",
    in_memory: "This browser keeps nothing for this site. Reloading signs you out.",
};

pub(super) static PASSPORT: Passport = Passport {
    title: "What was asked, said and measured",
    fact: "Fact",
    asked: "Asked for",
    said: "Redirect said",
    now: "Sell says now",
    scopes: "Scopes",
    expires: "Expires",
    owner: "User ID",
    application: "App",
    missing: Phrase::with_gaps(
        "{scopes} was asked for but not granted",
        "Less was granted than was asked for",
    ),
    extra: Phrase::with_gaps(
        "{scopes} was granted without being asked for",
        "More was granted than was asked for",
    ),
    differs: "Differs:",
};

pub(super) static CELLS: Cells = Cells {
    not_asked: "not asked",
    not_sent: "not sent",
    not_verified: "not verified",
    not_checked: "not checked",
    unknown: "unknown",
    never: "never",
};

pub(super) static REVOKED: Revoked = Revoked {
    confirmed: "Confirmed: Sell refuses this token now.",
    already_dead: "It was dead already: Sell refused it before we asked.",
    still_signed_in: "You are still signed in to Sell itself.",
};

pub(super) static REVOKE_DIALOG: Dialog = Dialog {
    title: "Revoke this token?",
    lines: &[
        "Apps using it stop working at once. This cannot be undone.",
        "You stay signed in to Sell itself.",
    ],
    confirm: "Revoke token",
};
