//! Writing numbers and lengths as WebAssembly reads them.

use super::reader::unreadable;
use crate::failure::Failure;

/// Appends an unsigned number (LEB128, no longer than it must be).
pub(crate) fn unsigned(mut value: u32, out: &mut Vec<u8>) {
    loop {
        let group = value.to_le_bytes()[0] & 0x7f;
        value >>= 7;
        if value == 0 {
            return out.push(group);
        }
        out.push(group | 0x80);
    }
}

/// Appends how many things follow.
pub(crate) fn length(count: usize, out: &mut Vec<u8>) -> Result<(), Failure> {
    let count = u32::try_from(count).map_err(|_| unreadable("holds more than fits"))?;
    unsigned(count, out);
    Ok(())
}

/// Appends bytes behind their number.
pub(crate) fn sized(bytes: &[u8], out: &mut Vec<u8>) -> Result<(), Failure> {
    length(bytes.len(), out)?;
    out.extend_from_slice(bytes);
    Ok(())
}

/// A signed number that takes exactly so many bytes, so that it fits where another one stood.
pub(crate) fn signed_in(value: i32, bytes: usize) -> Vec<u8> {
    let group = |at: usize| (i64::from(value) >> (7 * at.min(8))).to_le_bytes()[0] & 0x7f;
    (0..bytes)
        .map(|at| group(at) | if at + 1 < bytes { 0x80 } else { 0 })
        .collect()
}

/// How many bytes a signed number takes at least.
pub(crate) fn signed_width(value: i32) -> usize {
    let fits = |bytes: &usize| {
        let limit = 1_i64 << (7 * bytes - 1);
        (-limit..limit).contains(&i64::from(value))
    };
    (1..5).find(fits).unwrap_or(5)
}

#[cfg(test)]
mod tests {
    use super::super::reader::Reader;
    use super::*;

    #[test]
    fn numbers_are_written_as_short_as_they_can_be() {
        for (value, bytes) in [(0, 1), (127, 1), (128, 2), (624_485, 3), (u32::MAX, 5)] {
            let mut out = Vec::new();
            unsigned(value, &mut out);
            assert_eq!(out.len(), bytes, "{value}");
            assert_eq!(Reader::new(&out).unsigned(), Ok(value));
        }
    }

    #[test]
    fn a_signed_number_fills_the_place_it_is_given() {
        for value in [0, 64, 1_048_576, i32::MAX, i32::MIN, -1] {
            let out = signed_in(value, 5);
            assert_eq!(out.len(), 5);
            assert_eq!(Reader::new(&out).signed(), Ok(i64::from(value)));
        }
        assert_eq!(signed_in(1_048_576, 4), [0x80, 0x80, 0xc0, 0]);
    }

    #[test]
    fn a_signed_number_needs_a_bit_for_its_sign() {
        let widths = [
            (63, 1),
            (64, 2),
            (-64, 1),
            (-65, 2),
            (1_048_575, 3),
            (1_048_576, 4),
        ];
        for (value, bytes) in widths {
            assert_eq!(signed_width(value), bytes, "{value}");
        }
        assert_eq!(signed_width(i32::MIN), 5);
    }
}
