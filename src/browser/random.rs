//! Secure random bytes, or none.

use super::error::BrowserError;
use crate::protocol::state::STATE_BYTES;

/// 32 bytes from WebCrypto. There is no fallback: a guessable `state` would be no protection.
///
/// # Errors
/// When the browser has no WebCrypto.
pub fn state_bytes() -> Result<[u8; STATE_BYTES], BrowserError> {
    let mut bytes = [0; STATE_BYTES];
    let crypto = web_sys::window().ok_or(BrowserError::Missing)?.crypto()?;
    crypto.get_random_values_with_u8_array(&mut bytes)?;
    // A page script can replace the generator; all zeros is the sign of one that does nothing.
    if bytes == [0; STATE_BYTES] {
        Err(BrowserError::Missing)
    } else {
        Ok(bytes)
    }
}
