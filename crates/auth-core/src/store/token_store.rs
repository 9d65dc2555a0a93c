//! The trait of a store.

use std::any::Any;
use std::fmt::{self, Debug};

use async_trait::async_trait;

use super::stored_tokens::StoredTokens;
use crate::error::Result;

/// A change of the contents of a store. Must not block: a lock is held while it runs.
pub type Change = Box<dyn FnOnce(&mut StoredTokens) + Send>;

/// Keeps the sessions of users from one process to the next.
///
/// [`EncryptedFileStore`](crate::EncryptedFileStore) and [`MemoryStore`](crate::MemoryStore)
/// implement it. A program with a vault of its own implements it like this:
///
/// ```
/// use std::sync::{Mutex, PoisonError};
/// use auth_core::{Change, Result, StoredTokens, TokenStore, async_trait};
///
/// /// Keeps the JSON text somewhere safe.
/// #[derive(Default)]
/// struct Vault(Mutex<Vec<u8>>);
///
/// impl std::fmt::Debug for Vault {
///     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
///         f.write_str("Vault")
///     }
/// }
///
/// #[async_trait]
/// impl TokenStore for Vault {
///     async fn load(&self) -> Result<StoredTokens> {
///         let text = self.0.lock().unwrap_or_else(PoisonError::into_inner);
///         if text.is_empty() { Ok(StoredTokens::default()) } else { StoredTokens::from_json(&text) }
///     }
///
///     async fn update(&self, change: Change) -> Result<()> {
///         let mut tokens = self.load().await?;
///         change(&mut tokens);
///         *self.0.lock().unwrap_or_else(PoisonError::into_inner) = tokens.to_json().to_vec();
///         Ok(())
///     }
/// }
/// ```
///
/// `Debug` must not print secrets.
#[async_trait]
pub trait TokenStore: Debug + Send + Sync + 'static {
    /// Reads the contents; empty if no user has signed in yet. Called before every token request
    /// that the cache does not answer.
    ///
    /// # Errors
    /// [`Store`](crate::ErrorKind::Store) if the contents cannot be read.
    async fn load(&self) -> Result<StoredTokens>;

    /// Reads, changes and writes the contents, while no other process does.
    ///
    /// # Errors
    /// [`Store`](crate::ErrorKind::Store) if the contents cannot be written.
    async fn update(&self, change: Change) -> Result<()>;

    /// Waits until no other process redeems a refresh token of this store. Dropping the guard
    /// releases the lock, and so does the end of the process.
    ///
    /// A credential holds it from reading a refresh token to the [`update`](Self::update) with its
    /// replacement, so that no refresh token is redeemed twice; `update` must therefore not wait
    /// for this lock. The default locks nothing: processes that share such a store may redeem a
    /// token twice, and some issuers then end the session.
    ///
    /// # Errors
    /// [`Store`](crate::ErrorKind::Store) if another process holds the lock for too long.
    async fn lock(&self) -> Result<StoreLock> {
        Ok(StoreLock::none())
    }
}

/// The right to redeem a refresh token of a store; see [`TokenStore::lock`].
///
/// ```
/// use auth_core::StoreLock;
/// use std::sync::Arc;
///
/// // Whatever releases the lock when it is dropped.
/// let guard = Arc::new(());
/// let lock = StoreLock::new(Arc::clone(&guard));
/// drop(lock);
/// assert_eq!(Arc::strong_count(&guard), 1);
/// ```
pub struct StoreLock(#[expect(dead_code, reason = "held, never read")] Option<Box<dyn Any + Send>>);

impl StoreLock {
    /// Wraps a guard, which releases the lock when it is dropped.
    pub fn new(guard: impl Send + 'static) -> Self {
        Self(Some(Box::new(guard)))
    }

    /// A guard of no lock.
    pub fn none() -> Self {
        Self(None)
    }
}

impl fmt::Debug for StoreLock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoreLock")
    }
}
