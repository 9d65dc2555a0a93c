//! Random values, hashes, and comparison in constant time.

use aws_lc_rs::constant_time::verify_slices_are_equal;
use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;

use crate::error::{Error, ErrorKind, Result};

/// Returns 256 random bits of the operating system as 43 characters of base64url.
pub(crate) fn unguessable() -> Result<SecretString> {
    let mut bytes = Zeroizing::new([0; 32]);
    rand::fill(&mut *bytes).map_err(|_| {
        let message = "the operating system gave no random numbers";
        Error::new(ErrorKind::Unavailable, message)
    })?;
    Ok(URL_SAFE_NO_PAD.encode(*bytes).into())
}

/// SHA-256 of bytes.
pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut hash = [0; 32];
    hash.copy_from_slice(digest(&SHA256, bytes).as_ref());
    hash
}

/// SHA-256 of a text in base64url, as PKCE and assertion hashes are written.
pub(crate) fn sha256_text(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(sha256(text.as_bytes()))
}

/// Compares two texts in a time that depends only on their lengths.
pub(crate) fn is_same(a: &str, b: &str) -> bool {
    verify_slices_are_equal(a.as_bytes(), b.as_bytes()).is_ok()
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    #[test]
    fn what_is_unguessable_is_long_plain_and_never_the_same() {
        let made: Vec<_> = (0..50).map(|_| unguessable().unwrap()).collect();
        for (index, one) in made.iter().enumerate() {
            let text = one.expose_secret();
            assert_eq!(text.len(), 43);
            let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
            assert!(text.bytes().all(is_plain));
            let others = made[index + 1..].iter();
            assert!(
                others
                    .into_iter()
                    .all(|other| other.expose_secret() != text)
            );
        }
    }

    /// The vector of RFC 7636, appendix B.
    #[test]
    fn a_challenge_is_that_of_the_document() {
        assert_eq!(
            sha256_text("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        );
    }

    #[test]
    fn only_the_same_is_the_same() {
        assert!(is_same("abc", "abc"));
        for other in ["", "ab", "abd", "abcd"] {
            assert!(!is_same("abc", other), "{other}");
        }
    }
}
