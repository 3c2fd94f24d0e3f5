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

/// Appends a signed number, no longer than it must be.
pub(crate) fn signed(mut value: i32, out: &mut Vec<u8>) {
    loop {
        let group = value.to_le_bytes()[0] & 0x7f;
        value >>= 7;
        // The highest bit of the last group is the sign.
        if value == if group & 0x40 == 0 { 0 } else { -1 } {
            return out.push(group);
        }
        out.push(group | 0x80);
    }
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
    fn a_signed_number_needs_a_bit_for_its_sign() {
        let widths = [
            (0, 1),
            (-1, 1),
            (63, 1),
            (64, 2),
            (-64, 1),
            (-65, 2),
            (1_048_575, 3),
            (1_048_576, 4),
            (i32::MAX, 5),
            (i32::MIN, 5),
        ];
        for (value, bytes) in widths {
            let mut out = Vec::new();
            signed(value, &mut out);
            assert_eq!(out.len(), bytes, "{value}");
            assert_eq!(Reader::new(&out).signed(), Ok(i64::from(value)));
        }
    }
}
