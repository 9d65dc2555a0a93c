//! Whom to trust: the system's authorities, those of a file, or one certificate alone.
//!
//! The settings are those that the HTTP library makes by itself. They are made here so that a certificate which is refused
//! can be named: behind a proxy that inspects, its issuer is what leads to the missing authority.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
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

/// The authorities of a PEM text, also one that an editor on Windows has written.
pub(super) fn authorities(pem: &[u8]) -> Result<RootCertStore> {
    let unreadable = |source: Box<dyn StdError + Send + Sync>| {
        Error::usage("the CA file is not readable PEM").with_source(source)
    };
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

/// The text without its byte order mark, and in UTF-8 where that mark says that it is UTF-16.
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

/// Why a certificate is not trusted, and what to do about it.
#[derive(Clone, Debug)]
pub(super) struct Untrusted {
    pub(super) message: String,
    pub(super) hint: &'static str,
}

impl fmt::Display for Untrusted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl StdError for Untrusted {}

/// What is to be said of a certificate that was refused, if that is what a failure comes from.
pub(super) fn refused(error: &(dyn StdError + 'static)) -> Option<Untrusted> {
    let rustls::Error::InvalidCertificate(why) = cause(error)? else {
        return None;
    };
    let why = reason(why);
    Some(Untrusted {
        message: format!("the server's certificate is not trusted: {}", why.message),
        hint: why.hint,
    })
}

/// Why there is no common language with the server, if that is what a failure comes from.
pub(super) fn no_handshake(error: &(dyn StdError + 'static)) -> Option<String> {
    Some(match cause(error)? {
        rustls::Error::InvalidMessage(_) => {
            "the server does not answer in TLS: it may be meant for `http`, or another port"
                .to_owned()
        }
        rustls::Error::AlertReceived(alert) => {
            format!("the server ended the TLS handshake (`{alert:?}`)")
        }
        rustls::Error::PeerIncompatible(why) => {
            format!("the server offers no TLS that is good enough, 1.2 at least (`{why:?}`)")
        }
        _ => return None,
    })
}

fn cause<'a>(error: &'a (dyn StdError + 'static)) -> Option<&'a rustls::Error> {
    let mut at = Some(error);
    while let Some(cause) = at {
        if let Some(ours) = cause.downcast_ref() {
            return Some(ours);
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

const BY_AUTHORITY: &str =
    "name the authority of that issuer in a CA file, or add it to the system's; nothing was sent";
const BY_DATE: &str = "have the server's certificate renewed, or set the clock of this machine if it is wrong; nothing was sent";
const BY_NAME: &str = "check the address: a proxy or a sign-in page of the network may have answered in place of the service; nothing was \
                       sent";
const BY_SERVER: &str =
    "have the server's certificate replaced; no setting here makes up for it; nothing was sent";

fn reason(error: &CertificateError) -> Untrusted {
    let (message, hint) = match error {
        CertificateError::Other(OtherError(other)) => {
            return match other.downcast_ref::<Untrusted>() {
                Some(ours) => ours.clone(),
                None => Untrusted {
                    message: unusual(&other.to_string()),
                    hint: BY_SERVER,
                },
            };
        }
        CertificateError::UnknownIssuer => (
            "no authority known here has issued it".to_owned(),
            BY_AUTHORITY,
        ),
        CertificateError::ExpiredContext { time, not_after } => (
            format!(
                "it ended at {}, and it is {} now",
                date(*not_after),
                date(*time)
            ),
            BY_DATE,
        ),
        CertificateError::Expired => ("it has ended".to_owned(), BY_DATE),
        CertificateError::NotValidYetContext { time, not_before } => (
            format!(
                "it is valid from {} on, and it is {} now",
                date(*not_before),
                date(*time)
            ),
            BY_DATE,
        ),
        CertificateError::NotValidYet => ("it is not valid yet".to_owned(), BY_DATE),
        CertificateError::NotValidForNameContext {
            expected,
            presented,
        } => (other_name(expected, presented), BY_NAME),
        CertificateError::NotValidForName => ("it is for another name".to_owned(), BY_NAME),
        CertificateError::Revoked => ("its authority has revoked it".to_owned(), BY_SERVER),
        CertificateError::InvalidPurpose | CertificateError::InvalidPurposeContext { .. } => {
            ("it is not made for servers".to_owned(), BY_SERVER)
        }
        CertificateError::BadEncoding => ("it cannot be read".to_owned(), BY_SERVER),
        CertificateError::BadSignature => ("its signature is wrong".to_owned(), BY_SERVER),
        CertificateError::UnsupportedSignatureAlgorithmContext { .. }
        | CertificateError::UnsupportedSignatureAlgorithmForPublicKeyContext { .. } => (
            "its signature is of a kind that is not supported".to_owned(),
            BY_SERVER,
        ),
        other => (other.to_string(), BY_SERVER),
    };
    Untrusted { message, hint }
}

/// The names that the TLS library has for rules that a certificate breaks, in words.
fn unusual(name: &str) -> String {
    let words = match name {
        "CaUsedAsEndEntity" => "it is the certificate of an authority, not of a server",
        "EndEntityUsedAsCa" => "it was issued by a certificate that is not an authority's",
        "UnsupportedCertVersion" => {
            "it is of an old version of certificates; only version 3 is supported"
        }
        "PathLenConstraintViolated" | "MaximumPathDepthExceeded" => {
            "there are more authorities between it and a known one than are allowed"
        }
        "NameConstraintViolation" => "its authority may not issue certificates for that name",
        _ => return format!("it breaks a rule for certificates (`{name}`)"),
    };
    words.to_owned()
}

fn date(time: UnixTime) -> String {
    let seconds = i64::try_from(time.as_secs()).ok();
    let time = seconds.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    time.map_or_else(
        || "an impossible time".to_owned(),
        |time| time.strftime("%Y-%m-%d %H:%M:%S UTC").to_string(),
    )
}

/// The names are those that the server shows; the first few are enough.
fn other_name(expected: &ServerName<'_>, presented: &[String]) -> String {
    let names = presented.iter().take(5).map(|name| {
        let inner = name.split('"').nth(1).unwrap_or(name);
        let shown = inner.chars().filter(|letter| !letter.is_control());
        format!("`{}`", shown.take(LONGEST_NAME).collect::<String>())
    });
    let names: Vec<_> = names.collect();
    let expected = expected.to_str();
    match names.is_empty() {
        true => format!("it names no server, so it is not for `{expected}`"),
        false => format!("it is for {}, not for `{expected}`", names.join(", ")),
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

fn not_trusted(why: Untrusted) -> rustls::Error {
    rustls::Error::InvalidCertificate(CertificateError::Other(OtherError(Arc::new(why))))
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
            let mut why = reason(why);
            if let Some(issuer) = issuer(last) {
                why.message = format!("{}; its issuer is {issuer}", why.message);
            }
            not_trusted(why)
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
        Err(not_trusted(Untrusted {
            message: "its thumbprint is not the one that was named".to_owned(),
            hint: "something else than the platform's identity endpoint answers there; nothing was sent",
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
        let said = refused(&error).unwrap().message;
        assert!(said.contains("thumbprint"), "{said}");
    }

    #[test]
    fn a_certificate_that_is_refused_is_told_of_in_plain_words_with_dates() {
        let at = |seconds| UnixTime::since_unix_epoch(std::time::Duration::from_secs(seconds));
        let other = |name: &str| {
            CertificateError::Other(OtherError(Arc::new(Untrusted {
                message: unusual(name),
                hint: BY_SERVER,
            })))
        };
        for (error, message, hint) in [
            (
                CertificateError::ExpiredContext {
                    time: at(1_767_225_600),
                    not_after: at(1_735_689_600),
                },
                "it ended at 2025-01-01 00:00:00 UTC, and it is 2026-01-01 00:00:00 UTC now",
                BY_DATE,
            ),
            (
                CertificateError::NotValidYetContext {
                    time: at(1_735_689_600),
                    not_before: at(1_767_225_600),
                },
                "it is valid from 2026-01-01 00:00:00 UTC on",
                BY_DATE,
            ),
            (
                CertificateError::NotValidForNameContext {
                    expected: ServerName::try_from("api.example").unwrap(),
                    presented: vec!["DnsName(\"portal.example\")".to_owned()],
                },
                "it is for `portal.example`, not for `api.example`",
                BY_NAME,
            ),
            (
                CertificateError::UnknownIssuer,
                "no authority known here",
                BY_AUTHORITY,
            ),
            (
                other("CaUsedAsEndEntity"),
                "of an authority, not of a server",
                BY_SERVER,
            ),
            (other("UnsupportedCertVersion"), "an old version", BY_SERVER),
        ] {
            let said = refused(&rustls::Error::InvalidCertificate(error)).unwrap();
            assert!(said.message.contains(message), "{}", said.message);
            assert_eq!(said.hint, hint);
        }
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
