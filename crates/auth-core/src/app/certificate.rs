//! A certificate and its private key, read from PEM or PKCS#12.

mod contents;
mod key;
mod pem;
mod pkcs12;

#[cfg(test)]
mod tests;

use std::fmt;

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use jiff::Timestamp;
use jsonwebtoken::EncodingKey;
use secrecy::SecretString;
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::FromDer;

use self::contents::Contents;
use self::key::wrong;
use crate::error::Result;
use crate::random::sha256;
use crate::text;

/// A certificate with its private key and, if the file has them, the certificates that issued it.
///
/// The key must be RSA with at least 2048 bits: Microsoft Entra accepts no other. Among several
/// certificates the one that belongs to the key is found by its public key; the order in the file
/// does not matter. The issuing certificates are sent only with
/// [`with_certificate_chain`](crate::ClientCertificate::with_certificate_chain).
///
/// `Debug` prints subject, thumbprint and dates, never the key.
///
/// ```no_run
/// use auth_core::{Certificate, SecretString};
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let password = SecretString::from("the password of the file");
/// let certificate = Certificate::from_bytes(&std::fs::read("automation.pfx")?, Some(&password))?;
/// println!("{} until {}", certificate.thumbprint(), certificate.not_after());
/// # Ok(())
/// # }
/// ```
pub struct Certificate {
    key: EncodingKey,
    /// DER, each issued by the next one.
    chain: Vec<Vec<u8>>,
    subject: String,
    not_before: Timestamp,
    not_after: Timestamp,
}

impl Certificate {
    /// Reads PEM or PKCS#12, detected by content.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if the bytes are neither, and
    /// for the errors of [`from_pem`](Self::from_pem) and [`from_pkcs12`](Self::from_pkcs12).
    pub fn from_bytes(bytes: &[u8], password: Option<&SecretString>) -> Result<Self> {
        match text::decoded(bytes) {
            Ok(text) if text.contains("-----BEGIN ") => Self::from_pem(&text, password),
            _ => Self::from_pkcs12(bytes, password),
        }
    }

    /// Reads a PEM text with a private key (PKCS#8, encrypted or not, or PKCS#1) and its
    /// certificate, in any order, with or without other certificates. Without a password an
    /// encrypted key is an error; a password for a key that is not encrypted is ignored.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if key or certificate is
    /// missing, the key is not RSA with at least 2048 bits, the password is wrong, or no
    /// certificate belongs to the key.
    pub fn from_pem(text: &str, password: Option<&SecretString>) -> Result<Self> {
        Self::of(&pem::read(text, password)?)
    }

    /// Reads a PKCS#12 file (`.pfx`, `.p12`), with current encryption (AES) or the older kinds. `None` is the empty password.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if the file is not PKCS#12,
    /// the password is wrong, the key is not RSA with at least 2048 bits, or no certificate belongs
    /// to the key.
    pub fn from_pkcs12(bytes: &[u8], password: Option<&SecretString>) -> Result<Self> {
        Self::of(&pkcs12::read(bytes, password)?)
    }

    /// Finds key and certificate that belong together.
    fn of(contents: &Contents) -> Result<Self> {
        if contents.keys.is_empty() {
            return Err(wrong("the private key is missing")
                .with_hint("export the certificate together with its private key"));
        }
        if contents.certificates.is_empty() {
            return Err(wrong("the certificate is missing")
                .with_hint("put the certificate into the same file as its key"));
        }
        let mut parsed = Vec::new();
        for der in &contents.certificates {
            let (_, certificate) = X509Certificate::from_der(der)
                .map_err(|_| wrong("a certificate in the file cannot be read"))?;
            parsed.push((der, certificate));
        }
        for key in &contents.keys {
            let fits =
                |(_, certificate): &&(_, X509Certificate<'_>)| key.fits(public_key(certificate));
            if let Some((der, leaf)) = parsed.iter().find(fits) {
                return Ok(Self {
                    key: key.to_signing_key(),
                    chain: chain(der, leaf, &parsed),
                    subject: leaf.subject().to_string(),
                    not_before: instant(leaf.validity().not_before.timestamp())?,
                    not_after: instant(leaf.validity().not_after.timestamp())?,
                });
            }
        }
        let names: Vec<_> = parsed
            .iter()
            .map(|(_, certificate)| format!("`{}`", certificate.subject()))
            .collect();
        Err(wrong(format!(
            "the private key belongs to none of the certificates: {}",
            names.join(", ")
        )))
    }

    /// The subject, for example `CN=automation`.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// Start of validity.
    pub fn not_before(&self) -> Timestamp {
        self.not_before
    }

    /// End of validity. The identity service refuses the certificate from then on.
    pub fn not_after(&self) -> Timestamp {
        self.not_after
    }

    /// The SHA-1 thumbprint in upper-case hexadecimal digits, as the portal shows it.
    pub fn thumbprint(&self) -> String {
        self.sha1()
            .iter()
            .map(|byte| format!("{byte:02X}"))
            .collect()
    }

    /// The certificates in DER; the first belongs to the key.
    pub(crate) fn chain(&self) -> &[Vec<u8>] {
        &self.chain
    }

    /// SHA-1 of the certificate, which RS256 assertions name it by.
    pub(crate) fn sha1(&self) -> Vec<u8> {
        digest(&SHA1_FOR_LEGACY_USE_ONLY, self.leaf())
            .as_ref()
            .to_vec()
    }

    /// SHA-256 of the certificate, which PS256 assertions name it by.
    pub(crate) fn sha256(&self) -> [u8; 32] {
        sha256(self.leaf())
    }

    /// The private key. It is used to sign and never shown.
    pub(crate) fn signing_key(&self) -> &EncodingKey {
        &self.key
    }

    /// The certificate of the key, in DER.
    fn leaf(&self) -> &[u8] {
        self.chain.first().map_or(&[], Vec::as_slice)
    }
}

impl fmt::Debug for Certificate {
    /// Prints everything but the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Certificate")
            .field("subject", &self.subject)
            .field("thumbprint", &self.thumbprint())
            .field("not_after", &self.not_after)
            .finish_non_exhaustive()
    }
}

/// Orders the leaf and its issuers, as far as the file has them.
fn chain(
    der: &[u8],
    leaf: &X509Certificate<'_>,
    all: &[(&Vec<u8>, X509Certificate<'_>)],
) -> Vec<Vec<u8>> {
    let mut chain = vec![der.to_vec()];
    let mut issuer = leaf.issuer().as_raw().to_vec();
    while let Some((next, certificate)) = all
        .iter()
        .find(|(der, certificate)| certificate.subject().as_raw() == issuer && !chain.contains(der))
    {
        chain.push((*next).clone());
        issuer = certificate.issuer().as_raw().to_vec();
    }
    chain
}

/// The public key as it is encoded in the certificate, to compare with the private one.
fn public_key<'a>(certificate: &'a X509Certificate<'_>) -> &'a [u8] {
    &certificate.public_key().subject_public_key.data
}

fn instant(second: i64) -> Result<Timestamp> {
    Timestamp::from_second(second).map_err(|_| wrong("the certificate's dates are out of range"))
}
