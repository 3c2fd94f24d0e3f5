//! `application/x-www-form-urlencoded` as RFC 6749 appendix B has it, decoded in place.
//!
//! ```text
//! form    = pair *( "&" pair )
//! pair    = name [ "=" value ]
//! name    = *( any piece but "=" )
//! value   = *piece
//! piece   = "+" / "%" HEXDIG HEXDIG / any other byte but "&"   ; "+" is a space
//! ```

use core::ops::Range;

/// A name or a value of a form, decoded.
pub(crate) struct Part {
    /// Where its bytes lie now; nowhere when it had a `%` that no two digits followed.
    pub(crate) place: Range<usize>,
    pub(crate) is_value: bool,
    /// Whether the pair is complete; a name that has a value doesn't end it.
    pub(crate) ends_pair: bool,
}

/// Reads a form from front to back, and leaves what it decodes in the front of the same bytes.
///
/// Every byte is looked at once, and separators before anything is decoded: `%2526` is `%26`, and
/// an escaped `&` separates nothing.
pub(crate) struct Form<'a> {
    bytes: &'a mut [u8],
    read: usize,
    written: usize,
    in_value: bool,
}

impl<'a> Form<'a> {
    pub(crate) fn new(bytes: &'a mut [u8]) -> Self {
        Self {
            bytes,
            read: 0,
            written: 0,
            in_value: false,
        }
    }

    /// The bytes of a part; `None` when it was malformed.
    pub(crate) fn bytes(&self, place: Range<usize>) -> Option<&[u8]> {
        self.bytes.get(place)
    }

    /// The next part; `None` at the end.
    pub(crate) fn part(&mut self) -> Option<Part> {
        let is_value = self.in_value;
        // A value may be empty at the very end; a name may not.
        if !is_value && self.read >= self.bytes.len() {
            return None;
        }
        let mut start = self.written;
        self.in_value = false;
        while let Some(byte) = self.next() {
            let decoded = match byte {
                b'&' => break,
                b'=' if !is_value => {
                    self.in_value = true;
                    break;
                }
                b'+' => b' ',
                b'%' => self.escape().unwrap_or_else(|| {
                    // Behind its own end: a place that no slice has.
                    start = usize::MAX;
                    b'%'
                }),
                plain => plain,
            };
            self.write(decoded);
        }
        Some(Part {
            place: start..self.written,
            is_value,
            ends_pair: !self.in_value,
        })
    }

    fn write(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.written) {
            *place = byte;
            self.written += 1;
        }
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.read)?;
        self.read += 1;
        Some(*byte)
    }

    /// The two digits after a `%`; what is no digit stays, so that `%&` still ends a part.
    fn escape(&mut self) -> Option<u8> {
        let mut value = 0;
        for ahead in 0..2 {
            let digit = *self.bytes.get(self.read + ahead)?;
            value = value << 4 | hexadecimal(digit)?;
        }
        self.read += 2;
        Some(value)
    }
}

fn hexadecimal(digit: u8) -> Option<u8> {
    // A letter's low half counts from one, and only letters have the bit above the digits'.
    digit
        .is_ascii_hexdigit()
        .then_some((digit & 0xF) + 9 * (digit >> 6))
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::vec::Vec;

    use super::Form;

    /// A name or a value; `None` for a malformed one.
    type Text = Option<Vec<u8>>;

    fn read(form: &[u8]) -> Vec<(bool, Text)> {
        let mut bytes = form.to_vec();
        let mut form = Form::new(&mut bytes);
        let mut parts = Vec::new();
        while let Some(part) = form.part() {
            let text = form.bytes(part.place.clone()).map(<[u8]>::to_vec);
            parts.push((part.is_value, text));
        }
        parts
    }

    fn check(form: &str, expected: &[(&str, Option<&str>)]) {
        let mut parts = Vec::new();
        for (name, value) in expected {
            parts.push((false, Some(name.as_bytes().to_vec())));
            parts.extend(value.map(|value| (true, Some(value.as_bytes().to_vec()))));
        }
        assert_eq!(read(form.as_bytes()), parts, "{form}");
    }

    #[test]
    fn names_and_values_are_told_apart() {
        check("", &[]);
        check("a", &[("a", None)]);
        check("a=", &[("a", Some(""))]);
        check(
            "a=1&b&c=2",
            &[("a", Some("1")), ("b", None), ("c", Some("2"))],
        );
        check("=1", &[("", Some("1"))]);
    }

    #[test]
    fn an_ampersand_at_the_end_begins_nothing() {
        check("a=1&", &[("a", Some("1"))]);
        check("&&a", &[("", None), ("", None), ("a", None)]);
    }

    #[test]
    fn an_equals_sign_inside_a_value_is_part_of_it() {
        check("a=b=c==", &[("a", Some("b=c=="))]);
    }

    #[test]
    fn other_separators_separate_nothing() {
        check("a=1;b=2", &[("a", Some("1;b=2"))]);
        check("a=1&amp;b=2", &[("a", Some("1")), ("amp;b", Some("2"))]);
    }

    #[test]
    fn a_plus_is_a_space_and_an_escaped_plus_is_a_plus() {
        check("a=b+c%20d%2Be%2bf", &[("a", Some("b c d+e+f"))]);
    }

    #[test]
    fn decoding_happens_exactly_once() {
        check("a=%2525", &[("a", Some("%25"))]);
        check("a=%26access_token%3Dx", &[("a", Some("&access_token=x"))]);
        check("a%3Db=c", &[("a=b", Some("c"))]);
    }

    #[test]
    fn a_broken_escape_spoils_its_own_part_and_no_other() {
        for broken in [
            "%", "%4", "%zz", "%4g", "b%", "%%41", "%E0%A4%A", "%+1", "%-1", "%\0",
        ] {
            let parts = read(std::format!("a={broken}&c=d").as_bytes());
            let texts: Vec<_> = parts.into_iter().map(|(_, text)| text).collect();
            let [a, c, d] = [b"a", b"c", b"d"].map(|text| Some(text.to_vec()));
            assert_eq!(texts, [a, None, c, d], "{broken:?}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_pass_through() {
        assert_eq!(
            read(b"\xFF=%FF\0"),
            [
                (false, Some([0xFF].to_vec())),
                (true, Some([0xFF, 0].to_vec()))
            ]
        );
    }
}
