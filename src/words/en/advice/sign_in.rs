//! English: leaving for the authorization server, and its answer.

use super::{fixed, gaps, text};
use crate::words::advice::AdviceText;
use crate::words::advice::Severity::{Failure, Note, Unknown, Warning};

pub(super) const POPUP_BLOCKED: AdviceText = text(
    Failure,
    [
        fixed("The sign-in window was blocked"),
        fixed("The browser stops pop-ups here."),
        fixed("Allow them or continue in this tab."),
        fixed("Use this tab"),
    ],
);

pub(super) const POPUP_TIMEOUT: AdviceText = text(
    Unknown,
    [
        fixed("No answer from the sign-in window"),
        fixed("It was closed or cut off."),
        fixed("Start again."),
        fixed("Start again"),
    ],
);

pub(super) const FRAMED: AdviceText = text(
    Failure,
    [
        fixed("Sign-in cannot open inside this frame"),
        fixed("Another page shows this one, and could trick you into a click."),
        fixed("Open this page in a tab of its own, or add allow-popups to the frame's sandbox."),
        fixed("Open in new tab"),
    ],
);

pub(super) const ACCESS_DENIED: AdviceText = text(
    Failure,
    [
        fixed("Access was not granted"),
        fixed("Someone chose to deny, or an admin does not allow it."),
        fixed("Try again or ask your Sell admin."),
        fixed("Start again"),
    ],
);

pub(super) const CLIENT_REFUSED: AdviceText = text(
    Failure,
    [
        fixed("Sell does not know this app"),
        fixed("The client ID is wrong, or the app may not use this flow."),
        fixed("Check the ID in Sell's developer apps."),
        fixed("Open setup"),
    ],
);

pub(super) const SCOPE_REFUSED: AdviceText = text(
    Failure,
    [
        fixed("Sell does not offer a scope you asked for"),
        gaps("“{scope}” is unknown.", "One of the scopes is unknown."),
        fixed("Remove it."),
        fixed("Edit scopes"),
    ],
);

pub(super) const AUTH_SERVER: AdviceText = text(
    Failure,
    [
        fixed("Sell could not finish sign-in"),
        fixed("It reports a problem of its own."),
        fixed("Wait a minute."),
        fixed("Try again"),
    ],
);

pub(super) const STATE_MISMATCH: AdviceText = text(
    Failure,
    [
        fixed("This answer is not for this page"),
        gaps(
            "{reason}, so the answer was thrown away.",
            "The security code is missing or differs, so it was thrown away.",
        ),
        fixed("Start from here, not from a saved link."),
        fixed("Start again"),
    ],
);

pub(super) const ANSWER_USED: AdviceText = text(
    Note,
    [
        fixed("This sign-in was already used"),
        fixed("The page was reloaded or you went back."),
        fixed("Nothing is lost; your session is unchanged."),
        fixed("Dismiss"),
    ],
);

pub(super) const ANSWER_MALFORMED: AdviceText = text(
    Failure,
    [
        fixed("Sell's answer was incomplete"),
        gaps("{reason}.", "No token was in it."),
        fixed("Start again; if it repeats, send the report."),
        fixed("Start again"),
    ],
);

pub(super) const SCOPE_REDUCED: AdviceText = text(
    Warning,
    [
        fixed("You got less than you asked for"),
        gaps("{missing} was not granted.", "Not every scope was granted."),
        fixed("Calls that need it will be refused."),
        gaps("Ask again for {missing}", "Ask again"),
    ],
);
