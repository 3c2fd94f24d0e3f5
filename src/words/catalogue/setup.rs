//! The Setup screen.

use crate::words::{Phrase, Word};

/// Words of the Setup screen.
#[derive(Debug)]
pub struct Setup {
    /// Title.
    pub title: Word,
    /// What to do first, in Sell.
    pub lead: Word,
    /// Label of the client ID.
    pub client_id: Word,
    /// Label of the redirect URL.
    pub redirect_url: Word,
    /// Why it has to be exact.
    pub redirect_hint: Word,
    /// Label of the authorization server's base.
    pub auth_base: Word,
    /// Label of the API's base.
    pub api_base: Word,
    /// Never the secret.
    pub never_secret: Word,
    /// Title of the table of parameters.
    pub authorize_url: Word,
    /// Column: the parameter's name.
    pub parameter: Word,
    /// Column: its value.
    pub value: Word,
    /// Column: what it is for.
    pub meaning: Word,
    /// `response_type`: RFC 6749 §4.2.1.
    pub response_type: Word,
    /// `client_id`.
    pub client_id_meaning: Word,
    /// `redirect_uri`.
    pub redirect_uri_meaning: Word,
    /// `scope`.
    pub scope_meaning: Word,
    /// `state`: RFC 6749 §10.12.
    pub state_meaning: Word,
    /// What stands for the value of `state`, which is made at the click.
    pub state_value: Word,
    /// Title of the checks.
    pub checks: Word,
    /// A check has passed.
    pub pass: Word,
    /// A check has failed.
    pub fail: Word,
    /// A check could not be made.
    pub unknown: Word,
    /// What to change, with `{fix}`.
    pub fix: Phrase,
    /// Check: https or this computer.
    pub secure_context: Word,
    /// Check: session storage.
    pub storage: Word,
    /// Check: inside a frame.
    pub framing: Word,
    /// Check: the settings without a default are set.
    pub settings_given: Word,
    /// Check: the capture script ran first.
    pub capture_first: Word,
    /// Check: the content policy lets calls through.
    pub policy: Word,
    /// Check: the API's answers can be read.
    pub api_readable: Word,
    /// The button that finds out what only asking tells.
    pub check_page: Word,
    /// What it sends.
    pub check_page_hint: Word,
    /// Found: where things are kept, in the tab or in memory.
    pub found_storage: [Word; 2],
    /// Found: the page is at the top level, or in a frame.
    pub found_framing: [Word; 2],
    /// Found: the capture script ran, or did not.
    pub found_capture: [Word; 2],
    /// Found: there is no content policy.
    pub no_policy: Word,
    /// Found: the status of an answer, with `{status}`.
    pub found_status: Phrase,
    /// Found: no answer could be read.
    pub found_hidden: Word,
    /// Fix: name the server in the policy, with `{origin}`.
    pub fix_policy: Phrase,
    /// Fix: serve the page securely.
    pub fix_secure: Word,
    /// Fix: set what is missing.
    pub fix_settings: Word,
    /// Fix: let the browser keep data.
    pub fix_storage: Word,
    /// Fix: open the page by itself.
    pub fix_framing: Word,
    /// Fix: load the capture script first.
    pub fix_capture: Word,
    /// Fix: make the API readable.
    pub fix_readable: Word,
}
