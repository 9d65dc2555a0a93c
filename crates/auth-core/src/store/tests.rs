//! Contents of a store, and credentials that resume from it.

mod encrypted_file;
mod sessions;
mod single_use;
mod stored_tokens;

use super::*;
