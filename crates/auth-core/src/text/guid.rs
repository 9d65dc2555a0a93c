//! GUIDs: ids of tenants, applications and requests.

/// Whether a text is a GUID in its plain form, `8-4-4-4-12` hexadecimal digits of either case.
pub(crate) fn is_guid(text: &str) -> bool {
    let lengths = [8, 4, 4, 4, 12];
    let parts: Vec<_> = text.split('-').collect();
    parts.len() == lengths.len()
        && parts.iter().zip(lengths).all(|(part, length)| {
            part.len() == length && part.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
}

/// A random GUID (version 4) for request ids. Not for secrets: it is predictable.
pub(crate) fn random() -> String {
    let bits = fastrand::u128(..);
    let bits = bits & !(0xf << 76) | 0x4 << 76;
    let bits = bits & !(0x3 << 62) | 0x2 << 62;
    let hex = format!("{bits:032x}");
    let part = |from: usize, to: usize| &hex[from..to];
    format!(
        "{}-{}-{}-{}-{}",
        part(0, 8),
        part(8, 12),
        part(12, 16),
        part(16, 20),
        part(20, 32)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_plain_form_is_a_guid() {
        assert!(is_guid("05a65629-4c1b-48c1-a78b-804c4abdd4af"));
        assert!(is_guid("05A65629-4C1B-48C1-A78B-804C4ABDD4AF"));
        for other in [
            "",
            "contoso.com",
            "05a656294c1b48c1a78b804c4abdd4af",
            "{05a65629-4c1b-48c1-a78b-804c4abdd4af}",
            "05a65629-4c1b-48c1-a78b-804c4abdd4ag",
            "05a65629-4c1b-48c1-a78b-804c4abdd4af-",
        ] {
            assert!(!is_guid(other), "{other}");
        }
    }

    #[test]
    fn random_ones_are_of_version_four_and_differ() {
        let made = random();
        assert!(is_guid(&made), "{made}");
        assert_eq!(&made[14..15], "4");
        assert!(matches!(&made[19..20], "8" | "9" | "a" | "b"), "{made}");
        assert_ne!(made, random());
    }
}
