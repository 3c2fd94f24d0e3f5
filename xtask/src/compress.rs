//! The two encodings every file is also shipped in, at their highest settings: they are made once
//! per release and read by every visitor.

use std::io::{self, Write};

use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode;
use flate2::{Compression, write::GzEncoder};

/// Brotli, quality 11 (RFC 7932), in the shorter of two ways: one for text, and one that looks at
/// the high bits of the bytes before, in smaller blocks, which suits modules. A window of four
/// megabytes holds any file of ours; a larger one saves nothing.
pub(crate) fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let text = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let module = BrotliEncoderParams {
        mode: BrotliEncoderMode::BROTLI_FORCE_MSB_PRIOR,
        lgblock: 16,
        ..text.clone()
    };
    let (text, module) = (packed(bytes, &text)?, packed(bytes, &module)?);
    Ok(if module.len() < text.len() {
        module
    } else {
        text
    })
}

/// How long brotli would be, about: a tenth of the time, and within four percent.
pub(crate) fn estimate(bytes: &[u8]) -> io::Result<usize> {
    let quick = BrotliEncoderParams {
        quality: 9,
        lgwin: 22,
        ..Default::default()
    };
    Ok(packed(bytes, &quick)?.len())
}

fn packed(bytes: &[u8], settings: &BrotliEncoderParams) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, settings)?;
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

    #[test]
    fn a_module_and_a_text_come_back_from_either_way() {
        let words = (0..40_000_u32).flat_map(|word| [0x41, 0x80, (word >> 3).to_le_bytes()[0]]);
        for bytes in [
            words.collect::<Vec<u8>>(),
            include_bytes!("compress.rs").to_vec(),
        ] {
            let mut back = Vec::new();
            brotli::BrotliDecompress(&mut &*brotli(&bytes).unwrap(), &mut back).unwrap();
            assert_eq!(back, bytes);
        }
    }
}
