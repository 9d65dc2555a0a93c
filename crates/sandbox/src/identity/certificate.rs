//! Certificates of applications (X.509, RSA).
//!
//! Only the key, the thumbprints and the end of validity are used. Chains, names and
//! revocation are not checked.

use std::fmt;

use aws_lc_rs::digest::{Algorithm as Digest, SHA1_FOR_LEGACY_USE_ONLY, SHA256, digest};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::DecodingKey;
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::FromDer;

/// The public part of a certificate.
#[derive(Clone)]
pub(crate) struct Certificate {
    pub(crate) key: DecodingKey,
    /// Thumbprint in base64url: SHA-1 of the DER form (`x5t`).
    pub(crate) sha1: String,
    /// Thumbprint in base64url: SHA-256 of the DER form (`x5t#S256`).
    pub(crate) sha256: String,
    /// End of validity, in seconds since 1970.
    pub(crate) not_after: i64,
}

impl Certificate {
    /// The certificates in a PEM text, or the one in DER. Empty if there is none.
    pub(crate) fn read(bytes: &[u8]) -> Vec<Certificate> {
        let blocks = pem::parse_many(bytes).unwrap_or_default();
        if blocks.is_empty() {
            return Certificate::of_der(bytes).into_iter().collect();
        }
        blocks
            .iter()
            .filter(|block| block.tag() == "CERTIFICATE")
            .filter_map(|block| Certificate::of_der(block.contents()))
            .collect()
    }

    fn of_der(der: &[u8]) -> Option<Certificate> {
        let (_, certificate) = X509Certificate::from_der(der).ok()?;
        let thumbprint = |by: &'static Digest| URL_SAFE_NO_PAD.encode(digest(by, der));
        Some(Certificate {
            key: DecodingKey::from_rsa_der(&certificate.public_key().subject_public_key.data),
            sha1: thumbprint(&SHA1_FOR_LEGACY_USE_ONLY),
            sha256: thumbprint(&SHA256),
            not_after: certificate.validity().not_after.timestamp(),
        })
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Certificate")
            .field("sha1", &self.sha1)
            .finish_non_exhaustive()
    }
}
