//! What both file readers return.

use super::key::PrivateKey;

/// The contents of a file.
#[derive(Default)]
pub(super) struct Contents {
    pub(super) keys: Vec<PrivateKey>,
    pub(super) certificates: Vec<Vec<u8>>,
}
