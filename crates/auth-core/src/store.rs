//! Sign-ins of users that outlive the process.
//!
//! A store keeps the refresh and access tokens of users in the JSON form that the vendor's libraries share (the "unified
//! cache"), so that a person signs in once and any number of processes go on from there.

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
