//! The value that ties an answer to the attempt that asked for it.

use std::fmt;

/// How many random bytes a state is made of: 256 bits, twice what RFC 6749 §10.10 asks.
pub const STATE_BYTES: usize = 32;

/// What the state of a sign-in window begins with; `callback.html` looks for it.
pub const POPUP_MARK: &str = "popup.";

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// An unguessable `state` (RFC 6749 §10.12): 43 base64url characters that survive every
/// encoding untouched. It holds no return path and no data of the person.
///
/// The comparison with an answer is the judge's work (`implicit_judge`), not this type's.
#[derive(Clone)]
pub struct State(String);

impl State {
    /// Writes 32 random bytes as base64url without padding (RFC 4648 §5).
    #[must_use]
    pub fn from_random(bytes: &[u8; STATE_BYTES]) -> Self {
        let mut text = String::with_capacity(43);
        for group in bytes.chunks(3) {
            let word = group
                .iter()
                .fold(0_u32, |word, byte| (word << 8) | u32::from(*byte));
            let word = word << (8 * (3 - group.len()));
            for position in 0..=group.len() {
                let index = (word >> (18 - 6 * position)) & 0x3f;
                text.push(char::from(ALPHABET[index as usize]));
            }
        }
        Self(text)
    }

    /// The same with a word before it that tells the callback page to hand the answer over to the
    /// window that asked. It is no secret, and nothing is decided by it: only who judges.
    #[must_use]
    pub fn for_popup(self) -> Self {
        Self([POPUP_MARK, &self.0].concat())
    }

    /// The characters, for the request and for the attempt's record.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("State(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_43_url_safe_characters() {
        assert_eq!(State::from_random(&[0; 32]).expose(), "A".repeat(43));
        let full = State::from_random(&[0xff; 32]);
        assert_eq!(full.expose(), format!("{}8", "_".repeat(42)));
    }

    #[test]
    fn the_state_of_a_window_is_marked_and_as_random() {
        let state = State::from_random(&[0; 32]).for_popup();
        assert_eq!(state.expose(), format!("popup.{}", "A".repeat(43)));
    }

    #[test]
    fn every_bit_counts() {
        let mut seen = std::collections::HashSet::new();
        for bit in 0..256 {
            let mut bytes = [0_u8; 32];
            bytes[bit / 8] = 1 << (bit % 8);
            assert!(
                seen.insert(State::from_random(&bytes).expose().to_owned()),
                "bit {bit}"
            );
        }
    }
}
