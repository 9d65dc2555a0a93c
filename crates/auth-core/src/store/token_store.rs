//! The trait of a store.

use std::any::Any;
use std::fmt::{self, Debug};

use async_trait::async_trait;

use super::stored_tokens::StoredTokens;
use crate::error::Result;

/// A change to what a store holds.
pub type Change = Box<dyn FnOnce(&mut StoredTokens) + Send>;

/// A place that keeps the sign-ins of users from one process to the next.
///
/// [`EncryptedFileStore`](crate::EncryptedFileStore) is the one that comes along. A program
/// with a vault of its own implements this trait.
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
#[async_trait]
pub trait TokenStore: Debug + Send + Sync + 'static {
    /// What is held now; nothing where nobody has signed in yet.
    ///
    /// # Errors
    /// [`Store`](crate::ErrorKind::Store) where the place cannot be read.
    async fn load(&self) -> Result<StoredTokens>;

    /// Reads, changes and writes what is held, while no other process does.
    ///
    /// # Errors
    /// [`Store`](crate::ErrorKind::Store) where the place cannot be written.
    async fn update(&self, change: Change) -> Result<()>;

    /// Waits until no other process redeems a refresh token of this store. The lock ends when it is dropped.
    ///
    /// A credential holds it from the read of a refresh token to the [`update`](Self::update) with the one that replaces
    /// it, so that no refresh token is redeemed twice; `update` must therefore not wait for this lock. It has to end with
    /// its process. The default locks nothing: processes that share such a store may redeem one token twice, which some
    /// issuers answer with the end of the session.
    ///
    /// # Errors
    /// [`Store`](crate::ErrorKind::Store) if another process keeps the lock.
    async fn lock(&self) -> Result<StoreLock> {
        Ok(StoreLock::none())
    }
}

/// The right to redeem a refresh token of a store; see [`TokenStore::lock`].
pub struct StoreLock(#[expect(dead_code, reason = "held, never read")] Option<Box<dyn Any + Send>>);

impl StoreLock {
    /// A lock that lasts as long as this guard.
    pub fn new(guard: impl Send + 'static) -> Self {
        Self(Some(Box::new(guard)))
    }

    /// No lock.
    pub fn none() -> Self {
        Self(None)
    }
}

impl fmt::Debug for StoreLock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoreLock")
    }
}
