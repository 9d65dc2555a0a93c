//! What a store keeps, and how credentials go on from it.

mod encrypted_file;
mod sessions;
mod stored_tokens;

use super::*;
