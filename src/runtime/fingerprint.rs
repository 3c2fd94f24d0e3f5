//! Telling two tokens apart without showing either.

use std::pin::Pin;

use super::Runtime;
use crate::browser::digest;

impl Runtime {
    /// The fingerprint of the token of this serial, held or pasted; empty where there is none.
    ///
    /// Boxed, so that it is compiled once and not into everybody who awaits it.
    #[must_use]
    pub fn fingerprint(&self, serial: Option<u32>) -> Pin<Box<dyn Future<Output = String>>> {
        let token = serial.and_then(|serial| self.token_of(serial));
        Box::pin(async move {
            let Some(token) = token else {
                return String::new();
            };
            digest::fingerprint(token.expose())
                .await
                .unwrap_or_default()
        })
    }
}
