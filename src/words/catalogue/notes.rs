//! What a kind of the closed list does not say closely enough: three sentences each, in the order
//! what happened, why, what to do.

/// Three sentences: a title without a full stop, the reason, the remedy.
pub type Note = [&'static str; 3];

/// Closer words than the kind's own.
#[derive(Debug)]
pub struct Notes {
    /// The device's clock was moved, or it slept.
    pub clock_moved: Note,
    /// Nothing can be stored, so a sign-in in this tab could not be told from a forgery.
    pub cannot_leave: Note,
    /// The storage is full.
    pub storage_full: Note,
    /// No secure random numbers: RFC 6749 §10.10.
    pub no_randomness: Note,
    /// The page was sent to Sell and is still here.
    pub stalled: Note,
    /// The token was forgotten here by the person's wish.
    pub forgotten: Note,
    /// The token was forgotten or revoked in another tab.
    pub ended_elsewhere: Note,
}

/// What is wrong with a setting: the rest of a sentence that begins with the setting's name, save
/// for those that are sentences of their own.
#[derive(Debug)]
pub struct ConfigFaults {
    /// A sentence: the file did not arrive or is no JSON.
    pub unreadable: &'static str,
    /// It is not there.
    pub missing: &'static str,
    /// It is of another type.
    pub wrong_type: &'static str,
    /// A sentence: the client ID has characters that none has: RFC 6749 appendix A.1.
    pub client_id: &'static str,
    /// A sentence: a scope has characters that none has: RFC 6749 §3.3.
    pub scope: &'static str,
    /// A sentence: the redirect URL is on another site.
    pub foreign_redirect: &'static str,
    /// It is http while the page is https.
    pub mixed_content: &'static str,
    /// It is too long.
    pub url_too_long: &'static str,
    /// It is no address.
    pub url_malformed: &'static str,
    /// It is neither https nor this computer.
    pub url_not_secure: &'static str,
    /// It holds a user name or password.
    pub url_credentials: &'static str,
    /// It holds a fragment: RFC 6749 §3.1, §3.1.2.
    pub url_fragment: &'static str,
    /// It holds a query.
    pub url_query: &'static str,
}
