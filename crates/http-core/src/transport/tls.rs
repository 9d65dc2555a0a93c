//! Whom to trust: the system's authorities, those of a file, or one certificate alone.
//!
//! The settings are those that the HTTP library makes by itself. They are made here so that a certificate which is refused
//! can be named: behind a proxy that inspects, its issuer is what leads to the missing authority.

use std::error::Error as StdError;
use std::io;
use std::sync::Arc;

use ::aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, aws_lc_rs, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, DistinguishedName, OtherError,
    RootCertStore, SignatureScheme,
};
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::FromDer;

use crate::error::{Error, Result};

/// Settings, or why there are none.
pub(super) type Prepared = std::result::Result<ClientConfig, rustls::Error>;

/// The longest name that goes into an error; whoever answers has written it.
const LONGEST_NAME: usize = 200;

/// The SHA-1 of a certificate.
pub(super) type Thumbprint = [u8; 20];

/// Trusts the authorities of the operating system.
pub(super) fn system() -> Prepared {
    let provider = provider();
    let verifier = rustls_platform_verifier::Verifier::new(Arc::clone(&provider))?;
    settings(provider, Arc::new(Naming(Arc::new(verifier))))
}

/// Trusts these authorities and no others.
pub(super) fn trusting(authorities: RootCertStore) -> Prepared {
    let provider = provider();
    let verifier =
        WebPkiServerVerifier::builder_with_provider(Arc::new(authorities), Arc::clone(&provider));
    let verifier = verifier.build();
    let verifier = verifier.map_err(|error| rustls::Error::General(error.to_string()))?;
    settings(provider, Arc::new(Naming(verifier)))
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

/// The authorities of a PEM text.
pub(super) fn authorities(pem: &[u8]) -> Result<RootCertStore> {
    let unreadable = |source: Box<dyn StdError + Send + Sync>| {
        Error::usage("the CA file is not readable PEM").with_source(source)
    };
    // Editors and shells on Windows put a byte order mark in front, or write UTF-16; the parser reads neither.
    let text = crate::text::decode(pem.to_vec());
    let pem = text.as_ref().map_or(pem, |text| text.as_bytes());
    let mut store = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        let certificate = certificate.map_err(|error| unreadable(error.into()))?;
        let added = store.add(certificate);
        added.map_err(|error| unreadable(error.into()))?;
    }
    if store.is_empty() {
        return Err(Error::usage("the CA file holds no certificate"));
    }
    Ok(store)
}

/// A thumbprint of 40 hexadecimal digits.
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

/// What is to be told of a certificate that was refused, if that is what a failure comes from.
pub(super) fn refused(error: &(dyn StdError + 'static)) -> Option<String> {
    let mut at = Some(error);
    while let Some(cause) = at {
        if let Some(rustls::Error::InvalidCertificate(why)) = cause.downcast_ref() {
            return Some(format!(
                "the server's certificate is not trusted: {}",
                reason(why)
            ));
        }
        // An I/O error gives what is behind its content as its source, and passes the content by.
        let content = cause.downcast_ref().and_then(io::Error::get_ref);
        at = match content {
            Some(content) => Some(content),
            None => cause.source(),
        };
    }
    None
}

fn reason(error: &CertificateError) -> String {
    match error {
        CertificateError::UnknownIssuer => "no authority known here has issued it".to_owned(),
        CertificateError::Other(OtherError(ours)) => ours.to_string(),
        other => other.to_string(),
    }
}

fn provider() -> Arc<CryptoProvider> {
    Arc::new(aws_lc_rs::default_provider())
}

fn settings(provider: Arc<CryptoProvider>, verifier: Arc<dyn ServerCertVerifier>) -> Prepared {
    let mut settings = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth();
    settings.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(settings)
}

fn not_trusted(why: String) -> rustls::Error {
    let why: Box<dyn StdError + Send + Sync> = why.into();
    rustls::Error::InvalidCertificate(CertificateError::Other(OtherError(why.into())))
}

/// Leaves the judgement to another, and adds to a refusal who has issued the certificate.
#[derive(Debug)]
struct Naming(Arc<dyn ServerCertVerifier>);

fn issuer(certificate: &CertificateDer<'_>) -> Option<String> {
    let (_, certificate) = X509Certificate::from_der(certificate).ok()?;
    let name = certificate.issuer().to_string();
    let shown = name.chars().filter(|letter| !letter.is_control());
    Some(shown.take(LONGEST_NAME).collect())
}

impl ServerCertVerifier for Naming {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> std::result::Result<ServerCertVerified, rustls::Error> {
        let judged = (self.0).verify_server_cert(certificate, intermediates, server, ocsp, now);
        judged.map_err(|error| {
            let rustls::Error::InvalidCertificate(why) = &error else {
                return error;
            };
            // The last one sent is the nearest to the authority that is missing.
            let last = intermediates.last().unwrap_or(certificate);
            match issuer(last) {
                Some(issuer) => not_trusted(format!("{}; its issuer is {issuer}", reason(why))),
                None => error,
            }
        })
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        (self.0).verify_tls12_signature(message, certificate, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        (self.0).verify_tls13_signature(message, certificate, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.supported_verify_schemes()
    }

    fn root_hint_subjects(&self) -> Option<&[DistinguishedName]> {
        self.0.root_hint_subjects()
    }
}

/// Compares the thumbprint. That the server has the certificate's key is shown by its signature, as ever.
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
        Err(not_trusted(
            "its thumbprint is not the one that was named".to_owned(),
        ))
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

    /// It is looked at before anything of it is read, so that any bytes will do.
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
        let said = refused(&error).unwrap();
        assert!(said.contains("thumbprint"), "{said}");
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
