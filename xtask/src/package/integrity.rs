//! The hashes of what is published: Subresource Integrity, as pages and scripts write it.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

/// The integrity metadata of these bytes (SRI §3.1).
pub(crate) fn sha384(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// `sri.json`: every file with its hash.
pub(super) fn list(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<&str, String> {
    let each = files.iter();
    each.map(|(name, bytes)| (name.as_str(), sha384(bytes)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_written_as_browsers_read_it() {
        let of_nothing = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(sha384(b""), of_nothing);
    }
}
