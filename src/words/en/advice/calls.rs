//! English: calls of the API.

use super::{fixed, gaps, text};
use crate::words::advice::AdviceText;
use crate::words::advice::Severity::{Failure, Unknown, Warning};

pub(super) const MISSING_SCOPE: AdviceText = text(
    Failure,
    [
        gaps("This call needs {needed}", "This call needs another scope"),
        gaps("Your token has {held}.", "Your token does not hold it."),
        fixed("Add it and come back here."),
        gaps("Add {needed}", "Add scope"),
    ],
);

pub(super) const FORBIDDEN: AdviceText = text(
    Failure,
    [
        fixed("Sell does not allow this for you"),
        fixed("The scope is fine; your role or plan is not."),
        fixed("Ask your Sell admin."),
        fixed("Copy report"),
    ],
);

pub(super) const NOT_FOUND: AdviceText = text(
    Failure,
    [
        fixed("Nothing at this address"),
        fixed("The record or path does not exist."),
        fixed("Check the id."),
        fixed("Edit"),
    ],
);

pub(super) const BODY_REFUSED: AdviceText = text(
    Failure,
    [
        fixed("Sell refused the content"),
        gaps(
            "Field {field}: {reason}; the scope itself is fine.",
            "The scope itself is fine.",
        ),
        fixed("Correct it."),
        fixed("Edit"),
    ],
);

pub(super) const RATE_LIMITED: AdviceText = text(
    Warning,
    [
        fixed("Too many calls"),
        fixed("Sell allows 10 per second per token."),
        gaps(
            "Wait {span}, then try again.",
            "Wait a minute, then try again.",
        ),
        fixed("Try again"),
    ],
);

pub(super) const SERVER_ERROR: AdviceText = text(
    Failure,
    [
        fixed("Sell has a problem"),
        gaps(
            "Its answer was {status}, reference {logref}.",
            "Its answer was an error of its own.",
        ),
        gaps(
            "Wait, or quote the reference {logref} to Zendesk.",
            "Wait a minute.",
        ),
        fixed("Try again"),
    ],
);

pub(super) const UNREADABLE: AdviceText = text(
    Unknown,
    [
        fixed("The browser hid Sell's answer"),
        gaps(
            "{reason}. The status is unknown.",
            "Most likely Sell does not let this site read its answers; less likely the page's policy or a blocker stopped it, or the connection broke. The status is unknown.",
        ),
        fixed("Run it outside the browser, or use a relay."),
        fixed("Copy as curl"),
    ],
);

pub(super) const OFFLINE: AdviceText = text(
    Unknown,
    [
        fixed("You are offline"),
        fixed("This device has no connection."),
        fixed("Your token is kept; try again once connected."),
        fixed("Try again"),
    ],
);

pub(super) const TIMEOUT: AdviceText = text(
    Unknown,
    [
        gaps(
            "Sell did not answer in {span}",
            "Sell did not answer in time",
        ),
        fixed("The network or the service is slow."),
        fixed("Nothing was changed by a read."),
        fixed("Try again"),
    ],
);
