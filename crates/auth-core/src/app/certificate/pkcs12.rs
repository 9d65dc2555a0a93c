//! PKCS#12 files.

use p12_keystore::Pkcs12Archive;
use p12_keystore::error::Error as ArchiveError;
use secrecy::{ExposeSecret, SecretString};

use super::contents::Contents;
use super::key::{PrivateKey, wrong};
use crate::error::{Error, Result};

/// Reads all keys and certificates of a PKCS#12 file.
pub(super) fn read(bytes: &[u8], password: Option<&SecretString>) -> Result<Contents> {
    let text = password.map_or("", |password| password.expose_secret());
    let archive = Pkcs12Archive::from_pkcs12(bytes, text)
        .map_err(|error| explain(&error, password.is_some()))?;
    let mut contents = Contents::default();
    for bag in &archive.keys {
        contents
            .keys
            .push(PrivateKey::from_pkcs8(bag.key.as_der())?);
    }
    for bag in &archive.certs {
        contents.certificates.push(bag.cert.as_der().to_vec());
    }
    Ok(contents)
}

/// Explains why a file cannot be read. A wrong password and a damaged file look alike to the
/// library.
fn explain(error: &ArchiveError, has_password: bool) -> Error {
    match error {
        ArchiveError::MacError(_) | ArchiveError::UnpadError if has_password => {
            wrong("the password does not open the PKCS#12 file")
        }
        ArchiveError::MacError(_) | ArchiveError::UnpadError => {
            wrong("the PKCS#12 file needs a password").with_hint("give its password too")
        }
        ArchiveError::UnsupportedEncryptionScheme | ArchiveError::UnsupportedMacAlgorithm => {
            wrong("the PKCS#12 file has an unsupported encryption")
                .with_hint("export it again with AES-256")
        }
        _ => wrong("this is neither a PKCS#12 file nor a PEM text"),
    }
}
