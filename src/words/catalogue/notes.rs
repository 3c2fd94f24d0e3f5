//! Notices of the app's own, and what is wrong with a setting.

/// Three sentences: what happened, why, what to do.
pub type Sentences = [&'static str; 3];

/// Notices and fixes of the app's own.
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
    /// The token was forgotten.
    pub forgotten: Sentences,
    /// Another tab ended the session.
    pub ended_elsewhere: Sentences,
    /// Fix: serve the page securely.
    pub fix_secure: &'static str,
    /// Fix: let the browser keep data.
    pub fix_storage: &'static str,
    /// Fix: open the page by itself.
    pub fix_framing: &'static str,
    /// Fix: load the capture script first.
    pub fix_capture: &'static str,
    /// Fix: make the API readable.
    pub fix_readable: &'static str,
}

/// What is wrong with a setting; the setting's name stands before most of them.
#[derive(Debug)]
pub struct ConfigFaults {
    /// The file itself.
    pub unreadable: &'static str,
    /// Absent.
    pub missing: &'static str,
    /// Another JSON type.
    pub wrong_type: &'static str,
    /// The client ID's characters.
    pub client_id: &'static str,
    /// A scope's characters.
    pub scope: &'static str,
    /// The redirect URL is elsewhere.
    pub foreign_redirect: &'static str,
    /// http on an https page.
    pub mixed_content: &'static str,
    /// The address is too long.
    pub url_too_long: &'static str,
    /// The address cannot be read.
    pub url_malformed: &'static str,
    /// The address is not secure.
    pub url_not_secure: &'static str,
    /// A name or password is in it.
    pub url_credentials: &'static str,
    /// A fragment is in it.
    pub url_fragment: &'static str,
    /// A query is in it.
    pub url_query: &'static str,
}
