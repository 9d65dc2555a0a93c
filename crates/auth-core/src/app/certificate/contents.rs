//! What the readers of files have in common.

use super::key::PrivateKey;

/// What a file holds.
#[derive(Default)]
pub(super) struct Contents {
    pub(super) keys: Vec<PrivateKey>,
    pub(super) certificates: Vec<Vec<u8>>,
}
