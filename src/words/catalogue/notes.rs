//! Notices of our own, and what is wrong with a setting.

use crate::words::Word;

/// Three sentences: what happened, why, what to do.
pub type Sentences = [Word; 3];

/// What goes wrong with the browser, which no server speaks of.
#[derive(Debug)]
pub struct Notes {
    /// The clocks disagree.
    pub clock_moved: Sentences,
    /// Nothing is kept for this site, so no sign-in can be remembered.
    pub cannot_leave: Sentences,
    /// Session storage is full.
    pub storage_full: Sentences,
    /// No secure random numbers.
    pub no_randomness: Sentences,
    /// The page is still here.
    pub stalled: Sentences,
}

/// How a session ended that nobody ended here.
#[derive(Debug)]
pub struct Endings {
    /// The token was forgotten.
    pub forgotten: Sentences,
    /// Another tab ended the session.
    pub elsewhere: Sentences,
}

/// Why a host's request was not sent.
#[derive(Debug)]
pub struct UnsentNotes {
    /// Its path is none.
    pub path: Sentences,
    /// No browser sends its method, its headers or its body.
    pub init: Sentences,
    /// Another took its place.
    pub aborted: Sentences,
    /// Nobody is signed in.
    pub not_signed_in: Sentences,
}

/// What is wrong with a setting; the setting's name stands before most of them.
#[derive(Debug)]
pub struct ConfigFaults {
    /// The file itself.
    pub unreadable: Word,
    /// Absent.
    pub missing: Word,
    /// Another JSON type.
    pub wrong_type: Word,
    /// The client ID's characters.
    pub client_id: Word,
    /// A scope's characters.
    pub scope: Word,
    /// The redirect URL is elsewhere, or a page that takes no answer.
    pub foreign_redirect: Word,
    /// http on an https page.
    pub mixed_content: Word,
    /// The address is too long.
    pub url_too_long: Word,
    /// The address cannot be read.
    pub url_malformed: Word,
    /// The address is not a whole one, or not secure.
    pub url_not_secure: Word,
    /// A name or password is in it.
    pub url_credentials: Word,
    /// A fragment is in it.
    pub url_fragment: Word,
    /// A query is in it.
    pub url_query: Word,
}
