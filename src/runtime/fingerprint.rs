//! Telling two tokens apart without showing either.

use super::Runtime;
use crate::browser::digest;
use crate::protocol::AccessToken;
use crate::session::Inspection;

impl Runtime {
    /// The fingerprint of the session's token, where one is held.
    pub async fn fingerprint(&self) -> Option<String> {
        let token = {
            let machine = self.0.machine.borrow();
            machine.session.grant()?.token_to_revoke().clone()
        };
        of(&token).await
    }

    /// The fingerprint of the pasted token, where there is one.
    pub async fn pasted_fingerprint(&self) -> Option<String> {
        let token = match &self.0.machine.borrow().inspection {
            Inspection::Held(specimen) => specimen.token.clone(),
            Inspection::Empty | Inspection::Unrecognised(_) => return None,
        };
        of(&token).await
    }
}

async fn of(token: &AccessToken) -> Option<String> {
    digest::fingerprint(token.expose()).await
}
