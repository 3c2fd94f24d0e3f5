//! The two encodings every file is also shipped in, at their highest settings: they are made once
//! per release and read by every visitor.

use std::io::{self, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

/// Brotli, quality 11 (RFC 7932).
pub(crate) fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let settings = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &settings)?;
    Ok(out)
}

/// Gzip, level 9, without a name or time in its header (RFC 1952), so that equal input gives equal
/// output.
pub(crate) fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn gzip_gives_back_what_it_was_given() {
        let text = b"one sentence, one sentence, one sentence";
        let mut back = Vec::new();
        flate2::read::GzDecoder::new(&*gzip(text).unwrap())
            .read_to_end(&mut back)
            .unwrap();
        assert_eq!(back, text);
    }

    #[test]
    fn brotli_gives_back_what_it_was_given_and_is_shorter() {
        let text = "one sentence, ".repeat(50);
        let packed = brotli(text.as_bytes()).unwrap();
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &*packed, &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
        assert!(packed.len() < text.len() / 5);
    }
}
