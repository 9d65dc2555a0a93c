//! The key of a store and its sources.

use std::fmt;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::rand;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};

use crate::error::{Error, ErrorKind, Result};
use crate::store::private_file::{PrivateFile, beside, is_open_to_others, open_regular};
use crate::text;

/// Length of a key in bytes.
const LENGTH: usize = 32;

/// Start of the file: tells it from other files, and is authenticated with the ciphertext.
const MAGIC: &[u8] = b"defender token store 1\n";

/// A 256-bit key for an [`EncryptedFileStore`](crate::EncryptedFileStore). Wiped from memory on
/// drop; not printed.
#[derive(Clone)]
pub struct StoreKey(SecretString);

/// Blanks and the byte order mark that some tools write around a text.
fn is_around(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{feff}'
}

impl StoreKey {
    /// Parses a key: 32 bytes in base64, as `openssl rand -base64 32` prints them.
    ///
    /// ```
    /// use auth_core::{SecretString, StoreKey};
    /// let text = SecretString::from("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    /// assert!(StoreKey::from_base64(&text).is_ok());
    /// assert!(StoreKey::from_base64(&"too short".into()).is_err());
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for anything else. The text is not in the error.
    pub fn from_base64(text: &SecretString) -> Result<Self> {
        let key = Self(SecretString::from(
            text.expose_secret().trim_matches(is_around),
        ));
        key.bytes()?;
        Ok(key)
    }

    /// Creates a key from the system's random numbers.
    pub(super) fn random() -> Result<Self> {
        let mut bytes = Zeroizing::new([0; LENGTH]);
        rand::fill(&mut *bytes).map_err(|_| {
            Error::new(
                ErrorKind::Store,
                "the system gives no random numbers for a key",
            )
        })?;
        Ok(Self(SecretString::from(STANDARD.encode(*bytes))))
    }

    fn bytes(&self) -> Result<Zeroizing<Vec<u8>>> {
        let bytes = STANDARD.decode(self.0.expose_secret()).map(Zeroizing::new);
        let bytes = bytes.ok().filter(|bytes| bytes.len() == LENGTH);
        bytes.ok_or_else(|| {
            Error::new(
                ErrorKind::Configuration,
                "the key of the store is not 32 bytes in base64",
            )
            .with_hint("make one with `openssl rand -base64 32`")
        })
    }

    /// The cipher for this key.
    fn cipher(&self) -> Result<LessSafeKey> {
        let key = UnboundKey::new(&AES_256_GCM, &self.bytes()?);
        key.map(LessSafeKey::new)
            .map_err(|_| Error::new(ErrorKind::Store, "the key of the store is not accepted"))
    }

    /// Encrypts a text with AES-256-GCM and a random nonce.
    pub(super) fn seal(&self, text: &[u8]) -> Result<Vec<u8>> {
        let failed = |_| Error::new(ErrorKind::Store, "the store cannot be encrypted");
        let mut nonce = [0; NONCE_LEN];
        rand::fill(&mut nonce).map_err(failed)?;
        let mut sealed = Vec::with_capacity(text.len() + AES_256_GCM.tag_len());
        sealed.extend_from_slice(text);
        self.cipher()?
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(MAGIC),
                &mut sealed,
            )
            .map_err(failed)?;
        Ok([MAGIC, &nonce, &sealed].concat())
    }

    /// Decrypts a text; `None` if the key is wrong or the bytes were changed.
    pub(super) fn open(&self, bytes: &[u8]) -> Result<Option<Zeroizing<Vec<u8>>>> {
        let Some((nonce, sealed)) = bytes
            .strip_prefix(MAGIC)
            .and_then(|rest| rest.split_first_chunk::<NONCE_LEN>())
        else {
            return Ok(None);
        };
        let mut buffer = Zeroizing::new(sealed.to_vec());
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let opened = self
            .cipher()?
            .open_in_place(nonce, Aad::from(MAGIC), &mut buffer);
        let Ok(length) = opened.map(|text| text.len()) else {
            return Ok(None);
        };
        buffer.truncate(length);
        Ok(Some(buffer))
    }
}

impl fmt::Debug for StoreKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoreKey")
    }
}

/// Source of the key.
#[derive(Clone)]
pub(super) enum KeySource {
    /// The caller.
    Given(StoreKey),
    /// A file that only its owner can read.
    File(PathBuf),
    /// An entry in the keyring of the operating system.
    #[cfg(feature = "keyring")]
    Keyring { service: String, account: String },
}

impl KeySource {
    /// Returns the key; `None` if none was created yet.
    pub(super) fn get(&self) -> Result<Option<StoreKey>> {
        match self {
            Self::Given(key) => Ok(Some(key.clone())),
            Self::File(path) => read(path),
            #[cfg(feature = "keyring")]
            Self::Keyring { service, account } => keyring::get(service, account),
        }
    }

    /// Path of the lock for creating the key of a store. Several stores may share a key.
    pub(super) fn lock_path(&self, store: &Path) -> PathBuf {
        match self {
            Self::File(path) => beside(path, "lockfile"),
            _ => store.with_file_name("key.lockfile"),
        }
    }

    /// Returns the key, created if missing. Call only under the lock.
    pub(super) fn get_or_create(&self) -> Result<StoreKey> {
        if let Some(key) = self.get()? {
            return Ok(key);
        }
        let key = StoreKey::random()?;
        match self {
            Self::Given(_) => {}
            Self::File(path) => {
                PrivateFile::at(path)
                    .replace(key.0.expose_secret().as_bytes())
                    .map_err(|error| failed(path, "cannot be written", error))?;
            }
            #[cfg(feature = "keyring")]
            Self::Keyring { service, account } => keyring::set(service, account, &key)?,
        }
        Ok(key)
    }
}

impl fmt::Debug for KeySource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Given(_) => f.write_str("given"),
            Self::File(path) => write!(f, "file {}", path.display()),
            #[cfg(feature = "keyring")]
            Self::Keyring { service, .. } => write!(f, "keyring entry {service}"),
        }
    }
}

/// Reads a key file; refuses one that others can read.
fn read(path: &Path) -> Result<Option<StoreKey>> {
    let unread = |error| failed(path, "cannot be read", error);
    let Some(mut file) = open_regular(path).map_err(unread)? else {
        return Ok(None);
    };
    if is_open_to_others(&file).map_err(unread)? {
        let message = format!("the key file {} is open to others", path.display());
        return Err(Error::new(ErrorKind::Configuration, message)
            .with_hint("remove their rights: chmod 600"));
    }
    let mut bytes = Zeroizing::new(Vec::new());
    file.read_to_end(&mut bytes).map_err(unread)?;
    let text = text::decoded(&bytes).map_err(unread)?;
    StoreKey::from_base64(&SecretString::from(text.as_str())).map(Some)
}

/// An error of kind `Store` about a file.
pub(super) fn failed(path: &Path, what: &str, error: io::Error) -> Error {
    let message = format!("{} {what}: {error}", path.display());
    Error::new(ErrorKind::Store, message).with_source(error)
}

#[cfg(feature = "keyring")]
mod keyring {
    use ::keyring::{Entry, Error as Refusal};
    use secrecy::{ExposeSecret, SecretString};

    use super::StoreKey;
    use crate::error::{Error, ErrorKind, Result};

    pub(super) fn get(service: &str, account: &str) -> Result<Option<StoreKey>> {
        let entry = Entry::new(service, account).map_err(unavailable)?;
        match entry.get_password() {
            Ok(text) => StoreKey::from_base64(&SecretString::from(text)).map(Some),
            Err(Refusal::NoEntry) => Ok(None),
            Err(error) => Err(unavailable(error)),
        }
    }

    pub(super) fn set(service: &str, account: &str, key: &StoreKey) -> Result<()> {
        let entry = Entry::new(service, account).map_err(unavailable)?;
        entry
            .set_password(key.0.expose_secret())
            .map_err(unavailable)
    }

    fn unavailable(error: Refusal) -> Error {
        // The error of an unreadable entry may contain its bytes.
        let reason = match error {
            Refusal::PlatformFailure(error) | Refusal::NoStorageAccess(error) => error.to_string(),
            Refusal::NoDefaultStore => match Entry::store_status() {
                Err(error) => error.to_string(),
                Ok(()) => "there is none".to_owned(),
            },
            _ => "its response is invalid".to_owned(),
        };
        let message = format!("the keyring of the operating system cannot be used: {reason}");
        Error::new(ErrorKind::Unavailable, message)
            .with_hint("unlock it, or keep the key in a file")
    }
}
