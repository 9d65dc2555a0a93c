//! A store that ends with the process.

use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;

use super::{Change, StoredTokens, TokenStore};
use crate::error::Result;

/// Keeps sign-ins in memory: for tests, and for a sign-in that is to be kept only once it has succeeded.
///
/// ```
/// use auth_core::{MemoryStore, TokenStore};
/// # async fn example() -> auth_core::Result<()> {
/// let store = MemoryStore::default();
/// assert!(store.load().await?.is_empty());
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Default)]
pub struct MemoryStore(Mutex<StoredTokens>);

impl MemoryStore {
    fn lock(&self) -> MutexGuard<'_, StoredTokens> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl TokenStore for MemoryStore {
    async fn load(&self) -> Result<StoredTokens> {
        StoredTokens::from_json(&self.lock().to_json())
    }

    async fn update(&self, change: Change) -> Result<()> {
        change(&mut self.lock());
        Ok(())
    }
}
