//! The hashes in index.html by which the browser knows the glue and the module.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use crate::failure::Failure;

/// The page with the hash of the new bytes where that of the old ones stood.
pub(super) fn renewed(page: &str, old: &[u8], new: &[u8]) -> Result<String, Failure> {
    let (old, new) = (hash(old), hash(new));
    match page.matches(&old).count() {
        1 => Ok(page.replace(&old, &new)),
        count => Err(Failure::new(
            format_args!("index.html holds the hash of a file that Trunk wrote {count} times"),
            "leave data-integrity and no_sri as Trunk has them",
        )),
    }
}

/// Subresource Integrity, §3.2; SHA-384 is what Trunk writes.
fn hash(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_the_new_bytes_takes_the_place_of_the_old_one() {
        let page = |bytes| format!("<link integrity=\"{}\">", hash(bytes));
        assert_eq!(
            renewed(&page(b"old"), b"old", b"new").unwrap(),
            page(b"new")
        );
    }

    #[test]
    fn a_page_that_does_not_hold_the_hash_once_is_refused() {
        let page = hash(b"other");
        assert!(renewed(&page, b"old", b"new").is_err());
        let twice = hash(b"old").repeat(2);
        assert!(renewed(&twice, b"old", b"new").is_err());
    }

    #[test]
    fn the_hash_is_that_of_the_specification() {
        let empty = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(hash(b""), empty);
    }
}
