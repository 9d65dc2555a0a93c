//! What a store keeps, and how credentials go on from it.

mod encrypted_file;
mod sessions;
mod stored_tokens;

use std::sync::Mutex;

use super::*;

/// A store in memory, as any number of processes see it.
#[derive(Debug, Default)]
pub(super) struct Memory(Mutex<StoredTokens>);

impl Memory {
    pub(super) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.0.lock().unwrap().to_json()).unwrap()
    }
}

#[async_trait]
impl TokenStore for Memory {
    async fn load(&self) -> Result<StoredTokens> {
        StoredTokens::from_json(&self.0.lock().unwrap().to_json())
    }

    async fn update(&self, change: Change) -> Result<()> {
        change(&mut self.0.lock().unwrap());
        Ok(())
    }
}
