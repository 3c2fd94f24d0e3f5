//! Names of buttons. One verb for one thing, and a name says the result.

use crate::words::Word;

/// Names of buttons.
#[derive(Debug)]
pub struct Actions {
    /// Start the sign-in.
    pub sign_in: Word,
    /// The same while it is under way.
    pub signing_in: Word,
    /// Start the sign-in after a session has ended.
    pub sign_in_again: Word,
    /// Revoke, then forget.
    pub sign_out: Word,
    /// Drop the token from this tab.
    pub forget: Word,
    /// Open the dialog that asks before a revocation.
    pub revoke_ask: Word,
    /// Leave a dialog.
    pub cancel: Word,
    /// The same once more.
    pub check_again: Word,
    /// Run a call.
    pub run: Word,
    /// Submit the paste form.
    pub inspect: Word,
    /// The toggle; its name never changes.
    pub show_token: Word,
    /// Put the token on the clipboard.
    pub copy_token: Word,
    /// Put the redirect URL on the clipboard.
    pub copy_redirect_url: Word,
    /// Put the client ID on the clipboard.
    pub copy_client_id: Word,
    /// Beside a copy button, once done.
    pub copied: Word,
    /// Put a notice away.
    pub dismiss: Word,
    /// Load the page anew.
    pub reload: Word,
    /// Put a pasted token away.
    pub clear: Word,
}
