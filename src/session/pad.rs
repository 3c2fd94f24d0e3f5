//! What seals an answer that a person carries over from a sign-in window by hand.
//!
//! A window that a frame of another site opened, and that the server cut off from it, can tell the
//! frame nothing. Before it is cut off the frame leaves a pad in it: random numbers, as many as there
//! are characters in any answer, each used once. The callback page puts the answer and the pad together,
//! sign by sign, and only whoever has the pad can take the two apart again (a one-time pad). So what
//! is copied opens nothing, wherever else it is pasted; and a window that some other site opened has no
//! pad, so it has nothing to copy.

/// The longest answer that can be sealed, in characters. Beyond it nothing is offered.
pub const PAD_LENGTH: usize = 4_096;

/// Where the numbers are put among the characters: those that follow are letters of one script,
/// which are copied and pasted as they are.
const FIRST_LETTER: u32 = 0x4e00;

/// A pad for one answer.
#[allow(
    missing_debug_implementations,
    reason = "it opens what was sealed with it"
)]
pub struct Pad(String);

impl Pad {
    /// A pad of random bytes, of which seven bits each are used: an address is ASCII (WHATWG URL
    /// §1.3).
    #[must_use]
    pub fn from_random(bytes: &[u8]) -> Self {
        let letters = bytes
            .iter()
            .map(|byte| FIRST_LETTER | u32::from(byte & 0x7f));
        Self(letters.filter_map(char::from_u32).collect())
    }

    /// The pad as the callback page finds it.
    #[must_use]
    pub fn letters(&self) -> &str {
        &self.0
    }

    /// What was sealed with this pad. Of anything else it makes something that is no answer, or
    /// nothing.
    #[must_use]
    pub fn open(&self, sealed: &str) -> Option<String> {
        let mut pad = self.0.chars();
        let sign = |letter| {
            let sign = char::from_u32(u32::from(letter) ^ u32::from(pad.next()?))?;
            sign.is_ascii().then_some(sign)
        };
        sealed.trim().chars().map(sign).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pad(bytes: impl Iterator<Item = u8>) -> Pad {
        Pad::from_random(&bytes.take(PAD_LENGTH).collect::<Vec<u8>>())
    }

    fn some_pad() -> Pad {
        pad((0..=255_u8).map(|byte| byte.wrapping_mul(167)).cycle())
    }

    /// As callback.html does it.
    fn sealed(answer: &str, pad: &Pad) -> String {
        let pairs = answer.chars().zip(pad.letters().chars());
        pairs
            .map(|(sign, letter)| char::from_u32(u32::from(sign) ^ u32::from(letter)).unwrap())
            .collect()
    }

    const ANSWER: &str = "?view=deals#access_token=0123456789abcdef&token_type=bearer&state=x";

    #[test]
    fn an_answer_comes_out_as_it_went_in() {
        let pad = some_pad();
        let sealed = sealed(ANSWER, &pad);
        assert_eq!(pad.open(&format!("\n {sealed} ")).as_deref(), Some(ANSWER));
        assert!(sealed.chars().all(char::is_alphanumeric), "{sealed}");
        assert!(sealed.chars().all(|letter| !letter.is_ascii()), "{sealed}");
    }

    #[test]
    fn another_pad_opens_it_to_something_else() {
        let sealed = sealed(ANSWER, &some_pad());
        let other = pad((0..=255_u8).map(|byte| byte.wrapping_mul(91)).cycle());
        assert_ne!(other.open(&sealed).as_deref(), Some(ANSWER));
    }

    #[test]
    fn the_same_answer_under_another_pad_looks_different_in_every_place() {
        let flipped = pad((0..=255_u8).map(|byte| !byte.wrapping_mul(167)).cycle());
        let [one, other] = [some_pad(), flipped].map(|pad| sealed(ANSWER, &pad));
        assert!(
            one.chars()
                .zip(other.chars())
                .all(|(one, other)| one != other)
        );
    }

    #[test]
    fn what_was_never_sealed_is_refused() {
        let pad = some_pad();
        assert_eq!(pad.open(ANSWER), None);
        assert_eq!(pad.open("\u{4e80}"), None);
        assert_eq!(pad.open(&"\u{4e00}".repeat(PAD_LENGTH + 1)), None);
    }

    #[test]
    fn the_pad_is_one_letter_for_each_character_of_an_answer() {
        assert_eq!(some_pad().letters().encode_utf16().count(), PAD_LENGTH);
    }

    proptest! {
        #[test]
        fn any_answer_of_an_address_survives(answer in "[!-~]{0,300}") {
            let pad = some_pad();
            prop_assert_eq!(pad.open(&sealed(&answer, &pad)), Some(answer));
        }

        #[test]
        fn whatever_is_pasted_is_answered(pasted in ".{0,200}") {
            let _ = some_pad().open(&pasted);
        }
    }
}
