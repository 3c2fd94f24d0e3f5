//! SHA-256 by WebCrypto.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::SubtleCrypto;

use super::object::{get, of_window};

/// How many bytes of a digest tell two texts apart for a person: eight hexadecimal digits.
const SHOWN_BYTES: usize = 4;

/// The first eight hexadecimal digits of a text's SHA-256; `None` where the browser has no
/// WebCrypto, as on a page that is not secure.
pub async fn fingerprint(text: &str) -> Option<String> {
    let subtle = get(&of_window("crypto"), "subtle");
    if !subtle.is_object() {
        return None;
    }
    let subtle: SubtleCrypto = subtle.unchecked_into();
    let bytes = Uint8Array::from(text.as_bytes());
    let digest = subtle
        .digest_with_str_and_buffer_source("SHA-256", &bytes)
        .ok()?;
    let digest = JsFuture::from(digest).await.ok()?;
    let digest = Uint8Array::new(&digest).to_vec();
    Some(hexadecimal(digest.get(..SHOWN_BYTES)?))
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        text.push(digit(byte >> 4));
        text.push(digit(byte & 15));
    }
    text
}
