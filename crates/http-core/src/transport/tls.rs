//! TLS settings: trust in the system's authorities, those of a file, or one certificate alone.
//!
//! The HTTP library would make the same settings for the first two. They are made here because the third
//! needs a verifier of its own, and so that all three have the same versions (TLS 1.2 and 1.3), ciphers
//! and protocols.
//!
//! Pinning skips names and dates, not the proof of possession: the server must still sign the handshake
//! with the key of the certificate. The platform announces the SHA-1 and no other hash.

mod refusal;

use std::borrow::Cow;
use std::error::Error as StdError;
use std::sync::Arc;

use ::aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, aws_lc_rs, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, OtherError, RootCertStore,
    SignatureScheme,
};

pub(super) use self::refusal::{Untrusted, no_handshake, refused};
use crate::error::{Error, Result};

/// Settings, or the error of rustls.
pub(super) type Prepared = std::result::Result<ClientConfig, rustls::Error>;

/// Maximum length of a certificate's name in an error. The server has written it.
const LONGEST_NAME: usize = 200;

/// The SHA-1 of a certificate in DER.
pub(super) type Thumbprint = [u8; 20];

/// Trusts the authorities of the operating system.
pub(super) fn system() -> Prepared {
    let provider = provider();
    let verifier = rustls_platform_verifier::Verifier::new(Arc::clone(&provider))?;
    settings(provider, Arc::new(verifier))
}

/// Trusts these authorities only.
pub(super) fn trusting(authorities: RootCertStore) -> Prepared {
    let provider = provider();
    let verifier =
        WebPkiServerVerifier::builder_with_provider(Arc::new(authorities), Arc::clone(&provider));
    let verifier = verifier.build();
    let verifier = verifier.map_err(|error| rustls::Error::General(error.to_string()))?;
    settings(provider, verifier)
}

/// Trusts one certificate, by its thumbprint.
pub(super) fn pinned(thumbprint: Thumbprint) -> Prepared {
    let provider = provider();
    let verifier = Pinned {
        thumbprint,
        provider: Arc::clone(&provider),
    };
    settings(provider, Arc::new(verifier))
}

/// The authorities of a PEM text in UTF-8 or UTF-16.
///
/// # Errors
/// `Usage` if the text is not PEM or holds no certificate.
pub(super) fn authorities(pem: &[u8]) -> Result<RootCertStore> {
    let unreadable = |source: Box<dyn StdError + Send + Sync>| {
        Error::usage("the CA file is not readable PEM").with_source(source)
    };
    // Editors and shells on Windows put a byte order mark in front, or write UTF-16; the parser reads neither.
    let text = crate::text::decode(pem.to_vec());
    let pem = text.as_ref().map_or(pem, |text| text.as_bytes());
    let mut store = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(&plain_text(pem)) {
        let certificate = certificate.map_err(|error| unreadable(error.into()))?;
        let added = store.add(certificate);
        added.map_err(|error| unreadable(error.into()))?;
    }
    if store.is_empty() {
        return Err(Error::usage("the CA file holds no certificate"));
    }
    Ok(store)
}

/// The text in UTF-8 without a byte order mark.
fn plain_text(text: &[u8]) -> Cow<'_, [u8]> {
    let utf16 = |units: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = units.chunks_exact(2).map(|two| unit([two[0], two[1]]));
        let letters = char::decode_utf16(units);
        let text: String = letters
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
        Cow::Owned(text.into_bytes())
    };
    match text {
        [0xef, 0xbb, 0xbf, rest @ ..] => rest.into(),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => text.into(),
    }
}

/// Reads a thumbprint of 40 hexadecimal digits.
pub(super) fn thumbprint(text: &str) -> Result<Thumbprint> {
    let digits: Option<Vec<u8>> = text.trim().chars().map(digit).collect();
    let bytes = digits.filter(|digits| digits.len() % 2 == 0).map(|digits| {
        let pairs = digits.chunks_exact(2);
        pairs.map(|pair| pair[0] << 4 | pair[1]).collect::<Vec<_>>()
    });
    bytes
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or_else(|| Error::usage("a thumbprint is 40 hexadecimal digits"))
}

fn digit(digit: char) -> Option<u8> {
    digit.to_digit(16).and_then(|value| value.try_into().ok())
}

fn provider() -> Arc<CryptoProvider> {
    Arc::new(aws_lc_rs::default_provider())
}

/// Client settings with a verifier, offering HTTP/2 and HTTP/1.1.
fn settings(provider: Arc<CryptoProvider>, verifier: Arc<dyn ServerCertVerifier>) -> Prepared {
    let mut settings = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth();
    settings.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(settings)
}

/// An error of a verifier that carries our message and hint through rustls.
fn not_trusted(why: Untrusted) -> rustls::Error {
    rustls::Error::InvalidCertificate(CertificateError::Other(OtherError(Arc::new(why))))
}

/// Trusts a single certificate by its thumbprint. The signature of the handshake is verified as usual.
#[derive(Debug)]
struct Pinned {
    thumbprint: Thumbprint,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Pinned {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> std::result::Result<ServerCertVerified, rustls::Error> {
        let shown = digest(&SHA1_FOR_LEGACY_USE_ONLY, certificate);
        if shown.as_ref() == self.thumbprint {
            return Ok(ServerCertVerified::assertion());
        }
        Err(not_trusted(Untrusted {
            message: "its thumbprint is not the one that was named".to_owned(),
            hint: "another service than the platform's identity endpoint answers there; nothing was sent",
        }))
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        let known = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, certificate, signature, known)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        let known = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signature, known)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider
            .signature_verification_algorithms
            .supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The thumbprint is compared before the certificate is parsed, so any bytes will do.
    #[test]
    fn another_certificate_than_the_named_one_is_refused() {
        // As `printf certificate | openssl dgst -sha1` prints it.
        let named = thumbprint("735ad571c189d7ba84464bf4a9f1d2280175b128").unwrap();
        let verifier = Pinned {
            thumbprint: named,
            provider: provider(),
        };
        let judge = |bytes: &'static [u8]| {
            let certificate = CertificateDer::from(bytes);
            let server = ServerName::try_from("any.example").unwrap();
            verifier.verify_server_cert(&certificate, &[], &server, &[], UnixTime::now())
        };
        judge(b"certificate").unwrap();
        let error = judge(b"Certificate").unwrap_err();
        let said = refused(&error).unwrap().message;
        assert!(said.contains("thumbprint"), "{said}");
    }

    #[test]
    fn a_text_of_windows_is_read() {
        let made = rcgen::generate_simple_self_signed(["api.example".to_owned()]).unwrap();
        let pem = made.cert.pem().replace('\n', "\r\n");
        let units = || pem.encode_utf16();
        let texts = [
            pem.clone().into_bytes(),
            [b"\xef\xbb\xbf", pem.as_bytes()].concat(),
            [0xff, 0xfe]
                .into_iter()
                .chain(units().flat_map(u16::to_le_bytes))
                .collect(),
            [0xfe, 0xff]
                .into_iter()
                .chain(units().flat_map(u16::to_be_bytes))
                .collect(),
        ];
        for text in texts {
            assert_eq!(authorities(&text).unwrap().len(), 1);
        }
    }

    #[test]
    fn a_thumbprint_is_forty_digits() {
        let read = thumbprint("0123456789abcdefABCDEF0123456789abcdefAB").unwrap();
        assert_eq!(read[..3], [0x01, 0x23, 0x45]);
        assert_eq!(read[19], 0xab);
        for text in ["", "01", "g123456789abcdefABCDEF0123456789abcdefAB", "é"] {
            assert!(thumbprint(text).is_err(), "{text}");
        }
        assert!(thumbprint(&"0".repeat(42)).is_err());
        assert!(thumbprint(&"0".repeat(39)).is_err());
    }
}
