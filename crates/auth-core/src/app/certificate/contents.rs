//! What both file readers return.

use super::key::PrivateKey;

/// The contents of a file.
#[derive(Default)]
pub(super) struct Contents {
    /// Private keys; exactly one must belong to a certificate.
    pub(super) keys: Vec<PrivateKey>,
    /// Certificates in DER, in the order of the file.
    pub(super) certificates: Vec<Vec<u8>>,
}
