//! A certificate and its private key, from the forms people have them in.

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

/// A certificate with its private key and, where they came along, the certificates that issued it.
///
/// The key must be RSA of at least 2048 bits: Entra takes no other. Where several certificates are given, the one that
/// belongs to the key is found by its public key.
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
    /// In DER, each issued by the one after it.
    chain: Vec<Vec<u8>>,
    subject: String,
    not_before: Timestamp,
    not_after: Timestamp,
}

impl Certificate {
    /// Reads PEM or PKCS#12, whichever it is.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) for what can be read as neither, and as the two below.
    pub fn from_bytes(bytes: &[u8], password: Option<&SecretString>) -> Result<Self> {
        match text::decoded(bytes) {
            Ok(text) if text.contains("-----BEGIN ") => Self::from_pem(&text, password),
            _ => Self::from_pkcs12(bytes, password),
        }
    }

    /// Reads a PEM text that holds the private key (PKCS#8, encrypted or not, or PKCS#1) and the certificate, in any
    /// order, with or without others.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) for a text without key or certificate, a key that cannot be used, a wrong
    /// password, or certificates of which none belongs to the key.
    pub fn from_pem(text: &str, password: Option<&SecretString>) -> Result<Self> {
        Self::of(&pem::read(text, password)?)
    }

    /// Reads a PKCS#12 file (`.pfx`, `.p12`), with today's encryption or the older ones. No password means an empty
    /// one.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) for a file that is none, a wrong password, a key that cannot be used, or
    /// certificates of which none belongs to the key.
    pub fn from_pkcs12(bytes: &[u8], password: Option<&SecretString>) -> Result<Self> {
        Self::of(&pkcs12::read(bytes, password)?)
    }

    fn of(contents: &Contents) -> Result<Self> {
        if contents.keys.is_empty() {
            return Err(wrong("there is no private key beside the certificate")
                .with_hint("export the certificate together with its private key"));
        }
        if contents.certificates.is_empty() {
            return Err(wrong("there is no certificate beside the private key")
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

    /// Whom the certificate names, for example `CN=automation`.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// From when on the certificate is valid.
    pub fn not_before(&self) -> Timestamp {
        self.not_before
    }

    /// When the certificate ends.
    pub fn not_after(&self) -> Timestamp {
        self.not_after
    }

    /// The SHA-1 thumbprint in capital hexadecimal digits, as the portal lists it.
    pub fn thumbprint(&self) -> String {
        self.sha1()
            .iter()
            .map(|byte| format!("{byte:02X}"))
            .collect()
    }

    /// The certificates in DER, the one that belongs to the key first.
    pub(crate) fn chain(&self) -> &[Vec<u8>] {
        &self.chain
    }

    pub(crate) fn sha1(&self) -> Vec<u8> {
        digest(&SHA1_FOR_LEGACY_USE_ONLY, self.leaf())
            .as_ref()
            .to_vec()
    }

    pub(crate) fn sha256(&self) -> [u8; 32] {
        sha256(self.leaf())
    }

    pub(crate) fn signing_key(&self) -> &EncodingKey {
        &self.key
    }

    fn leaf(&self) -> &[u8] {
        self.chain.first().map_or(&[], Vec::as_slice)
    }
}

impl fmt::Debug for Certificate {
    /// Everything but the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Certificate")
            .field("subject", &self.subject)
            .field("thumbprint", &self.thumbprint())
            .field("not_after", &self.not_after)
            .finish_non_exhaustive()
    }
}

/// The leaf and whoever issued it, as far as the file goes.
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

fn public_key<'a>(certificate: &'a X509Certificate<'_>) -> &'a [u8] {
    &certificate.public_key().subject_public_key.data
}

fn instant(second: i64) -> Result<Timestamp> {
    Timestamp::from_second(second)
        .map_err(|_| wrong("the certificate's dates are beyond what can be reckoned with"))
}
