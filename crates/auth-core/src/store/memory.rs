//! A store in memory.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;

use super::stored_tokens::StoredTokens;
use super::token_store::{Change, StoreLock, TokenStore};
use crate::error::Result;

/// Keeps sessions in memory, until the last clone is dropped: for tests, and for a sign-in that is
/// written to another store only once it has succeeded.
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
pub struct MemoryStore {
    tokens: Mutex<StoredTokens>,
    redeeming: Arc<tokio::sync::Mutex<()>>,
}

impl MemoryStore {
    fn tokens(&self) -> MutexGuard<'_, StoredTokens> {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl TokenStore for MemoryStore {
    async fn load(&self) -> Result<StoredTokens> {
        StoredTokens::from_json(&self.tokens().to_json())
    }

    async fn update(&self, change: Change) -> Result<()> {
        change(&mut self.tokens());
        Ok(())
    }

    async fn lock(&self) -> Result<StoreLock> {
        let redeeming = Arc::clone(&self.redeeming);
        Ok(StoreLock::new(redeeming.lock_owned().await))
    }
}
