//! Password hashing.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};

use crate::internal::Internal;
use crate::random;
use crate::secret::Secret;

/// Light on purpose (1 MiB, one pass): the demo passwords are printed at start, the server
/// listens on loopback only, and a sandbox that starts for every test must start in
/// milliseconds. A server for the public would take the crate's default, 19 MiB and two passes.
fn hasher() -> Result<Argon2<'static>, Internal> {
    let params = Params::new(1024, 1, 1, None).map_err(Internal::new)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Hashes a password into its PHC text, with a salt of its own.
pub(crate) fn hash(password: &Secret) -> Result<String, Internal> {
    let salt = random::salt()?;
    let hash: PasswordHash = hasher()?
        .hash_password_with_salt(password.expose().as_bytes(), &salt)
        .map_err(Internal::new)?;
    Ok(hash.to_string())
}

/// Whether `password` is the one `hash` was made of. Without a hash (no such user) the same work
/// is done on a throw-away one, so that the time taken does not tell who has an account.
pub(crate) fn verify(password: &Secret, hash: Option<&str>) -> Result<bool, Internal> {
    let text = match hash {
        Some(text) => text.to_owned(),
        None => self::hash(&Secret::new("nobody has this password"))?,
    };
    let parsed = PasswordHash::new(&text).map_err(Internal::new)?;
    let matches = hasher()?
        .verify_password(password.expose().as_bytes(), &parsed)
        .is_ok();
    Ok(matches && hash.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_verifies_against_its_own_hash_only() {
        let stored = hash(&Secret::new("sandbox")).unwrap();
        assert!(stored.starts_with("$argon2id$"));
        assert!(verify(&Secret::new("sandbox"), Some(&stored)).unwrap());
        assert!(!verify(&Secret::new("Sandbox"), Some(&stored)).unwrap());
        assert!(!verify(&Secret::new("sandbox"), None).unwrap());
    }

    #[test]
    fn two_hashes_of_one_password_differ() {
        let password = Secret::new("sandbox");
        assert_ne!(hash(&password).unwrap(), hash(&password).unwrap());
    }
}
