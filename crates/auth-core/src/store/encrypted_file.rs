//! A store in one file that means nothing without its key.

use std::fmt;
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use tokio::time::Instant;

use super::key::{KeySource, StoreKey, failed};
use super::stored_tokens::now_s;
use super::{Change, StoredTokens, TokenStore, owner_only};
use crate::error::{Error, ErrorKind, Result};

/// How long another process may keep its lock. A change takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often a lock that is held is asked for.
const PAUSE: Duration = Duration::from_millis(25);

/// A file that keeps sign-ins, encrypted with AES-256-GCM, for one user of a machine.
///
/// The file and its folder are made for their owner alone (modes 0600 and 0700). A change is made while a lock beside the
/// file is held, on what the file holds then, and put in place whole; so no process loses what another one wrote. A
/// file that cannot be decrypted counts as empty, with a warning, and is kept beside the new one.
///
/// The key comes from the caller, from a key file, or with the feature `keyring` from the keyring of the operating system.
/// A key file beside the store protects against copies of the one without the other, not against programs of the same user.
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
#[derive(Clone)]
pub struct EncryptedFileStore(Arc<Place>);

struct Place {
    path: PathBuf,
    key: KeySource,
}

impl EncryptedFileStore {
    /// A file, and the key it is encrypted with. Nothing is read yet.
    pub fn with_key(path: impl Into<PathBuf>, key: StoreKey) -> Self {
        Self::of(path.into(), KeySource::Given(key))
    }

    /// A file, and the file that has its key, which is made with the first change.
    pub fn with_key_file(path: impl Into<PathBuf>, key_path: impl Into<PathBuf>) -> Self {
        Self::of(path.into(), KeySource::File(key_path.into()))
    }

    /// A file whose key is in the keyring of the operating system, under these two names; it is made with the first change.
    ///
    /// Only the key is there: keyrings limit how much an entry holds.
    #[cfg(feature = "keyring")]
    pub fn with_keyring(
        path: impl Into<PathBuf>,
        service: impl Into<String>,
        account: impl Into<String>,
    ) -> Self {
        let (service, account) = (service.into(), account.into());
        Self::of(path.into(), KeySource::Keyring { service, account })
    }

    fn of(path: PathBuf, key: KeySource) -> Self {
        Self(Arc::new(Place { path, key }))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// Waits until no other process changes the store. The lock ends with the file's handle, so with the process too.
    async fn lock(&self) -> Result<File> {
        let path = owner_only::beside(&self.0.path, "lockfile");
        let failed = |error| failed(&path, "cannot be locked", error);
        if let Some(folder) = path.parent() {
            owner_only::create_folder(folder).map_err(failed)?;
        }
        let file = owner_only::open_lock(&path).map_err(failed)?;
        let begun = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::Error(error)) => return Err(failed(error)),
                Err(TryLockError::WouldBlock) if begun.elapsed() >= PATIENCE => {
                    let message = format!("{} is locked by another process", path.display());
                    return Err(Error::new(ErrorKind::Store, message)
                        .with_hint("look for a process that hangs"));
                }
                Err(TryLockError::WouldBlock) => tokio::time::sleep(PAUSE).await,
            }
        }
    }
}

impl Place {
    fn load(&self) -> Result<StoredTokens> {
        let Some(bytes) = self.read()? else {
            return Ok(StoredTokens::default());
        };
        let key = self.key.get()?;
        let read = key.map(|key| decrypted(&key, &bytes)).transpose()?;
        Ok(read.flatten().unwrap_or_else(|| {
            tracing::warn!(path = %self.path.display(), "the stored sign-ins cannot be decrypted; they count as none");
            StoredTokens::default()
        }))
    }

    fn change(&self, change: Change) -> Result<()> {
        let key = self.key.get_or_create()?;
        let mut tokens = match self.read()? {
            None => StoredTokens::default(),
            Some(bytes) => match decrypted(&key, &bytes)? {
                Some(tokens) => tokens,
                None => self.put_aside()?,
            },
        };
        change(&mut tokens);
        let sealed = key.seal(&tokens.to_json())?;
        owner_only::replace(&self.path, &sealed)
            .map_err(|error| failed(&self.path, "cannot be written", error))
    }

    fn read(&self) -> Result<Option<Vec<u8>>> {
        match std::fs::read(&self.path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(failed(&self.path, "cannot be read", error)),
        }
    }

    /// Keeps what cannot be read: its key may turn up again.
    fn put_aside(&self) -> Result<StoredTokens> {
        let kept = owner_only::beside(&self.path, &format!("unreadable-{}", now_s()));
        std::fs::rename(&self.path, &kept)
            .map_err(|error| failed(&self.path, "cannot be put aside", error))?;
        tracing::warn!(kept = %kept.display(), "the stored sign-ins cannot be decrypted; a new store is begun");
        Ok(StoredTokens::default())
    }
}

fn decrypted(key: &StoreKey, bytes: &[u8]) -> Result<Option<StoredTokens>> {
    let text = key.open(bytes)?;
    Ok(text.and_then(|text| StoredTokens::from_json(&text).ok()))
}

#[async_trait]
impl TokenStore for EncryptedFileStore {
    async fn load(&self) -> Result<StoredTokens> {
        // A file is replaced whole, so that reading needs no lock.
        let place = Arc::clone(&self.0);
        aside(move || place.load()).await
    }

    async fn update(&self, change: Change) -> Result<()> {
        let lock = self.lock().await?;
        let place = Arc::clone(&self.0);
        // The lock goes along: it must outlive a caller that gives up.
        aside(move || {
            let outcome = place.change(change);
            drop(lock);
            outcome
        })
        .await
    }
}

/// Keyrings ask people, and disks take their time.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| {
        let message = "the work on the store did not end";
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
