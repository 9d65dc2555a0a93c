//! The encrypted stores with the sign-ins of profiles.
//!
//! Each profile has a file of its own, so a sign-in of one cannot damage another, and removing a profile removes one
//! file. All files are encrypted with one key. The key is in a variable (for containers), in a file beside the stores
//! (for systems without a keyring), or in the keyring of the operating system.

use std::path::PathBuf;
use std::sync::Arc;

use super::sources::Sources;
use super::{ProfileError, Result};
use crate::error::{Error, ErrorKind};
use crate::store::private_file::PrivateFile;
use crate::store::{EncryptedFileStore, StoreKey, TokenStore};

/// The names of the keyring entry with the key.
#[cfg(feature = "keyring")]
const SERVICE: &str = "defender";
#[cfg(feature = "keyring")]
const ACCOUNT: &str = "store of sign-ins";

/// The variable with the key, in base64.
const KEY: &str = "DEFENDER_STORE_KEY";
/// The variable that chooses the place of the key: `keyring` or `file`.
const PLACE: &str = "DEFENDER_STORE";

/// Where the key of the stores is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyPlace {
    /// In the variable `DEFENDER_STORE_KEY`.
    Variable,
    /// In the file `key` beside the stores. Anyone who can read the folder can read the sign-ins.
    File,
    /// In the keyring of the operating system. Requires the feature `keyring`.
    Keyring,
}

impl KeyPlace {
    /// `DEFENDER_STORE_KEY`, `file` or `keyring`, for output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Variable => "DEFENDER_STORE_KEY",
            Self::File => "file",
            Self::Keyring => "keyring",
        }
    }
}

/// The stores of a person: an encrypted file for each profile, and one key for all of them.
///
/// ```
/// use std::collections::HashMap;
///
/// use auth_core::settings::profiles::{KeyPlace, Sessions, Sources};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// let sources = Sources::of(&[], HashMap::from([("DEFENDER_STORE", "file".to_owned())]));
/// let sessions = Sessions::open(folder.path().to_owned(), &sources)?;
/// assert_eq!(sessions.place(), KeyPlace::File);
/// assert!(!sessions.has("lab"));
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Sessions {
    folder: PathBuf,
    place: KeyPlace,
    key: Option<StoreKey>,
    /// Whether a setting chose the place, so that no other one is tried.
    is_forced: bool,
}

impl Sessions {
    /// Opens the folder of the stores. No file is created.
    ///
    /// The place of the key is `DEFENDER_STORE_KEY`, the place that `DEFENDER_STORE` names, a key file that exists, or
    /// else the keyring. A build without the feature `keyring` uses a key file.
    ///
    /// # Errors
    /// [`Invalid`](super::ProfileErrorKind::Invalid) if other users can change the folder, and for invalid settings;
    /// [`Io`](super::ProfileErrorKind::Io) if the folder cannot be read.
    pub fn open(folder: PathBuf, sources: &Sources) -> Result<Self> {
        let exposed = PrivateFile::at(&folder).is_exposed();
        if exposed.map_err(|error| ProfileError::io(&folder.display().to_string(), &error))? {
            let message = format!("{} can be changed by others", folder.display());
            return Err(ProfileError::invalid(message)
                .with_hint("sign-ins are kept there: take their rights to it and to the folder around it away, chmod go-w"));
        }
        let key = sources.secret(KEY);
        let key = key.map(|text| StoreKey::from_base64(&text)).transpose();
        let key =
            key.map_err(|error| ProfileError::invalid(format!("{KEY}: {}", error.message())))?;
        let forced = sources.parse(PLACE, |text| match text {
            "keyring" => Ok(KeyPlace::Keyring),
            "file" => Ok(KeyPlace::File),
            _ => Err(format!("`{text}` is neither `keyring` nor `file`")),
        })?;
        let place = match (&key, forced) {
            (Some(_), _) => KeyPlace::Variable,
            (None, Some(place)) => place,
            (None, None) if folder.join("key").exists() => KeyPlace::File,
            (None, None) if cfg!(feature = "keyring") => KeyPlace::Keyring,
            (None, None) => KeyPlace::File,
        };
        Ok(Self {
            folder,
            place,
            key,
            is_forced: forced.is_some(),
        })
    }

    /// The store of a profile. Its file and the key are read when a token is requested.
    pub fn of_profile(&self, name: &str) -> Arc<dyn TokenStore> {
        Arc::new(self.store(name))
    }

    fn store(&self, name: &str) -> EncryptedFileStore {
        let path = self.path(name);
        match (&self.key, self.place) {
            (Some(key), _) => EncryptedFileStore::with_key(path, key.clone()),
            #[cfg(feature = "keyring")]
            (None, KeyPlace::Keyring) => EncryptedFileStore::with_keyring(path, SERVICE, ACCOUNT),
            (None, _) => EncryptedFileStore::with_key_file(path, self.folder.join("key")),
        }
    }

    /// The store of a profile for a sign-in. Creates the file and the key. If there is no keyring and the settings do
    /// not require one, the key goes into a file; [`place`](Self::place) then reports that.
    ///
    /// # Errors
    /// Returns the errors of the store.
    pub async fn writable(&mut self, name: &str) -> Result<Arc<dyn TokenStore>, Error> {
        let store = self.of_profile(name);
        match store.update(Box::new(|_| {})).await {
            Err(error)
                if error.kind() == ErrorKind::Unavailable
                    && self.place == KeyPlace::Keyring
                    && !self.is_forced =>
            {
                self.place = KeyPlace::File;
                let store = self.of_profile(name);
                store.update(Box::new(|_| {})).await?;
                Ok(store)
            }
            outcome => outcome.map(|()| store),
        }
    }

    /// Where the key is, or will be when it is created.
    pub fn place(&self) -> KeyPlace {
        self.place
    }

    /// Whether a profile has a store. The store is not read, so it may hold an expired session.
    pub fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    /// Removes the store of a profile, even if it cannot be decrypted. Returns whether there was one.
    ///
    /// # Errors
    /// Returns the errors of the store.
    pub async fn remove(&self, name: &str) -> Result<bool, Error> {
        self.store(name).remove().await
    }

    /// The path of the file with the store of a profile: `NAME.bin` in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.bin"))
    }
}
