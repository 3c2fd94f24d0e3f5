//! Secure random bytes, or none.

use wasm_bindgen::JsCast;
use web_sys::Crypto;

use super::error::BrowserError;
use super::object::of_window;
use crate::protocol::state::STATE_BYTES;

/// 32 bytes from WebCrypto. There is no fallback: a guessable `state` would be no protection.
///
/// # Errors
/// When the browser has no WebCrypto.
pub fn state_bytes() -> Result<[u8; STATE_BYTES], BrowserError> {
    let mut bytes = [0; STATE_BYTES];
    fill(&mut bytes)?;
    Ok(bytes)
}

/// Fills up to 65,536 bytes from WebCrypto.
///
/// # Errors
/// When the browser has no WebCrypto.
pub fn fill(bytes: &mut [u8]) -> Result<(), BrowserError> {
    let crypto = of_window("crypto");
    if !crypto.is_object() {
        return Err(BrowserError::Missing);
    }
    let crypto: Crypto = crypto.unchecked_into();
    crypto.get_random_values_with_u8_array(bytes)?;
    // A page script can replace the generator; all zeros is the sign of one that does nothing.
    if bytes.iter().all(|byte| *byte == 0) {
        Err(BrowserError::Missing)
    } else {
        Ok(())
    }
}
