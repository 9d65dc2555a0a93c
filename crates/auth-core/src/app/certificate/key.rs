//! Private RSA keys.

use aws_lc_rs::rsa::KeyPair;
use aws_lc_rs::signature::KeyPair as _;
use jsonwebtoken::EncodingKey;
use pkcs8::{ObjectIdentifier, PrivateKeyInfoRef};
use secrecy::zeroize::Zeroizing;

use crate::error::{Error, ErrorKind, Result};

/// Object identifier of RSA keys (RFC 8017).
const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");

/// Smallest modulus that Microsoft Entra accepts, in bytes.
const SMALLEST: usize = 2048 / 8;

/// A private key that is accepted: RSA of sufficient size.
pub(super) struct PrivateKey {
    pkcs1: Zeroizing<Vec<u8>>,
    public: Vec<u8>,
}

impl PrivateKey {
    /// Reads the form that most tools write today.
    pub(super) fn from_pkcs8(der: &[u8]) -> Result<Self> {
        let key = PrivateKeyInfoRef::try_from(der)
            .map_err(|_| wrong("the private key is not valid PKCS#8"))?;
        if key.algorithm.oid != RSA {
            return Err(not_rsa());
        }
        Self::from_pkcs1(key.private_key.as_bytes())
    }

    /// Reads the older form for RSA only, `BEGIN RSA PRIVATE KEY`.
    pub(super) fn from_pkcs1(der: &[u8]) -> Result<Self> {
        let pair = KeyPair::from_der(der)
            .ok()
            .filter(|pair| pair.public_modulus_len() >= SMALLEST)
            .ok_or_else(|| {
                wrong("the private key is not a valid RSA key of at least 2048 bits")
                    .with_hint("make the certificate with a new RSA key of 2048 bits or more")
            })?;
        Ok(Self {
            pkcs1: der.to_vec().into(),
            public: pair.public_key().as_ref().to_vec(),
        })
    }

    /// Whether this is the private half of a public key in PKCS#1.
    pub(super) fn fits(&self, public: &[u8]) -> bool {
        self.public == public
    }

    /// Converts for signing assertions.
    pub(super) fn to_signing_key(&self) -> EncodingKey {
        EncodingKey::from_rsa_der(&self.pkcs1)
    }
}

/// The error for elliptic curve and other keys.
pub(super) fn not_rsa() -> Error {
    wrong("the private key is not RSA").with_hint(
        "make the certificate with an RSA key: Microsoft Entra accepts no other for applications",
    )
}

/// An error of kind `Configuration` about the file or the key.
pub(super) fn wrong(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Configuration, message)
}
