//! Telling two tokens apart without showing either.

use super::Runtime;
use crate::browser::digest;
use crate::session::Inspection;

impl Runtime {
    /// The fingerprints of the session's token and of the pasted one; empty where there is none.
    pub async fn fingerprints(&self) -> [String; 2] {
        let tokens = {
            let machine = self.0.machine.borrow();
            let session = machine.session.grant();
            let pasted = match &machine.inspection {
                Inspection::Held(specimen) => Some(specimen.token.clone()),
                Inspection::Empty | Inspection::Unrecognised(_) => None,
            };
            [session.map(|grant| grant.token_to_revoke().clone()), pasted]
        };
        let mut prints = [String::new(), String::new()];
        for (print, token) in prints.iter_mut().zip(tokens) {
            if let Some(token) = token {
                *print = digest::fingerprint(token.expose())
                    .await
                    .unwrap_or_default();
            }
        }
        prints
    }
}
