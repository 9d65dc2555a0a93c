//! Explains why TLS with a server failed.
//!
//! In a company network the usual reason is a proxy that inspects TLS, whose authority is not in the
//! system's store; after that come expired certificates and clocks that are wrong. The library's errors
//! name rules. The messages here name the reason, with names and dates, and the hint says what to do.

use std::error::Error as StdError;
use std::fmt;
use std::io;

use rustls::pki_types::{ServerName, UnixTime};
use rustls::{CertificateError, OtherError};

use super::LONGEST_NAME;

/// Why a certificate is not trusted, and what to do about it.
#[derive(Clone, Debug)]
pub(in crate::transport) struct Untrusted {
    pub(in crate::transport) message: String,
    pub(in crate::transport) hint: &'static str,
}

impl fmt::Display for Untrusted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl StdError for Untrusted {}

/// Message and hint if the failure is an untrusted certificate.
pub(in crate::transport) fn refused(error: &(dyn StdError + 'static)) -> Option<Untrusted> {
    let rustls::Error::InvalidCertificate(why) = cause(error)? else {
        return None;
    };
    let why = reason(why);
    Some(Untrusted {
        message: format!("the server's certificate is not trusted: {}", why.message),
        hint: why.hint,
    })
}

/// Message if the failure is a handshake without agreement: plain HTTP on the port, an alert, or a server
/// that is too old.
pub(in crate::transport) fn no_handshake(error: &(dyn StdError + 'static)) -> Option<String> {
    Some(match cause(error)? {
        rustls::Error::InvalidMessage(_) => {
            "the server does not answer in TLS: it may be meant for `http`, or another port"
                .to_owned()
        }
        rustls::Error::AlertReceived(alert) => {
            format!("the server ended the TLS handshake (`{alert:?}`)")
        }
        rustls::Error::PeerIncompatible(why) => {
            format!("the server supports no acceptable TLS, at least version 1.2 (`{why:?}`)")
        }
        _ => return None,
    })
}

/// The error of rustls in a chain of sources.
fn cause<'a>(error: &'a (dyn StdError + 'static)) -> Option<&'a rustls::Error> {
    let mut at = Some(error);
    while let Some(cause) = at {
        if let Some(ours) = cause.downcast_ref() {
            return Some(ours);
        }
        // The source of an I/O error is the source of its content, which skips the content itself.
        let content = cause.downcast_ref().and_then(io::Error::get_ref);
        at = match content {
            Some(content) => Some(content),
            None => cause.source(),
        };
    }
    None
}

const BY_AUTHORITY: &str = "a proxy that inspects TLS may have answered: name its certificate authority in a CA file, or add it to the system's; \
     `openssl s_client -showcerts -connect HOST:443` shows who issued the certificate; nothing was sent";
const BY_DATE: &str = "have the server's certificate renewed, or set the clock of this machine if it is wrong; nothing was sent";
const BY_NAME: &str = "check the address: a proxy or a sign-in page of the network may have answered in place of the service; nothing was \
                       sent";
const BY_SERVER: &str =
    "have the server's certificate replaced; no setting here makes up for it; nothing was sent";

/// Message and hint for a certificate error of rustls.
pub(super) fn reason(error: &CertificateError) -> Untrusted {
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
                "it expired at {}, and it is {} now",
                date(*not_after),
                date(*time)
            ),
            BY_DATE,
        ),
        CertificateError::Expired => ("it has expired".to_owned(), BY_DATE),
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
            "its signature algorithm is not supported".to_owned(),
            BY_SERVER,
        ),
        other => (other.to_string(), BY_SERVER),
    };
    Untrusted { message, hint }
}

/// Explains the names that the TLS library has for rules of certificates.
fn unusual(name: &str) -> String {
    let words = match name {
        "CaUsedAsEndEntity" => "it is the certificate of an authority, not of a server",
        "EndEntityUsedAsCa" => "it was issued by a certificate that is not an authority's",
        "UnsupportedCertVersion" => {
            "it is of an old version of certificates; only version 3 is supported"
        }
        "PathLenConstraintViolated" | "MaximumPathDepthExceeded" => {
            "its chain of authorities is too long"
        }
        "NameConstraintViolation" => "its authority may not issue certificates for that name",
        _ => return format!("it breaks a rule for certificates (`{name}`)"),
    };
    words.to_owned()
}

/// A time of a certificate in UTC, to the second.
fn date(time: UnixTime) -> String {
    let seconds = i64::try_from(time.as_secs()).ok();
    let time = seconds.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    time.map_or_else(
        || "an impossible time".to_owned(),
        |time| time.strftime("%Y-%m-%d %H:%M:%S UTC").to_string(),
    )
}

/// Message for a certificate of another name. Shows five of its names at most, without control characters:
/// the server has written them.
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

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
                "it expired at 2025-01-01 00:00:00 UTC, and it is 2026-01-01 00:00:00 UTC now",
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
}
