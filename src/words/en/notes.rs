//! English: notices of our own, and what is wrong with a setting.

use crate::words::Word;
use crate::words::catalogue::{ConfigFaults, Endings, Notes, UnsentNotes};

pub(super) static NOTES: Notes = Notes {
    clock_moved: [
        Word("The clock of this device moved"),
        Word("It was set, or the device slept, so the time that is left may be wrong."),
        Word("Nothing to do: the token is being checked again."),
    ],
    cannot_leave: [
        Word("This browser keeps nothing for this site"),
        Word("Without storage the way back from Sell could not be recognised."),
        Word("Allow site data for this page, then reload it. A pasted token works without."),
    ],
    storage_full: [
        Word("The storage of this site is full"),
        Word("The sign-in could not be remembered, so it was not begun."),
        Word("Close other pages of this site or clear its data, then try again."),
    ],
    no_randomness: [
        Word("Sign-in cannot start safely here"),
        Word("This browser gives no secure random numbers, so an answer could be forged."),
        Word("Use a current browser over https."),
    ],
    stalled: [
        Word("The page could not leave for Sell"),
        Word("Something held it back, or the sign-in server gave no page."),
        Word("Check the connection, then sign in again."),
    ],
};

pub(super) static ENDINGS: Endings = Endings {
    forgotten: [
        Word("Token forgotten"),
        Word("No tab of this app holds it any longer."),
        Word("It still works until it ends. To end it everywhere, revoke it in Sell's settings."),
    ],
    elsewhere: [
        Word("Signed out in another tab"),
        Word("Another tab with the same token forgot or revoked it."),
        Word("Sign in again to go on here."),
    ],
};

pub(super) static UNSENT: UnsentNotes = UnsentNotes {
    path: [
        Word("That is not a path"),
        Word(
            "A path begins with one slash and has no #, no //, no backslash and no . or .. between slashes; nothing was sent.",
        ),
        Word("Write it like /v2/deals?per_page=5."),
    ],
    init: [
        Word("The request could not be made"),
        Word(
            "Its method, its headers or its body are none that a browser sends; nothing was sent.",
        ),
        Word("Correct the options of the request."),
    ],
    aborted: [
        Word("The call was given up"),
        Word("It was aborted, or another took its place."),
        Word("Call again when it is wanted."),
    ],
    not_signed_in: [
        Word("No token is held"),
        Word("Nobody is signed in here, or the token has ended."),
        Word("Sign in, then try again."),
    ],
};

pub(super) static CONFIG: ConfigFaults = ConfigFaults {
    unreadable: Word("The file is missing, or it is not a JSON object."),
    missing: Word("is not set."),
    wrong_type: Word("has the wrong type."),
    client_id: Word("is too long or has characters that no client ID has."),
    scope: Word("names one with characters that no scope has."),
    foreign_redirect: Word("must be a page of this site that takes answers: callback.html."),
    mixed_content: Word("is http on an https page, which browsers block."),
    url_too_long: Word("is too long."),
    url_malformed: Word("is not a plain address of letters, digits and dots."),
    url_not_secure: Word("must be a whole address with https, or on this computer."),
    url_credentials: Word("must not hold a user name or password."),
    url_fragment: Word("must not hold a # part."),
    url_query: Word("must not hold a ? part."),
};
