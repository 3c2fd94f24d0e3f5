//! Reading what WebAssembly writes: numbers of few bytes (LEB128), and things behind their length.

use crate::failure::Failure;

/// A place in some bytes of the module.
#[derive(Debug, Clone)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// Begins at the given place.
    pub(crate) fn from(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self::from(bytes, 0)
    }

    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn is_done(&self) -> bool {
        self.at >= self.bytes.len()
    }

    pub(crate) fn byte(&mut self) -> Result<u8, Failure> {
        Ok(self.take(1)?[0])
    }

    pub(crate) fn take(&mut self, length: usize) -> Result<&'a [u8], Failure> {
        let end = self.at.checked_add(length);
        let taken = end.and_then(|end| self.bytes.get(self.at..end));
        let taken = taken.ok_or_else(|| unreadable("ends too early"))?;
        self.at += length;
        Ok(taken)
    }

    /// An unsigned number of 32 bits.
    pub(crate) fn unsigned(&mut self) -> Result<u32, Failure> {
        let (value, _) = self.groups()?;
        u32::try_from(value).map_err(|_| unreadable("holds a number of more than 32 bits"))
    }

    /// A signed number of up to 64 bits.
    pub(crate) fn signed(&mut self) -> Result<i64, Failure> {
        let (value, bits) = self.groups()?;
        let unused = 64_u32.saturating_sub(bits);
        Ok((value << unused).cast_signed() >> unused)
    }

    /// Seven bits a byte, the lowest first; the eighth says that another byte follows.
    fn groups(&mut self) -> Result<(u64, u32), Failure> {
        let mut value = 0_u64;
        for bits in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << bits;
            if byte < 0x80 {
                return Ok((value, bits + 7));
            }
        }
        Err(unreadable("holds a number of more than 64 bits"))
    }

    /// A number that counts what follows.
    pub(crate) fn length(&mut self) -> Result<usize, Failure> {
        usize::try_from(self.unsigned()?).map_err(|_| unreadable("holds more than fits"))
    }

    /// The type of a value that takes one byte: a number, a vector, or a plain reference.
    pub(crate) fn value_type(&mut self) -> Result<u8, Failure> {
        match self.byte()? {
            known @ (0x7b..=0x7f | 0x70 | 0x6f) => Ok(known),
            other => Err(unreadable(format_args!("has values of type {other:#04x}"))),
        }
    }

    /// Bytes behind their number.
    pub(crate) fn sized(&mut self) -> Result<&'a [u8], Failure> {
        let length = self.length()?;
        self.take(length)
    }

    /// Text behind the number of its bytes.
    pub(crate) fn name(&mut self) -> Result<String, Failure> {
        let bytes = self.sized()?.to_vec();
        String::from_utf8(bytes).map_err(|_| unreadable("holds a name that is not UTF-8"))
    }
}

/// The module is not what this code knows how to read; it is not guessed at.
pub(crate) fn unreadable(what: impl std::fmt::Display) -> Failure {
    Failure::new(
        format_args!("the module that wasm-bindgen wrote {what}"),
        "teach xtask/src/build/squeeze to read it, or go back to the compiler and wasm-bindgen \
         of the last release",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_the_specification_writes_them() {
        assert_eq!(Reader::new(&[0xe5, 0x8e, 0x26]).unsigned(), Ok(624_485));
        assert_eq!(Reader::new(&[0xc0, 0xbb, 0x78]).signed(), Ok(-123_456));
        assert_eq!(Reader::new(&[0x7f]).signed(), Ok(-1));
        let least = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f];
        assert_eq!(Reader::new(&least).signed(), Ok(i64::MIN));
    }

    #[test]
    fn what_ends_early_or_is_too_large_is_refused() {
        assert!(Reader::new(&[0x80]).unsigned().is_err());
        assert!(Reader::new(&[0xff; 9]).unsigned().is_err());
        assert!(Reader::new(&[3, b'a', b'b']).name().is_err());
        assert!(Reader::new(&[0x64, 0x70]).value_type().is_err());
    }
}
