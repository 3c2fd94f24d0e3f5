//! English: notes and faults of the settings.

use crate::words::catalogue::{ConfigFaults, Notes};

pub(super) const NOTES: Notes = Notes {
    clock_moved: [
        "This device's clock has moved",
        "It slept, or the clock was set, so we could not tell how much time is left.",
        "The token is kept and being checked again.",
    ],
    cannot_leave: [
        "Sign-in cannot start here",
        "This browser keeps nothing for this site, so Sell's answer could not be told from a forgery.",
        "Allow storage for this site, then start again.",
    ],
    storage_full: [
        "Sign-in cannot start here",
        "The storage of this site is full.",
        "Clear this site's data, then start again.",
    ],
    no_randomness: [
        "Sign-in cannot start here",
        "This browser gives no secure random numbers, so the security code could be guessed.",
        "Open the https address, or use a current browser.",
    ],
    stalled: [
        "Sell's page did not open",
        "The browser was sent there and is still here.",
        "Check the connection and the sign-in server, then try again.",
    ],
    forgotten: [
        "Token forgotten",
        "This tab no longer has it; it still works until it ends or is revoked.",
        "Sign in again for a new one.",
    ],
    ended_elsewhere: [
        "Your session ended in another tab",
        "The token was forgotten or revoked there, so it was dropped here too.",
        "Sign in again for a new one.",
    ],
};

pub(super) const CONFIG: ConfigFaults = ConfigFaults {
    unreadable: "The file config.json did not load or is not JSON.",
    missing: "is missing.",
    wrong_type: "is not of the right type.",
    client_id: "The client ID has characters that no client ID has.",
    scope: "A scope has characters that no scope has.",
    foreign_redirect: "The redirect URL is not on this site.",
    mixed_content: "is http, and a page loaded over https may not call it.",
    url_too_long: "is longer than an address can be.",
    url_malformed: "is not a whole address.",
    url_not_secure: "is neither https nor on this computer.",
    url_credentials: "holds a user name or a password.",
    url_fragment: "holds a fragment, which belongs to the answer.",
    url_query: "holds a query, which belongs to the request.",
};
