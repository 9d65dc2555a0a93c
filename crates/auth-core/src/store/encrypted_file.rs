//! A store in one encrypted file.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;

use super::key::{KeySource, StoreKey, failed};
use super::stored_tokens::{StoredTokens, now_s};
use super::token_store::{Change, StoreLock, TokenStore};
use crate::error::{Error, ErrorKind, Result};
use crate::store::private_file::{FileLock, LockedFile, PrivateFile, beside};

/// How long another process may hold the lock for a change, which takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long another process may redeem a refresh token: longer than all attempts of a token request
/// together.
const LONGEST_HOLD: Duration = Duration::from_secs(150);

/// A store in one file, encrypted with AES-256-GCM, for one user of a machine.
///
/// File and folder are created for their owner alone (modes 0600 and 0700). A change is applied to
/// the current contents under a lock beside the file, and replaces the file whole, so no process
/// loses what another one wrote. A second lock is held while a refresh token is redeemed, so that
/// only one process redeems each.
///
/// A file that cannot be decrypted counts as empty: a warning is logged, and the next change
/// renames it to `NAME.unreadable-<seconds>`. Temporary files of killed processes are removed by
/// the next change.
///
/// The key comes from the caller, from a key file, or (feature `keyring`) from the keyring of the
/// operating system. A key file beside the store protects against copies of one without the other,
/// not against programs of the same user.
///
/// ```no_run
/// use std::sync::Arc;
/// use auth_core::{DeviceCode, DeviceCodePrompt, EncryptedFileStore};
/// # fn main() -> auth_core::Result<()> {
/// let store = EncryptedFileStore::with_key_file("state/sessions.bin", "state/sessions.key");
/// let credential = DeviceCode::new(
///     "organizations",
///     "11111111-2222-3333-4444-555555555555",
///     |prompt: &DeviceCodePrompt| eprintln!("{}", prompt.message()),
/// )?
/// .with_store(Arc::new(store));
/// # let _ = credential;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// `load` and `update` return [`ErrorKind::Store`] if file, key or lock cannot be used, and
/// [`ErrorKind::Configuration`] if others can change the folder or read the key file.
#[derive(Clone)]
pub struct EncryptedFileStore(Arc<Place>);

/// The file and the source of its key.
struct Place {
    path: PathBuf,
    key: KeySource,
}

impl EncryptedFileStore {
    /// Uses a key that the caller has. Nothing is read yet.
    pub fn with_key(path: impl Into<PathBuf>, key: StoreKey) -> Self {
        Self::of(path.into(), KeySource::Given(key))
    }

    /// Uses the key in a file, which is created with the first change. Several stores may share a
    /// key file.
    pub fn with_key_file(path: impl Into<PathBuf>, key_path: impl Into<PathBuf>) -> Self {
        Self::of(path.into(), KeySource::File(key_path.into()))
    }

    /// Uses a key in the keyring of the operating system, under these two names; it is created with
    /// the first change. Reading it may prompt the user.
    ///
    /// Only the key is kept there: keyrings limit the size of an entry.
    #[cfg(feature = "keyring")]
    pub fn with_keyring(
        path: impl Into<PathBuf>,
        service: impl Into<String>,
        account: impl Into<String>,
    ) -> Self {
        let (service, account) = (service.into(), account.into());
        Self::of(path.into(), KeySource::Keyring { service, account })
    }

    /// Creates the store; nothing is opened.
    fn of(path: PathBuf, key: KeySource) -> Self {
        Self(Arc::new(Place { path, key }))
    }

    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// Removes the file, decryptable or not; `false` if there was none. The key stays.
    ///
    /// Waits for processes that redeem a refresh token, which would write the file again, but not
    /// longer than they may take.
    ///
    /// # Errors
    /// [`ErrorKind::Store`] if the file cannot be removed.
    pub async fn remove(&self) -> Result<bool> {
        if !self.0.path.exists() {
            return Ok(false);
        }
        let redeeming = FileLock::wait(&self.redeem_path(), PATIENCE).await;
        let removed = self.locked().await?.remove();
        drop(redeeming);
        removed.map_err(|error| failed(&self.0.path, "cannot be removed", error))
    }

    /// The lock for redeeming refresh tokens, beside the file.
    fn redeem_path(&self) -> PathBuf {
        beside(&self.0.path, "redeem.lockfile")
    }

    /// Waits until no other process changes the store.
    async fn locked(&self) -> Result<LockedFile> {
        let file = PrivateFile::at(&self.0.path);
        check_folder(&file)?;
        let locked = file.lock(PATIENCE).await;
        locked.map_err(|error| lock_failed(file.path(), error))
    }

    /// Returns the key. Created under a lock of its own, because stores of several profiles share
    /// it.
    async fn key(&self) -> Result<StoreKey> {
        let place = Arc::clone(&self.0);
        if let Some(key) = aside(move || place.key.get()).await? {
            return Ok(key);
        }
        let path = self.0.key.lock_path(&self.0.path);
        let lock = FileLock::wait(&path, PATIENCE).await;
        let lock = lock.map_err(|error| lock_failed(&path, error))?;
        let place = Arc::clone(&self.0);
        aside(move || {
            let key = place.key.get_or_create();
            drop(lock);
            key
        })
        .await
    }
}

/// Refuses a folder where others can replace the file.
fn check_folder(file: &PrivateFile) -> Result<()> {
    let exposed = file.is_exposed();
    if !exposed.map_err(|error| failed(file.path(), "cannot be read", error))? {
        return Ok(());
    }
    let message = format!("{} can be changed by others", file.path().display());
    Err(Error::new(ErrorKind::Configuration, message)
        .with_hint("remove their rights to the file and its folder: chmod go-w"))
}

/// The error of a lock, with a hint for one that is held too long.
fn lock_failed(path: &Path, error: io::Error) -> Error {
    if error.kind() == io::ErrorKind::TimedOut {
        let message = format!("{} is locked by another process", path.display());
        return Error::new(ErrorKind::Store, message).with_hint("check for a process that hangs");
    }
    failed(path, "cannot be locked", error)
}

impl Place {
    /// Reads and decrypts the file.
    fn load(&self) -> Result<StoredTokens> {
        let Some(bytes) = self.read()? else {
            return Ok(StoredTokens::default());
        };
        let key = self.key.get()?;
        let read = key.map(|key| decrypted(&key, &bytes)).transpose()?;
        Ok(read.flatten().unwrap_or_else(|| {
            tracing::warn!(path = %self.path.display(), "the stored sign-ins cannot be decrypted and are ignored");
            StoredTokens::default()
        }))
    }

    /// Reads, changes, encrypts and replaces the file, under the lock.
    fn change(&self, locked: &LockedFile, key: &StoreKey, change: Change) -> Result<()> {
        let mut tokens = match self.read()? {
            None => StoredTokens::default(),
            Some(bytes) => match decrypted(key, &bytes)? {
                Some(tokens) => tokens,
                None => self.put_aside()?,
            },
        };
        change(&mut tokens);
        let sealed = key.seal(&tokens.to_json())?;
        locked
            .replace(&sealed)
            .map_err(|error| failed(&self.path, "cannot be written", error))
    }

    /// Reads the encrypted bytes, and refuses a folder that others can write to.
    fn read(&self) -> Result<Option<Vec<u8>>> {
        let file = PrivateFile::at(&self.path);
        let bytes = file.read();
        let bytes = bytes.map_err(|error| failed(&self.path, "cannot be read", error))?;
        if bytes.is_some() {
            check_folder(&file)?;
        }
        Ok(bytes)
    }

    /// Renames a file that cannot be decrypted: its key may be found again.
    fn put_aside(&self) -> Result<StoredTokens> {
        let kept = beside(&self.path, &format!("unreadable-{}", now_s()));
        std::fs::rename(&self.path, &kept)
            .map_err(|error| failed(&self.path, "cannot be put aside", error))?;
        tracing::warn!(kept = %kept.display(), "the stored sign-ins cannot be decrypted; starting a new store");
        Ok(StoredTokens::default())
    }
}

/// Decrypts and parses; `None` if the key does not fit.
fn decrypted(key: &StoreKey, bytes: &[u8]) -> Result<Option<StoredTokens>> {
    let text = key.open(bytes)?;
    Ok(text.and_then(|text| StoredTokens::from_json(&text).ok()))
}

#[async_trait]
impl TokenStore for EncryptedFileStore {
    async fn load(&self) -> Result<StoredTokens> {
        // The file is replaced whole, so reading needs no lock.
        let place = Arc::clone(&self.0);
        aside(move || place.load()).await
    }

    async fn update(&self, change: Change) -> Result<()> {
        let locked = self.locked().await?;
        let key = self.key().await?;
        let place = Arc::clone(&self.0);
        // Moved into the task, so that the lock outlives a dropped caller.
        aside(move || {
            let outcome = place.change(&locked, &key, change);
            drop(locked);
            outcome
        })
        .await
    }

    async fn lock(&self) -> Result<StoreLock> {
        use io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};

        let path = self.redeem_path();
        match FileLock::wait(&path, LONGEST_HOLD).await {
            Ok(lock) => Ok(StoreLock::new(lock)),
            // A read-only store can still be read.
            Err(error) if matches!(error.kind(), PermissionDenied | ReadOnlyFilesystem) => {
                tracing::warn!(path = %path.display(), %error, "the store cannot be locked");
                Ok(StoreLock::none())
            }
            Err(error) => Err(lock_failed(&self.0.path, error)),
        }
    }
}

/// Runs blocking work on its own thread: keyrings prompt people, and disks are slow.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| {
        let message = "the access to the store was aborted";
        Err(Error::new(ErrorKind::Store, message).with_source(error))
    })
}

impl fmt::Debug for EncryptedFileStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EncryptedFileStore")
            .field("path", &self.0.path)
            .field("key", &self.0.key)
            .finish()
    }
}
