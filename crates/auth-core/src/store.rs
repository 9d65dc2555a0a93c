//! Sessions of users that outlive the process.
//!
//! A store keeps refresh and access tokens in the JSON format that the vendor's libraries share
//! (the "unified cache"), so that a person signs in once and any number of processes continue the
//! session.

mod encrypted_file;
mod key;
mod memory;
pub(crate) mod private_file;
mod stored_tokens;
mod token_store;

#[cfg(test)]
mod tests;

pub use encrypted_file::EncryptedFileStore;
pub use key::StoreKey;
pub use memory::MemoryStore;
pub(crate) use stored_tokens::{Owner, Persisted, Target};
pub use stored_tokens::{StoredAccount, StoredTokens};
pub use token_store::{Change, StoreLock, TokenStore};
