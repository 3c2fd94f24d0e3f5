//! English: what a token is worth, and its end.

use super::{fixed, gaps, text};
use crate::words::advice::AdviceText;
use crate::words::advice::Severity::{Failure, Unknown};

pub(super) const PASTE_UNRECOGNISED: AdviceText = text(
    Failure,
    [
        fixed("That does not look like a token"),
        gaps("{reason}.", "Nothing in it has the shape of a token."),
        fixed("Copy the whole value, or paste the full redirect URL."),
        fixed("Clear"),
    ],
);

pub(super) const TOKEN_REFUSED: AdviceText = text(
    Failure,
    [
        fixed("Sell refuses this token"),
        fixed("It is expired, revoked or mistyped; Sell does not say which."),
        fixed("Get a new one."),
        fixed("Sign in again"),
    ],
);

pub(super) const TOKEN_EXPIRED: AdviceText = text(
    Failure,
    [
        fixed("This token has ended"),
        gaps("It ran out at {time}.", "Its time ran out."),
        fixed("A new one takes one click."),
        fixed("Sign in again"),
    ],
);

pub(super) const REVOKE_UNCONFIRMED: AdviceText = text(
    Unknown,
    [
        fixed("Forgotten here; Sell did not confirm"),
        fixed("It may need the app's secret, which never belongs in a browser."),
        fixed(
            "Revoke it in Sell's settings, or by a command with the app's secret and a copy of the token.",
        ),
        fixed("Copy command"),
    ],
);
