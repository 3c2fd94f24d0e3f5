//! Telling two tokens apart without showing either.

use std::pin::Pin;

use super::Runtime;
use crate::browser::digest;
use crate::protocol::AccessToken;
use crate::session::Inspection;

impl Runtime {
    /// The fingerprints of the session's token and of the pasted one; empty where there is none.
    pub async fn fingerprints(&self) -> [String; 2] {
        let (session, pasted) = {
            let machine = self.0.machine.borrow();
            let session = machine.session.grant();
            let pasted = match &machine.inspection {
                Inspection::Held(specimen) => Some(specimen.token.clone()),
                Inspection::Empty | Inspection::Unrecognised(_) => None,
            };
            (session.map(|grant| grant.token_to_revoke().clone()), pasted)
        };
        [print(session).await, print(pasted).await]
    }
}

/// Boxed, so that it is compiled once and not into everybody who awaits it.
fn print(token: Option<AccessToken>) -> Pin<Box<dyn Future<Output = String>>> {
    Box::pin(async move {
        match token {
            Some(token) => digest::fingerprint(token.expose())
                .await
                .unwrap_or_default(),
            None => String::new(),
        }
    })
}
