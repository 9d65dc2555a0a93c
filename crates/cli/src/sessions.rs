//! The store that keeps the sign-in of a profile.

use std::path::PathBuf;
use std::sync::Arc;

use auth_core::{EncryptedFileStore, ErrorKind, PrivateFile, StoreKey, TokenStore};

use crate::environment::Environment;
use crate::failure::{Failure, Result};
use crate::folders::Folders;

/// The names of the key's entry in the keyring.
const SERVICE: &str = "defender";
const ACCOUNT: &str = "store of sign-ins";

/// The settings that say where the key is.
const KEY: &str = "DEFENDER_STORE_KEY";
const PLACE: &str = "DEFENDER_STORE";

/// Where the key of the stores is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyPlace {
    Variable,
    File,
    Keyring,
}

/// The stores of one person: a file for each profile, one key for all.
#[derive(Debug)]
pub(crate) struct Sessions {
    folder: PathBuf,
    place: KeyPlace,
    key: Option<StoreKey>,
    is_forced: bool,
}

impl Sessions {
    /// Where the settings say, or where the key is already; in the keyring where nothing tells.
    pub(crate) fn open(folders: &Folders, environment: &Environment) -> Result<Self> {
        let folder = folders.state.join("sessions");
        let exposed = PrivateFile::at(&folder).is_exposed();
        if exposed.map_err(|error| Failure::machine(&folder.display().to_string(), &error))? {
            let message = format!("{} can be changed by others", folder.display());
            return Err(Failure::usage(message)
                .with_hint("sign-ins are kept there: take their rights to it and to the folder around it away, chmod go-w"));
        }
        let key = environment.secret(KEY);
        let key = key.map(|text| StoreKey::from_base64(&text)).transpose();
        let key = key.map_err(|error| Failure::usage(format!("{KEY}: {}", error.message())))?;
        let forced = environment.parse(PLACE, |text| match text {
            "keyring" => Ok(KeyPlace::Keyring),
            "file" => Ok(KeyPlace::File),
            _ => Err(format!("`{text}` is neither `keyring` nor `file`")),
        })?;
        let place = match (&key, forced) {
            (Some(_), _) => KeyPlace::Variable,
            (None, Some(place)) => place,
            (None, None) if folder.join("key").exists() => KeyPlace::File,
            (None, None) => KeyPlace::Keyring,
        };
        Ok(Self {
            folder,
            place,
            key,
            is_forced: forced.is_some(),
        })
    }

    /// The store of a profile.
    pub(crate) fn of_profile(&self, name: &str) -> Arc<dyn TokenStore> {
        Arc::new(self.store(name))
    }

    fn store(&self, name: &str) -> EncryptedFileStore {
        let path = self.path(name);
        match (&self.key, self.place) {
            (Some(key), _) => EncryptedFileStore::with_key(path, key.clone()),
            (None, KeyPlace::Keyring) => EncryptedFileStore::with_keyring(path, SERVICE, ACCOUNT),
            (None, _) => EncryptedFileStore::with_key_file(path, self.folder.join("key")),
        }
    }

    /// The same for a sign-in: where there is no keyring and nobody asked for one, the key goes into a file.
    pub(crate) async fn writable(&mut self, name: &str) -> Result<Arc<dyn TokenStore>> {
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
            outcome => Ok(outcome.map(|()| store)?),
        }
    }

    pub(crate) fn place(&self) -> KeyPlace {
        self.place
    }

    /// Whether anything was ever kept for a profile.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    /// Takes a profile's store away, readable or not.
    pub(crate) async fn remove(&self, name: &str) -> Result<bool> {
        Ok(self.store(name).remove().await?)
    }

    /// Where a profile's store is.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.bin"))
    }
}
