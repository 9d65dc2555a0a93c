//! Random identifiers for requests, and seeded ones for records.

use fastrand::Rng;

/// A random GUID, for requests, correlations and new records.
pub(crate) fn request_id() -> String {
    guid(&mut Rng::new())
}

/// A version 4 GUID.
pub(crate) fn guid(rng: &mut Rng) -> String {
    let bits = rng.u128(..) & !(0xf << 76 | 0x3 << 62) | 0x4 << 76 | 0x2 << 62;
    let hex = format!("{bits:032x}");
    format!(
        "{}-{}-{}-{}-{}",
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..]
    )
}

/// Random hexadecimal digits in lower case.
pub(crate) fn hex(rng: &mut Rng, digits: usize) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    (0..digits)
        .map(|_| char::from(DIGITS[rng.usize(..16)]))
        .collect()
}

/// A generator for one subject. A new subject does not change the records of the others.
pub(crate) fn rng(seed: u64, subject: &str) -> Rng {
    Rng::with_seed(seed ^ hash(subject))
}

/// FNV-1a hash. Unlike the hasher of the standard library it gives the same value in every run and
/// on every platform.
pub(crate) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guid_says_version_four() {
        let id = guid(&mut Rng::with_seed(1));
        assert_eq!(id.len(), 36);
        assert_eq!(&id[14..15], "4");
        assert!("89ab".contains(&id[19..20]), "{id}");
    }

    #[test]
    fn subjects_do_not_share_a_sequence() {
        assert_ne!(rng(1, "machines").u64(..), rng(1, "alerts").u64(..));
        assert_eq!(rng(1, "machines").u64(..), rng(1, "machines").u64(..));
    }
}
