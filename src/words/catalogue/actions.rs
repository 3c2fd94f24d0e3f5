//! Names of buttons. One verb for one thing, and a name says the result.

/// Names of buttons.
#[derive(Debug)]
pub struct Actions {
    /// Start the sign-in.
    pub sign_in: &'static str,
    /// The same while it is under way.
    pub signing_in: &'static str,
    /// Start the sign-in after a session has ended.
    pub sign_in_again: &'static str,
    /// Revoke, then forget.
    pub sign_out: &'static str,
    /// Drop the token from this tab.
    pub forget: &'static str,
    /// Open the dialog that asks before a revocation.
    pub revoke_ask: &'static str,
    /// Leave a dialog.
    pub cancel: &'static str,
    /// The same once more.
    pub check_again: &'static str,
    /// Run a call.
    pub run: &'static str,
    /// Submit the paste form.
    pub inspect: &'static str,
    /// The toggle; its name never changes.
    pub show_token: &'static str,
    /// Put the token on the clipboard.
    pub copy_token: &'static str,
    /// Put the redirect URL on the clipboard.
    pub copy_redirect_url: &'static str,
    /// Put the client ID on the clipboard.
    pub copy_client_id: &'static str,
    /// Beside a copy button, once done.
    pub copied: &'static str,
    /// Put a notice away.
    pub dismiss: &'static str,
    /// Load the page anew.
    pub reload: &'static str,
    /// Put a pasted token away.
    pub clear: &'static str,
}
