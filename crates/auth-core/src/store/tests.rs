//! What a store keeps, and how credentials go on from it.

mod encrypted_file;
mod sessions;
mod single_use;
mod stored_tokens;

use super::*;
