//! English: notices of our own, and what is wrong with a setting.

use crate::words::catalogue::{ConfigFaults, Endings, Notes, UnsentNotes};

pub(super) static NOTES: Notes = Notes {
    clock_moved: [
        "The clock of this device moved",
        "It was set, or the device slept, so the time that is left may be wrong.",
        "Nothing to do: the token is being checked again.",
    ],
    cannot_leave: [
        "This browser keeps nothing for this site",
        "Without storage the way back from Sell could not be recognised.",
        "Allow site data for this page, then reload it. A pasted token works without.",
    ],
    storage_full: [
        "The storage of this site is full",
        "The sign-in could not be remembered, so it was not begun.",
        "Close other pages of this site or clear its data, then try again.",
    ],
    no_randomness: [
        "Sign-in cannot start safely here",
        "This browser gives no secure random numbers, so an answer could be forged.",
        "Use a current browser over https.",
    ],
    stalled: [
        "The page could not leave for Sell",
        "Something held it back, or the sign-in server gave no page.",
        "Check the connection, then sign in again.",
    ],
};

pub(super) static ENDINGS: Endings = Endings {
    forgotten: [
        "Token forgotten",
        "No tab of this app holds it any longer.",
        "It still works until it ends. To end it everywhere, revoke it in Sell's settings.",
    ],
    elsewhere: [
        "Signed out in another tab",
        "Another tab with the same token forgot or revoked it.",
        "Sign in again to go on here.",
    ],
};

pub(super) static UNSENT: UnsentNotes = UnsentNotes {
    path: [
        "That is not a path",
        "A path begins with one slash and names no other server; nothing was sent.",
        "Write it like /v2/deals?per_page=5.",
    ],
    init: [
        "The request could not be made",
        "Its method, its headers or its body are none that a browser sends; nothing was sent.",
        "Correct the options of the request.",
    ],
    aborted: [
        "The call was given up",
        "It was aborted, or another took its place.",
        "Call again when it is wanted.",
    ],
    not_signed_in: [
        "No token is held",
        "Nobody is signed in here, or the token has ended.",
        "Sign in, then try again.",
    ],
};

pub(super) static CONFIG: ConfigFaults = ConfigFaults {
    unreadable: "The file is missing, or it is not a JSON object.",
    missing: "is not set.",
    wrong_type: "has the wrong type.",
    client_id: "is too long or has characters that no client ID has.",
    scope: "names one with characters that no scope has.",
    foreign_redirect: "must be a page of this site that takes answers: callback.html.",
    mixed_content: "is http on an https page, which browsers block.",
    url_too_long: "is too long.",
    url_malformed: "is not a plain address of letters, digits and dots.",
    url_not_secure: "must be a whole address with https, or on this computer.",
    url_credentials: "must not hold a user name or password.",
    url_fragment: "must not hold a # part.",
    url_query: "must not hold a ? part.",
};
