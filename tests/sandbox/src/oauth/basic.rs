//! `Authorization: Basic` as OAuth means it (RFC 6749 §2.3.1, RFC 7617):
//! `Basic base64(form(client_id) ":" form(client_secret))`.

use crate::secret::Secret;

/// Reads the value of the header; `None` when it is not Basic or does not hold a pair.
pub(crate) fn read_basic(value: &str) -> Option<(String, Secret)> {
    let (scheme, encoded) = value.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let decoded = String::from_utf8(base64(encoded.trim())?).ok()?;
    let (client_id, secret) = decoded.split_once(':')?;
    Some((form_decode(client_id), Secret::new(form_decode(secret))))
}

/// Decodes one form-encoded value: both parts of Basic are encoded once more (RFC 6749 §2.3.1).
fn form_decode(text: &str) -> String {
    let pair = [b"v=", text.replace('&', "%26").as_bytes()].concat();
    form_urlencoded::parse(&pair)
        .next()
        .map_or_else(String::new, |(_, value)| value.into_owned())
}

/// RFC 4648 §4, with or without padding. Twenty lines are not worth a crate.
fn base64(text: &str) -> Option<Vec<u8>> {
    let mut decoded = Vec::with_capacity(text.len());
    let (mut bits, mut count) = (0_u32, 0_u32);
    for letter in text.trim_end_matches('=').bytes() {
        bits = bits << 6 | u32::from(six_bits(letter)?);
        count += 6;
        if count >= 8 {
            count -= 8;
            decoded.push(u8::try_from(bits >> count & 0xff).ok()?);
        }
    }
    Some(decoded)
}

fn six_bits(letter: u8) -> Option<u8> {
    match letter {
        b'A'..=b'Z' => Some(letter - b'A'),
        b'a'..=b'z' => Some(letter - b'a' + 26),
        b'0'..=b'9' => Some(letter - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn basic_of(value: &str) -> Option<(String, String)> {
        read_basic(value).map(|(id, secret)| (id, secret.expose().to_owned()))
    }

    #[test]
    fn basic_credentials_are_read_and_form_decoded() {
        // "id:p%26ss+word"
        let expected = Some(("id".to_owned(), "p&ss word".to_owned()));
        assert_eq!(basic_of("Basic aWQ6cCUyNnNzK3dvcmQ="), expected);
        assert_eq!(basic_of("basic aWQ6cCUyNnNzK3dvcmQ"), expected);
    }

    #[test]
    fn what_is_not_base64_or_not_a_pair_is_no_credential() {
        assert_eq!(basic_of("Basic !!!!"), None);
        assert_eq!(basic_of("Basic aWQ="), None);
        assert_eq!(basic_of("Bearer aWQ6cA=="), None);
    }
}
