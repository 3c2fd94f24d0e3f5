//! Random values, all from the operating system's source.

use crate::internal::Internal;
use crate::secret::Secret;
use crate::switches::Logref;

/// 256 random bits: the size of every secret here, above the 128 bits RFC 6749 §10.10 asks for.
const SECRET_BYTES: usize = 32;
/// The alphabet of Sell's request ids.
const BASE36: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

fn bytes<const N: usize>() -> Result<[u8; N], Internal> {
    let mut buffer = [0; N];
    getrandom::fill(&mut buffer).map_err(Internal::new)?;
    Ok(buffer)
}

/// Bytes as lower-case hexadecimal text.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}

/// A new secret of 64 lower-case hexadecimal characters, the form of Sell's tokens.
pub(crate) fn secret() -> Result<Secret, Internal> {
    Ok(Secret::new(hex(&bytes::<SECRET_BYTES>()?)))
}

/// 16 random bytes, the salt of a password.
pub(crate) fn salt() -> Result<[u8; 16], Internal> {
    bytes()
}

/// A new request id in the form `logref` asks for.
pub(crate) fn request_id(logref: Logref) -> Result<String, Internal> {
    Ok(match logref {
        Logref::Uuid => uuid(bytes()?),
        Logref::Groups => groups(bytes()?),
    })
}

/// RFC 9562 §5.4: version 4, variant 10.
fn uuid(mut random: [u8; 16]) -> String {
    random[6] = random[6] & 0x0f | 0x40;
    random[8] = random[8] & 0x3f | 0x80;
    let text = hex(&random);
    [
        &text[..8],
        &text[8..12],
        &text[12..16],
        &text[16..20],
        &text[20..],
    ]
    .join("-")
}

/// `[a-z0-9]{5}(-[a-z0-9]{5}){3}`. The bias of the remainder does not matter in a request id.
fn groups(random: [u8; 20]) -> String {
    let letters: String = random
        .iter()
        .map(|byte| char::from(BASE36[usize::from(byte % 36)]))
        .collect();
    [
        &letters[..5],
        &letters[5..10],
        &letters[10..15],
        &letters[15..],
    ]
    .join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_64_lower_case_hexadecimal_characters() {
        let secret = secret().unwrap();
        assert_eq!(secret.expose().len(), 64);
        assert!(
            secret
                .expose()
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
        );
    }

    #[test]
    fn a_uuid_has_its_version_and_variant() {
        assert_eq!(uuid([0xff; 16]), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(uuid([0; 16]), "00000000-0000-4000-8000-000000000000");
    }

    #[test]
    fn groups_are_four_times_five() {
        assert_eq!(groups([10; 20]), "aaaaa-aaaaa-aaaaa-aaaaa");
    }
}
