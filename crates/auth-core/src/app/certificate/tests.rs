//! Files written by OpenSSL, compared with its output. `testdata/README.md` has the commands.

use x509_parser::prelude::FromDer;

use super::*;
use crate::error::{Error, ErrorKind};

const KEY: &str = include_str!("../../../testdata/key.pem");
const KEY_PKCS1: &str = include_str!("../../../testdata/key-pkcs1.pem");
const KEY_ENCRYPTED: &str = include_str!("../../../testdata/key-encrypted.pem");
const KEY_EC: &str = include_str!("../../../testdata/key-ec.pem");
const KEY_SHORT: &str = include_str!("../../../testdata/key-1024.pem");
const LEAF: &str = include_str!("../../../testdata/leaf.pem");
const AUTHORITY: &str = include_str!("../../../testdata/authority.pem");
const OTHER: &str = include_str!("../../../testdata/other.pem");
const NEW: &[u8] = include_bytes!("../../../testdata/new.p12");
const OLD: &[u8] = include_bytes!("../../../testdata/old.p12");
const NO_PASSWORD: &[u8] = include_bytes!("../../../testdata/no-password.p12");

/// As `openssl x509 -fingerprint` prints it, without the colons.
const THUMBPRINT: &str = "893715A7432885C6AEE79CC8CCE9D9C4040598AA";

fn password() -> SecretString {
    "pässword".into()
}

fn pem(parts: &[&str]) -> Certificate {
    Certificate::from_pem(&parts.concat(), Some(&password())).unwrap()
}

fn refused(bytes: &[u8], password: Option<&str>) -> Error {
    let password = password.map(SecretString::from);
    let error = Certificate::from_bytes(bytes, password.as_ref()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    error
}

#[test]
fn a_certificate_tells_what_openssl_says_of_it() {
    let certificate = pem(&[KEY, LEAF]);
    assert_eq!(certificate.thumbprint(), THUMBPRINT);
    assert_eq!(certificate.not_after().to_string(), "2126-10-29T12:37:46Z");
    assert!(certificate.not_before() < Timestamp::now());
    assert_eq!(certificate.subject(), "CN=auth-core test, O=Example");
}

#[test]
fn parts_of_a_pem_text_come_in_any_order_and_form() {
    for parts in [
        [KEY, LEAF, AUTHORITY, OTHER],
        [OTHER, AUTHORITY, LEAF, KEY],
        [AUTHORITY, OTHER, KEY_PKCS1, LEAF],
        ["Bag Attributes\n", OTHER, LEAF, KEY_ENCRYPTED],
    ] {
        assert_eq!(pem(&parts).thumbprint(), THUMBPRINT);
    }
    let from_windows = [LEAF, KEY].concat().replace('\n', "\r\n");
    assert_eq!(pem(&[&from_windows]).thumbprint(), THUMBPRINT);
}

#[test]
fn pkcs12_is_read_with_new_and_old_encryption_and_without_a_password() {
    let password = password();
    for (bytes, password) in [
        (NEW, Some(&password)),
        (OLD, Some(&password)),
        (NO_PASSWORD, None),
    ] {
        let certificate = Certificate::from_bytes(bytes, password).unwrap();
        assert_eq!(certificate.thumbprint(), THUMBPRINT);
    }
}

#[test]
fn the_chain_begins_with_the_leaf_and_leaves_strangers_out() {
    let subjects = |certificate: &Certificate| -> Vec<String> {
        let subject = |der: &Vec<u8>| {
            let (_, certificate) = X509Certificate::from_der(der).unwrap();
            certificate.subject().to_string()
        };
        certificate.chain().iter().map(subject).collect()
    };
    let whole = ["CN=auth-core test, O=Example", "CN=Test Authority"];
    assert_eq!(subjects(&pem(&[OTHER, AUTHORITY, KEY, LEAF])), whole);
    assert_eq!(subjects(&pem(&[KEY, LEAF])), whole[..1]);
    let opened = Certificate::from_pkcs12(NEW, Some(&password())).unwrap();
    assert_eq!(subjects(&opened), whole);
}

#[test]
fn what_cannot_be_used_is_told_apart() {
    for (parts, words) in [
        (vec![LEAF], "private key is missing"),
        (vec![KEY], "certificate is missing"),
        (
            vec![KEY, OTHER],
            "belongs to none of the certificates: `CN=another`",
        ),
        (vec![KEY_EC, LEAF], "not RSA"),
        (vec![KEY_SHORT, LEAF], "at least 2048 bits"),
        (vec![KEY_ENCRYPTED, LEAF], "is encrypted"),
        (
            vec![
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                KEY,
            ],
            "cannot be read",
        ),
        (
            vec![
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                LEAF,
            ],
            "not valid PKCS#8",
        ),
        (
            vec!["-----BEGIN CERTIFICATE-----\n%%\n-----END CERTIFICATE-----\n"],
            "well-formed",
        ),
        (vec!["something else"], "neither"),
    ] {
        let error = refused(parts.concat().as_bytes(), None);
        assert!(error.to_string().contains(words), "{error}");
    }
    let old_header =
        "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00112233445566778899AABBCCDDEEFF\n\n";
    let old = KEY_PKCS1.replacen("KEY-----\n", &format!("KEY-----\n{old_header}"), 1);
    let error = refused(old.as_bytes(), None);
    assert!(error.hint().unwrap().contains("openssl pkcs8"), "{error}");
}

#[test]
fn a_wrong_password_is_told_from_a_missing_one_and_never_shown() {
    let encrypted = [KEY_ENCRYPTED, LEAF].concat();
    for bytes in [NEW, OLD, encrypted.as_bytes()] {
        let error = refused(bytes, Some("canary-password"));
        assert!(error.to_string().contains("does not open"), "{error}");
        assert!(!format!("{error:?}").contains("canary"), "{error:?}");
    }
    for bytes in [NEW, OLD] {
        let error = refused(bytes, None);
        assert!(error.to_string().contains("needs a password"), "{error}");
    }
    assert!(
        refused(b"\x30\x03\x02\x01\x03", None)
            .to_string()
            .contains("neither")
    );
}

#[test]
fn debug_shows_whose_certificate_it_is_and_no_key() {
    let shown = format!("{:?}", pem(&[KEY, LEAF]));
    assert!(
        shown.contains(THUMBPRINT) && shown.contains("2126"),
        "{shown}"
    );
    assert!(shown.len() < 200, "{shown}");
}
