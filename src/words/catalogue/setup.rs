//! The Setup screen.

use crate::words::Phrase;

/// Words of the Setup screen.
#[derive(Debug)]
pub struct Setup {
    /// Title.
    pub title: &'static str,
    /// What to do first, in Sell.
    pub lead: &'static str,
    /// Label of the client ID.
    pub client_id: &'static str,
    /// Label of the redirect URL.
    pub redirect_url: &'static str,
    /// Why it has to be exact.
    pub redirect_hint: &'static str,
    /// Label of the authorization server's base.
    pub auth_base: &'static str,
    /// Label of the API's base.
    pub api_base: &'static str,
    /// Never the secret.
    pub never_secret: &'static str,
    /// Title of the table of parameters.
    pub authorize_url: &'static str,
    /// Column: the parameter's name.
    pub parameter: &'static str,
    /// Column: its value.
    pub value: &'static str,
    /// Column: what it is for.
    pub meaning: &'static str,
    /// `response_type`: RFC 6749 §4.2.1.
    pub response_type: &'static str,
    /// `client_id`.
    pub client_id_meaning: &'static str,
    /// `redirect_uri`.
    pub redirect_uri_meaning: &'static str,
    /// `scope`.
    pub scope_meaning: &'static str,
    /// `state`: RFC 6749 §10.12.
    pub state_meaning: &'static str,
    /// What stands for the value of `state`, which is made at the click.
    pub state_value: &'static str,
    /// Title of the checks.
    pub checks: &'static str,
    /// A check has passed.
    pub pass: &'static str,
    /// A check has failed.
    pub fail: &'static str,
    /// A check could not be made.
    pub unknown: &'static str,
    /// What to change, with `{fix}`.
    pub fix: Phrase,
    /// Check: https or this computer.
    pub secure_context: &'static str,
    /// Check: session storage.
    pub storage: &'static str,
    /// Check: inside a frame.
    pub framing: &'static str,
    /// Check: the settings without a default are set.
    pub settings_given: &'static str,
    /// Check: the capture script ran first.
    pub capture_first: &'static str,
    /// Check: the content policy lets calls through.
    pub policy: &'static str,
    /// Check: the API's answers can be read.
    pub api_readable: &'static str,
    /// The button that finds out what only asking tells.
    pub check_page: &'static str,
    /// What it sends.
    pub check_page_hint: &'static str,
    /// Found: where things are kept, in the tab or in memory.
    pub found_storage: [&'static str; 2],
    /// Found: the page is at the top level, or in a frame.
    pub found_framing: [&'static str; 2],
    /// Found: the capture script ran, or did not.
    pub found_capture: [&'static str; 2],
    /// Found: there is no content policy.
    pub no_policy: &'static str,
    /// Found: the status of an answer, with `{status}`.
    pub found_status: Phrase,
    /// Found: no answer could be read.
    pub found_hidden: &'static str,
    /// Fix: name the server in the policy, with `{origin}`.
    pub fix_policy: Phrase,
    /// Fix: serve the page securely.
    pub fix_secure: &'static str,
    /// Fix: set what is missing.
    pub fix_settings: &'static str,
    /// Fix: let the browser keep data.
    pub fix_storage: &'static str,
    /// Fix: open the page by itself.
    pub fix_framing: &'static str,
    /// Fix: load the capture script first.
    pub fix_capture: &'static str,
    /// Fix: make the API readable.
    pub fix_readable: &'static str,
}
